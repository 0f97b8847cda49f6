#include "study/seem2024/figures.h"

#include <algorithm>

#include "atomistic/eam_force_field.h"
#include "study/verdicts.h"

namespace vitrum::study {

namespace {

PaperFigure without_data(const std::string& number, const std::string& title) {
  PaperFigure out;
  out.paper = "paper 2";
  out.number = number;
  out.title = title;
  out.note = "Nothing was harvested; the remarks say why.";
  return out;
}

}  // namespace

namespace seem2024 {

Units units_of(const Harvested& harvested) { return units_of(harvested.units); }

Units units_of(const std::string& units) {
  if (units == "metal") return {atomistic::gigapascals, " / GPa", " / eV"};
  // Loadings do not tell of how many dimensions they are.
  return {1, " / (eps/sigma^d)", " / eps"};
}

}  // namespace seem2024

std::vector<PaperFigure> seem2024_figures(const std::optional<Harvested>& harvested,
                                          const std::vector<ElementSet>& elements) {
  using namespace seem2024;
  if (!harvested)
    return {without_data("Fig. 1", "One specimen"),
            without_data("Fig. S1", "Elastic law"),
            without_data("Fig. 2", "Rates, changes and mean flow"),
            without_data("Fig. 3", "Events"),
            without_data("Fig. 4", "One replay"),
            without_data("Fig. 5", "Mean replays")};
  std::vector<PaperFigure> out{figure_1(*harvested), figure_s1(*harvested), figure_2(*harvested),
                               figure_3(*harvested), figure_4(*harvested),  figure_5(*harvested)};
  for (PaperFigure& figure : out) figure.paper = "paper 2";
  if (std::any_of(harvested->sets.begin(), harvested->sets.end(),
                  [](const HarvestedSet& set) { return !set.legs.empty(); }))
    out.push_back(figure_legs(*harvested));
  if (!elements.empty()) out.push_back(figure_elements(elements));
  return out;
}

}  // namespace vitrum::study
