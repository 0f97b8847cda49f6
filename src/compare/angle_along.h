// Which of the tested angles stands for a direction of loading.
#pragma once

#include <optional>
#include <set>

namespace vitrum::compare {

/// Of these angles (degrees) the one nearest to a direction: 0 is forward, 90 backward; those that differ by
/// 180 are one. Nothing where none is within 15 degrees of it: what is found along others says little of it.
std::optional<double> angle_along(const std::set<double>& angles, double direction);

}  // namespace vitrum::compare
