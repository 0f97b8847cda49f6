// The figures of paper 2 (Xu, Wu, Lu, Shields, Rycroft, Bamer, Falk 2024) with what a harvest found, and what
// the paper says of each, judged by the data.
//
// A figure is always there: one for which there is no data says why.
#pragma once

#include <string>
#include <vector>

#include "study/element_maps.h"
#include "study/figure.h"
#include "study/harvest.h"

namespace vitrum::study {

/// All of them, in the order of the paper; without a harvest none has data.
/// Behind them, those of what goes beyond the paper: reversed loading and lattices of elements, where there
/// is some.
std::vector<PaperFigure> seem2024_figures(const std::optional<Harvested>& harvested,
                                          const std::vector<ElementSet>& elements = {});

namespace seem2024 {

/// How stresses and energies of the records are shown.
struct Units {
  double stress_factor = 1;
  std::string stress, energy;  ///< " / GPa", " / eV", or those of a potential
};
Units units_of(const Harvested& harvested);
Units units_of(const std::string& units);

PaperFigure figure_1(const Harvested& harvested);
PaperFigure figure_s1(const Harvested& harvested);  ///< and table I
PaperFigure figure_2(const Harvested& harvested);
PaperFigure figure_3(const Harvested& harvested);
PaperFigure figure_4(const Harvested& harvested);
PaperFigure figure_5(const Harvested& harvested);
PaperFigure figure_legs(const Harvested& harvested);                   ///< programs beyond forward loading
PaperFigure figure_elements(const std::vector<ElementSet>& elements);  ///< and lattices

}  // namespace seem2024
}  // namespace vitrum::study
