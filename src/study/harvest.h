// Paper 2 from records to replay: elastic law, library of events, mean flow, and the stochastic map against
// specimens that were not harvested.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "record/sink.h"
#include "seem/attractor.h"
#include "seem/crossing.h"
#include "seem/direction_memory.h"
#include "seem/elastic_fit.h"
#include "seem/event_library.h"
#include "seem/further_variable.h"
#include "seem/jump_histogram.h"
#include "seem/map_score.h"
#include "seem/mean_flow.h"
#include "seem/mean_states.h"
#include "seem/path_drift.h"
#include "seem/replay.h"
#include "study/harvest_settings.h"
#include "study/harvested_legs.h"
#include "study/loading_sets.h"

namespace vitrum::study {

/// A specimen's way through the state space.
struct StatePath {
  std::vector<double> strain;
  std::vector<seem::StatePoint> states;
};

/// What came out for one preparation. Replays begin where its held-out specimens begin.
struct HarvestedSet {
  std::string label;
  std::size_t harvested = 0, held_out = 0;
  seem::StatePoint start;                    ///< mean of all its specimens
  std::vector<seem::StateMoments> measured;  ///< of its held-out specimens, or of all where none was held out
  std::vector<seem::StateMoments> whole;     ///< of all its specimens, harvested or not
  std::vector<seem::StateMoments> replayed;
  vitrum::Estimate path_drift;  ///< of all its specimens, seem::inelastic_drift_of_paths()
  std::optional<seem::Discrepancy>
      discrepancy;                  ///< of both; absent where one specimen was held out or all are alike
  double unvisited = 0;             ///< share of the walkers' strain in bins that are not known
  std::vector<LegComparison> legs;  ///< in the program of its specimens; may be empty
  /// Of its specimens' legs behind the first one, where these lead back: part by part of that way.
  std::vector<seem::DirectionMemory> memory;
  std::string without_memory;  ///< why there is none although they do
  StatePath specimen, walker;  ///< the first of each (paper 2, fig. 4)
};

/// Mean curves of two sets in the state space (paper 2, fig. 5).
struct SetCrossing {
  std::string first, second;
  seem::Crossing measured, replayed;
};

/// What a further variable tells of events in specimens that the prediction has not seen.
struct FurtherVariable {
  std::string name;
  std::optional<seem::VariableGain> gain;
  std::string without_gain;  ///< why there is none
};

struct MapScores {
  seem::MapScore binned, smooth;
  bool at_edge = false;  ///< the best bandwidth is the smallest or largest that was tried
};

/// The map alone, for those who walk through it.
struct HarvestedMap {
  std::shared_ptr<const seem::EventMap> map;
  double atoms = 0;   ///< of a specimen, the mean
  std::string units;  ///< as LoadingRecord::units
  std::vector<std::string> labels;
  std::vector<std::vector<seem::StatePoint>> starts;  ///< of each set, its specimens' first states
};

struct Harvested {
  std::string units;  ///< as LoadingRecord::units
  seem::ElasticFit fit;
  seem::EventLibrary library;  ///< of all that was harvested
  seem::MeanFlow flow;
  std::vector<seem::NullSegment> stress_nullcline, inelastic_nullcline;
  std::optional<seem::AttractorEstimate> attractor;
  std::string without_attractor;  ///< why there is none
  std::size_t most_visited = 0;   ///< bin
  seem::JumpHistogram jumps;      ///< of that bin
  double beyond_bound = 0;        ///< share of all events beyond the reversible bound of their own state
  /// A tenth of the events that rejuvenate store more than this share of the elastic energy that their drop
  /// sets free; NaN without such events.
  double nearest_tenth = 0;
  std::vector<HarvestedSet> sets;
  std::vector<SetCrossing> crossings;  ///< of every two sets
  std::string without_legs;            ///< why a set has none although they were asked for
  std::vector<FurtherVariable> variables;
  std::optional<MapScores> scores;  ///< of the held-out specimens of all sets together
  std::string without_scores;       ///< why there are none although they were asked for
  std::shared_ptr<const HarvestedMap> map;
};

/// That of harvest(), to the last bit. @throws InputError as it does.
HarvestedMap harvested_map(const Harvest& settings, const std::vector<LoadingSet>& sets);

/// Forward loading of the first leg is harvested. u_0 is the least mean energy per atom that the specimens of
/// a set begin with.
/// @throws InputError when there is nothing to harvest, sets are in different units, or the elastic law is
/// neither given nor told by the records; Stopped when the watcher asks for it.
/// @param watcher hears how far it is; may be none
Harvested harvest(const Harvest& settings, const std::vector<LoadingSet>& sets, std::uint64_t seed,
                  int threads, Watcher* watcher = nullptr);

}  // namespace vitrum::study
