#include "seem/path_variable.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/error.h"

namespace vitrum::seem {

namespace {

/// A function that keeps its value between steps. At a step it has the value before it.
struct Steps {
  std::vector<double> at, value;  // value[i] after at[i]
  double first = 0;

  std::size_t before(double strain) const {
    return static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), strain) - at.begin());
  }
  double operator()(double strain) const {
    const std::size_t n = before(strain);
    return n == 0 ? first : value[n - 1];
  }
};

Steps plastic_strain(const Trajectory& trajectory, const ElasticLaw& law) {
  Steps steps;
  double sum = 0;
  for (const PlasticEvent& event : trajectory.events) {
    sum += event.jump.stress_drop / law.modulus;
    steps.at.push_back(event.strain);
    steps.value.push_back(sum);
  }
  return steps;
}

Steps last_event(const Trajectory& trajectory) {
  Steps steps;
  steps.first = trajectory.strain.front();
  for (const PlasticEvent& event : trajectory.events) steps.at.push_back(event.strain);
  steps.value = steps.at;
  return steps;
}

Steps highest_stress(const Trajectory& trajectory) {
  Steps steps;
  double highest = steps.first = trajectory.states.front().stress;
  for (const ElasticPath& path : trajectory.paths) {
    highest = std::max({highest, path.from.stress, path.to.stress});
    steps.at.push_back(path.begin + path.increment);
    steps.value.push_back(highest);
  }
  return steps;
}

}  // namespace

const std::vector<std::string>& names_of_path_variables() {
  static const std::vector<std::string> names{"plastic strain", "age", "strain since event",
                                              "highest stress"};
  return names;
}

std::optional<PathVariable> path_variable_named(std::string_view name) {
  const auto& names = names_of_path_variables();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<PathVariable>(found - names.begin());
}

std::function<double(double strain)> path_variable(const Trajectory& trajectory, const ElasticLaw& law,
                                                   PathVariable which) {
  if (trajectory.states.empty()) throw InputError("a trajectory without states has no further variables");
  switch (which) {
    case PathVariable::plastic_strain:
      return plastic_strain(trajectory, law);
    case PathVariable::since_event:
      return [last = last_event(trajectory)](double strain) { return strain - last(strain); };
    case PathVariable::highest_stress:
      return highest_stress(trajectory);
    case PathVariable::age:
      break;
  }
  return [age = trajectory.states.front().inelastic](double) { return age; };
}

std::function<double(double strain)> measured_variable(const std::vector<double>& strain,
                                                       const std::vector<double>& value) {
  if (strain.size() != value.size())
    throw InputError("a measured variable has not as many values as strains");
  Steps steps;
  for (std::size_t i = 0; i < strain.size(); ++i) {
    if (!std::isfinite(value[i])) continue;
    steps.at.push_back(strain[i]);
    steps.value.push_back(value[i]);
  }
  if (steps.at.empty()) throw InputError("no measurement of this variable found a value");
  steps.first = steps.value.front();
  return steps;
}

}  // namespace vitrum::seem
