#include "elastoplastic/initial_stress.h"

#include <vector>

#include "base/random.h"

namespace vitrum::elastoplastic {

void add_mean_pressure(Lattice& lattice, const LatticeSettings& settings, const SampleName& name) {
  RandomStream random(name.seed, name.sample, Purpose::mean_pressure);
  StressField stress(lattice.elements(), true);
  const double pressure = settings.mean_pressure + settings.pressure_deviation * random.normal();
  for (double& value : stress.pressure) value = pressure;
  lattice.add_stress(stress);
}

void add_random_stress(Lattice& lattice, double mean, const SampleName& name) {
  RandomStream random(name.seed, name.sample, Purpose::pre_stress);
  std::vector<ElementSlip> slips;
  for (std::size_t element = 0; element < lattice.elements(); ++element) {
    const double diagonal = random.normal();
    slips.push_back({element, {diagonal, random.normal()}});
  }
  const double scale = mean / mean_von_mises(lattice.response(slips));
  for (auto& [element, slip] : slips) slip = {scale * slip.diagonal, scale * slip.shear};
  lattice.add_plastic_strain(slips);
}

double mean_von_mises(const StressField& stress) {
  double sum = 0;
  for (std::size_t i = 0; i < stress.elements(); ++i) sum += length(stress.deviator(i));
  return sum / static_cast<double>(stress.elements());
}

}  // namespace vitrum::elastoplastic
