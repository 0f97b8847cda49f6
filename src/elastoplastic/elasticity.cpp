#include "elastoplastic/elasticity.h"

namespace vitrum::elastoplastic {

namespace {

void add(const std::vector<double>& rate, double strain, std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += strain * rate[i];
}

void add(double change, std::vector<double>& values) {
  if (change == 0) return;
  for (double& value : values) value += change;
}

}  // namespace

void add(const Loading& loading, double strain, StressField& stress) {
  if (loading.uniform) {
    add(strain * loading.mean.diagonal, stress.diagonal);
    add(strain * loading.mean.shear, stress.shear);
    return;
  }
  add(loading.field.diagonal, strain, stress.diagonal);
  add(loading.field.shear, strain, stress.shear);
  if (stress.has_pressure()) add(loading.field.pressure, strain, stress.pressure);
}

}  // namespace vitrum::elastoplastic
