#include "study/element_job.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/checksum.h"
#include "rig/drive.h"
#include "seem/map_lattice.h"
#include "study/cost.h"
#include "study/element_coupling.h"
#include "study/results.h"

namespace vitrum::study {
namespace {

constexpr int snapshots_of_shear = 20;
constexpr std::uint64_t most_samples = 1'000'000;  // of a set, so that no two lattices share random numbers

// Unit costs on one core of the reference machine.
constexpr double increment_seconds = 2.5e-6;  // of an element, with the avalanches of a flowing lattice
constexpr double field_values = 5, value_bytes = 8, kept_state_bytes = 72, kept_event_bytes = 120;

std::size_t count_of(const Elements& settings) {
  return static_cast<std::size_t>(settings.columns) * static_cast<std::size_t>(settings.rows);
}

std::unique_ptr<seem::ElementCoupling> coupling_of(const Elements& settings) {
  if (settings.interaction == ElementInteraction::none)
    return std::make_unique<seem::NoCoupling>(count_of(settings));
  return elastic_coupling(settings.columns, settings.rows, settings.bulk_to_shear);
}

std::unique_ptr<seem::MapLattice> lattice_of(const Elements& settings, const HarvestedMap& harvested,
                                             std::size_t set, std::uint64_t seed, std::uint64_t sample) {
  RandomStream random(seed, set * most_samples + sample, Purpose::state_space_lattice);
  const std::vector<seem::StatePoint>& from = harvested.starts[set];
  std::vector<seem::StatePoint> starts;
  for (std::size_t i = 0; i < count_of(settings); ++i)
    starts.push_back(from[static_cast<std::size_t>(random.uniform() * static_cast<double>(from.size()))]);
  seem::MapLatticeSettings lattice;
  lattice.columns = static_cast<std::size_t>(settings.columns);
  lattice.rows = static_cast<std::size_t>(settings.rows);
  lattice.atoms = harvested.atoms;
  return std::make_unique<seem::MapLattice>(harvested.map, starts, lattice, coupling_of(settings), random);
}

class ElementJob final : public Job {
 public:
  ElementJob(const Elements& settings, const HarvestedMap& harvested, std::size_t set, std::uint64_t seed,
             std::uint64_t sample)
      : label_(harvested.labels[set]),
        units_(harvested.units),
        sample_(sample),
        lattice_(lattice_of(settings, harvested, set, seed, sample)),
        drive_(*lattice_, program_of(settings)),
        atoms_(harvested.atoms * static_cast<double>(count_of(settings))) {}

  bool finished() const override { return drive_.finished(); }
  void advance() override {
    const auto begin = std::chrono::steady_clock::now();
    while (!drive_.finished() && std::chrono::steady_clock::now() - begin < advance_time) drive_.advance();
  }
  double progress() const override { return drive_.progress(); }
  std::string doing() const override { return "shearing lattices of elements"; }
  Group checkpoint() const override { return drive_.checkpoint(); }
  void resume(const Group& checkpoint) override {
    // Checkpoints of earlier versions had lost the field "strain": then the lattice is sheared anew.
    for (const auto& [number, snapshot] : checkpoint.group("fields").groups)
      if (!snapshot.has_group("fields")) return;
    drive_.resume(checkpoint);
  }
  Group result() const override {
    SampleRecord record;
    record.model = elements_model;
    record.sample = static_cast<std::int64_t>(sample_);
    record.history = drive_.history();
    record.fields = drive_.snapshots();
    record.measures.texts["set"] = label_;
    record.measures.texts["units"] = units_;
    record.measures.put("atoms", atoms_, "1", "of all elements");
    record.measures.put("volume", lattice_->volume(), "volume", "of all elements");
    const Group fields = lattice_->fields();
    record.measures.put("unvisited", fields.number("unvisited"), "1", fields.arrays.at("unvisited").note);
    return to_group(record);
  }

 private:
  std::string label_, units_;
  std::uint64_t sample_;
  std::unique_ptr<seem::MapLattice> lattice_;
  rig::Drive drive_;
  double atoms_;
};

}  // namespace

rig::Program program_of(const Elements& settings) {
  rig::Program program = settings.program;
  const rig::Leg& first = program.legs.front();
  if (!program.snapshots.empty() || first.kind != rig::LegKind::shear) return program;
  const auto increments = std::llround(std::abs(first.strain) / program.increment);
  const auto every = std::max<long long>(1, increments / snapshots_of_shear);
  for (long long i = every; i <= increments; i += every)
    program.snapshots.push_back(std::copysign(static_cast<double>(i) * program.increment, first.strain));
  return program;
}

std::unique_ptr<Job> element_job(const Elements& settings, const HarvestedMap& harvested, std::size_t set,
                                 std::uint64_t seed, std::uint64_t sample) {
  return std::make_unique<ElementJob>(settings, harvested, set, seed, sample);
}

std::string checksum(const HarvestedMap& harvested) {
  Checksum sum;
  const seem::ElasticLaw& law = harvested.map->law();
  for (const double one : {law.volume, law.modulus, law.softening, law.tau_a, law.tau_b, law.reference,
                           harvested.map->slope({law.modulus / 50, 0}), harvested.atoms})
    sum.add(one);
  const seem::StateGrid& grid = harvested.map->grid();
  sum.add(grid.inelastic_edges());
  sum.add(grid.stress_edges());
  for (std::size_t bin = 0; bin < grid.bins(); ++bin) {
    sum.add(harvested.map->rate(bin));
    harvested.map->visit_jumps(bin, grid.centre(bin), [&](double, const seem::Jump& jump) {
      sum.add(jump.stress_drop);
      sum.add(jump.inelastic);
    });
  }
  for (const auto& set : harvested.starts)
    for (const seem::StatePoint& start : set) {
      sum.add(start.stress);
      sum.add(start.inelastic);
    }
  return sum.text();
}

double element_seconds(const Elements& settings) {
  return increment_seconds * static_cast<double>(count_of(settings)) * strain_path(settings.program) /
         settings.program.increment;
}

double element_record_bytes(const Elements& settings) {
  const double maps = static_cast<double>(program_of(settings).snapshots.size());
  return maps * field_values * value_bytes * static_cast<double>(count_of(settings)) +
         strain_path(settings.program) / settings.program.increment * (kept_state_bytes + kept_event_bytes);
}

}  // namespace vitrum::study
