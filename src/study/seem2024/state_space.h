// Pictures of the state space of paper 2: X_1 to the right, stress upwards.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "seem/elastic_law.h"
#include "study/figure.h"
#include "study/seem2024/figures.h"

namespace vitrum::study::seem2024 {

inline constexpr const char* paper_2 = "paper 2";
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A panel with both axes named.
FigurePanel state_panel(const std::string& name, const std::string& title, const Units& units);

/// A number of each bin; not a number where nothing is known.
FigureMap map_of(const seem::StateGrid& grid, const Units& units, const std::string& label,
                 const std::function<double(std::size_t bin)>& value);

FigureSeries path_of(const std::string& label, const std::string& role, const Units& units,
                     const std::vector<seem::StatePoint>& points);

}  // namespace vitrum::study::seem2024
