// Numbers beside tau and X_1 that a record tells of a specimen: candidates for further state variables.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seem/elastic_law.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

enum class PathVariable {
  plastic_strain,  ///< sum of the stress drops since the beginning, over G_0
  age,             ///< X_1 at the beginning: how well the glass was annealed
  since_event,     ///< strain since the last event, or since the beginning
  highest_stress,  ///< that the specimen has been under so far
};

/// In the order of the enumeration, as settings and pages name them.
const std::vector<std::string>& names_of_path_variables();
std::optional<PathVariable> path_variable_named(std::string_view name);

/// Its value along forward loading, for marked(): at the strain of an event that before it.
/// @param trajectory of one leg, with one state at least; need not outlive the function
std::function<double(double strain)> path_variable(const Trajectory& trajectory, const ElasticLaw& law,
                                                   PathVariable which);

/// A number that was measured now and then: at a strain, that of the last measurement before it that found
/// one (not NaN); before the first such measurement, its value.
/// @param strain, value of the measurements, in the order of rising strain
/// @throws InputError when they differ in number or none found a value.
std::function<double(double strain)> measured_variable(const std::vector<double>& strain,
                                                       const std::vector<double>& value);

}  // namespace vitrum::seem
