#include "edge/report/paper_figures_summary.h"

#include <nlohmann/json.hpp>

#include "edge/report/paper_figures_html.h"

namespace vitrum::report {
namespace {

using Json = nlohmann::ordered_json;

Json panel_json(const study::FigurePanel& panel) {
  Json json{{"name", panel.name}, {"title", panel.title}, {"x", panel.x_label}, {"y", panel.y_label}};
  if (!panel.categories.empty()) json["categories"] = panel.categories;
  if (!panel.note.empty()) json["note"] = panel.note;
  json["series"] = Json::array();
  for (const auto& one : panel.series) {
    Json series{{"label", one.label}, {"model", one.role}, {"x", one.x}, {"y", one.y}};
    if (!one.error.empty()) series["error"] = one.error;  // not a number is written as null
    json["series"].push_back(std::move(series));
  }
  return json;
}

}  // namespace

Json paper_figures_summary(const std::vector<study::PaperFigure>& figures) {
  Json out = Json::array();
  for (const auto& figure : figures) {
    Json json{{"figure", figure.number}, {"title", figure.title}};
    if (!figure.note.empty()) json["note"] = figure.note;
    json["panels"] = Json::array();
    for (const auto& panel : figure.panels) json["panels"].push_back(panel_json(panel));
    json["claims"] = Json::array();
    for (const auto& claim : figure.claims)
      json["claims"].push_back({{"statement", claim.statement},
                                {"verdict", words_of(claim.verdict).word},
                                {"here", claim.here},
                                {"criterion", claim.criterion}});
    out.push_back(std::move(json));
  }
  return out;
}

}  // namespace vitrum::report
