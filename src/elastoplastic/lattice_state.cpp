// Lattices as groups, to be stored and gone on from.
#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/lattice.h"

namespace vitrum::elastoplastic {

namespace {

const std::vector<double>& doubles_of(const Group& snapshot, const std::string& name, std::size_t size) {
  const auto& values = snapshot.doubles(name);
  if (values.size() == size) return values;
  throw InputError("lattice snapshot: " + name + " holds " + std::to_string(values.size()) + " values, not " +
                   std::to_string(size) + " (it is of a lattice of another size)");
}

void require_equal(const Group& snapshot, const std::string& name, std::int64_t expected) {
  if (snapshot.integer(name) == expected) return;
  throw InputError("lattice snapshot: " + name + " = " + std::to_string(snapshot.integer(name)) +
                   ", but this lattice has " + std::to_string(expected));
}

}  // namespace

Group Lattice::snapshot() const {
  Group group;
  group.put("columns", static_cast<std::int64_t>(settings_.columns));
  group.put("rows", static_cast<std::int64_t>(settings_.rows));
  group.put("slip_systems", static_cast<std::int64_t>(systems_.per_element()));
  group.put("stress_diagonal", stress_.diagonal, "stress", "(yy - xx) / 2");
  group.put("stress_shear", stress_.shear, "stress", "xy");
  if (stress_.has_pressure()) group.put("pressure", stress_.pressure, "stress", "-(xx + yy) / 2");
  group.put("plastic_diagonal", plastic_diagonal_, "1", "eps_pl,yy - eps_pl,xx");
  group.put("plastic_shear", plastic_shear_, "1", "2 eps_pl,xy");
  group.put("slips", slip_counts_, "1", "of every element; its slip systems follow from them");
  group.put("slip_amplitudes_drawn", static_cast<std::int64_t>(amplitude_random_.counter()));
  group.put("interaction_numbers_drawn", static_cast<std::int64_t>(rules_.elasticity->random_counter()));
  return group;
}

void Lattice::restore(const Group& snapshot) {
  require_equal(snapshot, "columns", settings_.columns);
  require_equal(snapshot, "rows", settings_.rows);
  require_equal(snapshot, "slip_systems", static_cast<std::int64_t>(systems_.per_element()));
  auto counts = snapshot.integers("slips");
  if (counts.size() != elements()) throw InputError("lattice snapshot: slips is of another size");

  if (std::any_of(counts.begin(), counts.end(), [](std::int64_t n) { return n < 0; }))
    throw InputError("lattice snapshot: slips holds a negative number");

  // Everything is read before anything is changed: a bad snapshot leaves the lattice as it was.
  StressField stress;
  stress.diagonal = doubles_of(snapshot, "stress_diagonal", elements());
  stress.shear = doubles_of(snapshot, "stress_shear", elements());
  if (stress_.has_pressure()) stress.pressure = doubles_of(snapshot, "pressure", elements());
  auto plastic_diagonal = doubles_of(snapshot, "plastic_diagonal", elements());
  auto plastic_shear = doubles_of(snapshot, "plastic_shear", elements());
  const std::int64_t amplitudes_drawn = snapshot.integer("slip_amplitudes_drawn");
  const std::int64_t interaction_drawn = snapshot.integer("interaction_numbers_drawn");

  stress_ = std::move(stress);
  plastic_diagonal_ = std::move(plastic_diagonal);
  plastic_shear_ = std::move(plastic_shear);
  slip_counts_ = std::move(counts);
  amplitude_random_.seek(static_cast<std::uint64_t>(amplitudes_drawn));
  rules_.elasticity->seek(static_cast<std::uint64_t>(interaction_drawn));
  for (std::size_t element = 0; element < elements(); ++element) renew(element);
  forget_active();
}

}  // namespace vitrum::elastoplastic
