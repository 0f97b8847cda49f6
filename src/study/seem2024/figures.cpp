#include "study/seem2024/figures.h"

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

Units units_of(const Harvested& harvested) {
  if (harvested.units == "metal") return {atomistic::gigapascals, " / GPa", " / eV"};
  return {1, "", ""};
}

}  // namespace seem2024

std::vector<PaperFigure> seem2024_figures(const std::optional<Harvested>& harvested) {
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
  return out;
}

}  // namespace vitrum::study
