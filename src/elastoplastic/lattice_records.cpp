// Fields and snapshots of a lattice.
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/lattice_specimen.h"

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

Group LatticeSpecimen::fields() const {
  const double load = load_at(strain_);
  TensorField plastic(elements());
  for (std::size_t element = 0; element < elements(); ++element) {
    plastic.xx[element] = -0.5 * plastic_diagonal_[element];
    plastic.yy[element] = 0.5 * plastic_diagonal_[element];
    plastic.xy[element] = 0.5 * plastic_shear_[element];
  }
  // Slip is driven by the deviator alone; the pressure is worked out here, where somebody looks at it.
  const TensorField internal = green_.stress(plastic);
  std::vector<double> xx, yy, xy, slips, distance;
  for (std::size_t element = 0; element < elements(); ++element) {
    const Deviator stress = stress_of(element, load);
    const double mean = 0.5 * (internal.xx[element] + internal.yy[element]);
    xx.push_back(mean - stress.diagonal);
    yy.push_back(mean + stress.diagonal);
    xy.push_back(stress.shear);
    slips.push_back(static_cast<double>(slip_counts_[element]));
    distance.push_back(systems_.weakest(element, stress).distance);
  }
  const std::vector<std::size_t> shape{static_cast<std::size_t>(settings_.rows),
                                       static_cast<std::size_t>(settings_.columns)};
  Group group;
  group.put_shaped("stress_xx", shape, std::move(xx), "stress", "element stress, tension positive");
  group.put_shaped("stress_yy", shape, std::move(yy), "stress", "element stress, tension positive");
  group.put_shaped("stress_xy", shape, std::move(xy), "stress", "element shear stress");
  group.put_shaped("plastic_strain_xx", shape, std::move(plastic.xx), "1", "equals -plastic_strain_yy");
  group.put_shaped("plastic_shear", shape, plastic_shear_, "1", "engineering plastic shear, 2 eps_pl,xy");
  group.put_shaped("slips", shape, std::move(slips), "1", "slip events since the beginning");
  group.put_shaped("smallest_distance", shape, std::move(distance), "stress",
                   "smallest distance to threshold among the slip systems of the element");
  return group;
}

Group LatticeSpecimen::snapshot() const {
  Group group;
  group.put("columns", static_cast<std::int64_t>(settings_.columns));
  group.put("rows", static_cast<std::int64_t>(settings_.rows));
  group.put("slip_systems", static_cast<std::int64_t>(settings_.slip_systems));
  group.put("strain", strain_);
  group.put("relaxed_strain", relaxed_.strain, "1", "strain at which the last avalanche ended");
  group.put("stress_diagonal", diagonal_, "stress", "(yy - xx) / 2 at relaxed_strain");
  group.put("stress_shear", shear_, "stress", "xy at relaxed_strain");
  group.put("plastic_diagonal", plastic_diagonal_, "1", "eps_pl,yy - eps_pl,xx");
  group.put("plastic_shear", plastic_shear_, "1", "2 eps_pl,xy");
  group.put("slips", slip_counts_);
  group.put("slip_diagonal", systems_.diagonals(), "1", "sin 2 theta of every slip system");
  group.put("slip_shear", systems_.shears(), "1", "cos 2 theta of every slip system");
  group.put("threshold", systems_.thresholds(), "stress", "critical resolved shear stress of every system");
  group.put("slip_systems_drawn", static_cast<std::int64_t>(system_random_.counter()));
  group.put("slip_amplitudes_drawn", static_cast<std::int64_t>(amplitude_random_.counter()));
  return group;
}

void LatticeSpecimen::restore(const Group& snapshot) {
  require_equal(snapshot, "columns", settings_.columns);
  require_equal(snapshot, "rows", settings_.rows);
  require_equal(snapshot, "slip_systems", settings_.slip_systems);
  const std::size_t systems = systems_.thresholds().size();
  const auto& counts = snapshot.integers("slips");
  if (counts.size() != elements()) throw InputError("lattice snapshot: slips is of another size");

  // Everything is read before anything is changed: a bad snapshot leaves the lattice as it was.
  auto diagonal = doubles_of(snapshot, "stress_diagonal", elements());
  auto shear = doubles_of(snapshot, "stress_shear", elements());
  auto plastic_diagonal = doubles_of(snapshot, "plastic_diagonal", elements());
  auto plastic_shear = doubles_of(snapshot, "plastic_shear", elements());
  auto slip_diagonal = doubles_of(snapshot, "slip_diagonal", systems);
  auto slip_shear = doubles_of(snapshot, "slip_shear", systems);
  auto threshold = doubles_of(snapshot, "threshold", systems);
  const double strain = snapshot.number("strain");
  const double relaxed_strain = snapshot.number("relaxed_strain");
  const std::int64_t systems_drawn = snapshot.integer("slip_systems_drawn");
  const std::int64_t amplitudes_drawn = snapshot.integer("slip_amplitudes_drawn");

  diagonal_ = std::move(diagonal);
  shear_ = std::move(shear);
  plastic_diagonal_ = std::move(plastic_diagonal);
  plastic_shear_ = std::move(plastic_shear);
  slip_counts_ = counts;
  systems_.assign(std::move(slip_diagonal), std::move(slip_shear), std::move(threshold));
  system_random_.seek(static_cast<std::uint64_t>(systems_drawn));
  amplitude_random_.seek(static_cast<std::uint64_t>(amplitudes_drawn));
  discs_.forget_all();
  settle(relaxed_strain);
  strain_ = strain;
}

}  // namespace vitrum::elastoplastic
