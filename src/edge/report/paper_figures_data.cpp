#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

const char* word_of(study::Mark mark) {
  switch (mark) {
    case study::Mark::points:
      return "points";
    case study::Mark::bars:
      return "bars";
    case study::Mark::cloud:
      return "cloud";
    case study::Mark::path:
      return "path";
    default:
      return "line";
  }
}

const char* word_of(study::Stroke stroke) {
  switch (stroke) {
    case study::Stroke::dashed:
      return "dashed";
    case study::Stroke::dotted:
      return "dotted";
    default:
      return "solid";
  }
}

nlohmann::json panel_data(const study::FigurePanel& panel) {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& one : panel.series) {
    nlohmann::json data{{"label", prose_html(one.label)}, {"role", one.role},   {"mark", word_of(one.mark)},
                        {"stroke", word_of(one.stroke)},  {"x", packed(one.x)}, {"value", packed(one.y)}};
    if (!one.error.empty()) data["error"] = packed(one.error);
    all.push_back(std::move(data));
  }
  nlohmann::json data{{"name", panel.name},
                      {"logX", panel.log_x},
                      {"logY", panel.log_y},
                      {"categories", panel.categories},
                      {"series", std::move(all)}};
  if (!panel.map.values.empty())
    data["map"] = {{"x", packed(panel.map.x)},
                   {"y", packed(panel.map.y)},
                   {"value", packed(panel.map.values)},
                   {"logarithmic", panel.map.logarithmic}};
  return data;
}

}  // namespace

nlohmann::json paper_figures_data(const std::vector<study::PaperFigure>& figures) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& figure : figures) {
    nlohmann::json panels = nlohmann::json::array();
    for (const auto& panel : figure.panels)
      if (study::has_data(panel) && (panel.series.empty() || panel.series.front().mark != study::Mark::cells))
        panels.push_back(panel_data(panel));
    out.push_back({{"number", figure.number}, {"panels", std::move(panels)}});
  }
  if (out.empty()) return nullptr;
  return out;
}

}  // namespace vitrum::report
