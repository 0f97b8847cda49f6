// What a lattice of elements shows and stores.
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "seem/map_lattice.h"

namespace vitrum::seem {
namespace {

std::vector<double> doubles_of(const Group& snapshot, const char* name, std::size_t elements) {
  const std::vector<double>& values = snapshot.doubles(name);
  if (values.size() != elements)
    throw InputError(std::string("snapshot of a lattice of elements: ") + name +
                     " is of a lattice of another size");
  return values;
}

}  // namespace

Group MapLattice::fields() const {
  std::vector<double> plastic, slips;
  for (std::size_t i = 0; i < elements(); ++i) {
    plastic.push_back(strains_[i] - elastic_strain(i) + first_elastic_strain_[i]);
    slips.push_back(static_cast<double>(slips_[i]));
  }
  const std::vector<std::size_t> shape{settings_.rows, settings_.columns};
  Group group;
  group.put_shaped("stress_xy", shape, stress_, "stress", "shear stress");
  group.put_shaped("inelastic", shape, inelastic_, "energy per atom", "X_1");
  group.put_shaped("strain", shape, strains_, "1", "engineering shear strain since the beginning");
  group.put_shaped("plastic_shear", shape, std::move(plastic), "1",
                   "strain since the beginning less what is elastic of it");
  group.put_shaped("slips", shape, std::move(slips), "1", "events since the beginning");
  group.put("unvisited", counts_.strain > 0 ? counts_.unvisited / counts_.strain : 0, "1",
            "share of the strain in bins that the harvest knows too little of");
  return group;
}

Group MapLattice::snapshot() const {
  Group group;
  group.put("strain", strain_);
  group.put("stress", stress_);
  group.put("inelastic", inelastic_);
  group.put("strains", strains_);
  group.put("waiting", waiting_);
  group.put("first_elastic_strain", first_elastic_strain_);
  group.put("slips", slips_);
  group.put("guess", guess_);
  group.put("events", counts_.events);
  group.put("gone_through", counts_.strain);
  group.put("unvisited", counts_.unvisited);
  group.put("random_counter", static_cast<std::int64_t>(random_.counter()));
  return group;
}

void MapLattice::restore(const Group& snapshot) {
  std::vector<std::int64_t> slips = snapshot.integers("slips");
  if (slips.size() != elements())
    throw InputError("snapshot of a lattice of elements: slips is of a lattice of another size");
  stress_ = doubles_of(snapshot, "stress", elements());
  inelastic_ = doubles_of(snapshot, "inelastic", elements());
  strains_ = doubles_of(snapshot, "strains", elements());
  waiting_ = doubles_of(snapshot, "waiting", elements());
  first_elastic_strain_ = doubles_of(snapshot, "first_elastic_strain", elements());
  guess_ = doubles_of(snapshot, "guess", elements());
  slips_ = std::move(slips);
  strain_ = snapshot.number("strain");
  counts_ = {snapshot.integer("events"), snapshot.number("gone_through"), snapshot.number("unvisited")};
  random_.seek(static_cast<std::uint64_t>(snapshot.integer("random_counter")));
  sites_.clear();
}

}  // namespace vitrum::seem
