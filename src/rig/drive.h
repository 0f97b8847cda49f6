// The test rig: one loop that runs a loading program on any specimen and writes its history.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/field.h"
#include "record/group.h"
#include "record/history.h"
#include "rig/program.h"
#include "rig/specimen.h"
#include "rig/stretch.h"

namespace vitrum::rig {

/// How an event is recognised on specimens that do not count slips. An increment holds an event when
/// the energy it dissipated, volume * (tau_0 + tau_1) / 2 * dgamma - dU, exceeds `dissipation`. On a
/// smooth branch that number is of third order in the increment and does not grow with the sample; a
/// decrease of stress alone would miss events and take smooth maxima of the stress for events.
struct Detection {
  double dissipation = 1e-5;  ///< energy, > 0
  int memory = 15;            ///< quiet increments whose median slope is the elastic tangent, >= 1
  /// Strain to which the critical strain of every event is located, by narrowing down the increment that
  /// holds it; 0: an event is known to have happened somewhere in its increment. Specimens that know the
  /// state just before an event (Response::before) have no use for it.
  double resolution = 0;
};

/// The event that dissipated most, and what moved in it.
struct LargestEvent {
  std::int64_t event = -1;  ///< index in History::events; -1: none yet
  Group fields;             ///< of the specimen, see Rearrangement
};

/// Where a program lets its user look at the specimen.
struct Stop {
  double strain = 0;     ///< external
  std::int64_t leg = 0;  ///< at the end of which it is; 0: during the first one
};

/// Runs `program` on `specimen`, one advance at a time, so that the caller may show progress, keep a
/// checkpoint or stop between any two advances. The specimen must outlive the drive.
class Drive {
 public:
  /// @throws InputError when the program has no leg, or a number in it or in `detection` makes no sense.
  Drive(Specimen& specimen, const Program& program, const Detection& detection = {});

  bool finished() const { return stretch_ == stretches_.size(); }
  /// Makes one advance: one increment, or several when nothing can happen in between.
  void advance();
  /// Whether the last advance() came to a stop of the program, where the specimen may be looked at. A program
  /// that stops at its beginning comes there by an advance of its own.
  const std::optional<Stop>& stop() const { return stop_; }
  /// Share of the program that is done, 0 to 1.
  double progress() const;

  const History& history() const { return history_; }
  const std::vector<FieldSnapshot>& snapshots() const { return snapshots_; }
  /// Elastic moduli at the start of the first leg, at its snapshots and where the program asks for more.
  const std::vector<FieldSnapshot>& moduli() const { return moduli_; }
  /// "stability" and "back_stress" along the first leg, whatever the program asks for; NaN where there was
  /// none.
  const std::vector<FieldSnapshot>& measured() const { return measured_; }
  /// What moved in the event of the largest dissipation so far.
  const LargestEvent& largest_event() const { return largest_event_; }
  double largest_residual() const { return largest_residual_; }

  /// Drive and specimen together; resume() on a fresh drive of the same program and an equal specimen
  /// goes on to the same bits.
  Group checkpoint() const;
  void resume(const Group& checkpoint);

 private:
  /// The last piece of a way, that behind its last event, if there was one.
  struct Piece {
    State start;
    Response response;
    bool holds_event = false;   ///< one that was not located, so that it may lie anywhere in this piece
    bool behind_event = false;  ///< one that was located lies before this piece
  };

  /// What lay between two states of which the first was before something that looked like an event.
  enum class Passage { event, nothing, zero_stress_before };

  void begin_stretch();
  double first_way() const;
  void begin_stress_grid(const State& start);
  std::int64_t points_to_go() const;
  void advance_to_strain();
  void advance_to_zero_stress();
  /// Whether the stretch unloads to exactly zero stress and has got there or beyond.
  bool ends_unloading(const State& state) const;
  bool is_past_zero_stress(const State& state) const;
  void settle_at_zero_stress(const Piece& crossing);
  void advance_to_stress();
  void advance_in_time();
  void finish_stretch();
  void record_held(const State& start, const Response& response);
  void step_to(double strain);

  Piece go_to(double strain);
  Passage pass_event(Group back, State before, double beyond, Response response);
  void record(const Piece& piece);
  void record_event(Event event, const Response& response);
  bool holds_event(const State& start, const State& end, const Response& response) const;
  double tangent(const State& start, const State& end) const;
  Event event_between(const State& start, const State& end, const Response& response) const;
  Event event_at(const State& before, const State& after) const;
  void describe_rearrangement(Event& event);

  void keep_fields_if_due();
  void stop_if_due();
  void measure_moduli_if_due();
  std::int64_t increments_between_measurements() const;
  void measure_if_due();

  Specimen& specimen_;
  Program program_;
  Detection detection_;
  std::vector<Stretch> stretches_;

  std::size_t stretch_ = 0;
  bool inside_ = false;      ///< the present stretch has begun
  StrainGrid grid_;          ///< of the present stretch
  std::int64_t k_ = 0;       ///< grid points of it that are done
  std::int64_t points_ = 0;  ///< whole increments in it
  double target_ = 0;        ///< strain, stress or time at its end
  StrainRange range_;        ///< of a stretch at a given stress: where it ends early
  std::size_t next_snapshot_ = 0, next_stop_ = 0;
  std::optional<Stop> stop_;
  std::vector<double> slopes_;

  History history_;
  std::vector<FieldSnapshot> snapshots_;
  std::vector<FieldSnapshot> moduli_, measured_;
  LargestEvent largest_event_;
  double largest_residual_ = 0;
};

}  // namespace vitrum::rig
