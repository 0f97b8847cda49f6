#include "edge/export/figure_tables.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>
#include <variant>

#include "compare/uniform_curve.h"
#include "edge/export/digits.h"

namespace vitrum::exports {
namespace {

using Cell = std::variant<double, std::int64_t, std::string>;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// Lines of cells under a line of names; errors that are not known are left empty.
class Sheet {
 public:
  explicit Sheet(const std::string& names) : text_(names + "\n") {}

  void row(std::initializer_list<Cell> cells) {
    for (const Cell& cell : cells) {
      if (const auto* number = std::get_if<double>(&cell)) {
        if (std::isfinite(*number)) append_number(text_, *number);
      } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
        text_ += std::to_string(*count);
      } else {
        text_ += quoted(std::get<std::string>(cell));
      }
      text_ += ',';
    }
    text_.back() = '\n';
    empty_ = false;
  }
  void save(const std::string& name, std::vector<Document>& out) const {
    if (!empty_) out.push_back({name, text_});
  }

 private:
  std::string text_;
  bool empty_ = true;
};

double at(const std::vector<double>& values, std::size_t i) {
  return i < values.size() ? values[i] : std::nan("");
}

/// "Fig. 2" and "2a": "figure-2-2a.csv".
std::string file_name(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != '-')
      out += '-';
  while (out.ends_with('-')) out.pop_back();
  return out;
}

void add_quantities(const study::Results& results, std::vector<Document>& out) {
  Sheet sheet("table,key,label,symbol,unit,value,error,note");
  for (const study::QuantityTable& table : results.tables)
    for (const study::Quantity& row : table.rows)
      sheet.row({table.title, row.key, row.label, row.symbol, row.unit, row.value,
                 row.error < 0 ? std::nan("") : row.error, row.note});
  sheet.save("quantities.csv", out);
}

void add_mean_curve(const std::vector<study::SampleRecord>& records, const char* model,
                    std::vector<Document>& out) {
  std::vector<compare::UniformCurve> curves;
  for (const study::SampleRecord& record : records)
    if (compare::has_uniform_curve(record.history)) curves.push_back(compare::uniform_curve(record.history));
  std::erase_if(curves, [&](const compare::UniformCurve& one) {
    return one.origin != curves.front().origin || one.step != curves.front().step;
  });
  if (curves.empty()) return;
  std::size_t common = curves.front().stress.size();
  for (const auto& curve : curves) common = std::min(common, curve.stress.size());
  Sheet sheet("strain,stress_xy,error");
  for (std::size_t k = 0; k < common; ++k) {
    std::vector<double> values;
    for (const auto& curve : curves) values.push_back(curve.stress[k]);
    const compare::Estimate mean = compare::mean_of_realizations(values);
    sheet.row({curves.front().origin + static_cast<double>(k) * curves.front().step, mean.value, mean.error});
  }
  sheet.save(std::string("mean-curve-") + model + ".csv", out);
}

void add_densities(const study::Results& results, std::vector<Document>& out) {
  const auto add = [&](const std::string& quantity, const compare::Density& glass,
                       const compare::Density& lattice) {
    Sheet sheet("from,to,glass,glass_error,lattice,lattice_error");
    const auto& edges = glass.edges.empty() ? lattice.edges : glass.edges;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
      sheet.row({edges[i], edges[i + 1], at(glass.value, i), at(glass.error, i), at(lattice.value, i),
                 at(lattice.error, i)});
    sheet.save("density-" + quantity + ".csv", out);
  };
  Sheet deviation("width,glass,glass_error,lattice,lattice_error");
  const double none = std::nan("");
  if (results.compared) {
    for (const auto& pair : results.comparison.quantities) add(pair.quantity, pair.first, pair.second);
    for (const auto& one : results.comparison.deviation)
      deviation.row({one.width, one.first.value, one.first.error, one.second.value, one.second.error});
  } else {
    const bool glass = results.description.model == "glass";
    for (const auto& one : results.description.macroscale.quantities)
      add(one.quantity, glass ? one.density : compare::Density{}, glass ? compare::Density{} : one.density);
    for (const auto& one : results.description.macroscale.deviation) {
      const double value = one.value.value, error = one.value.error;
      deviation.row({one.width, glass ? value : none, glass ? error : none, glass ? none : value,
                     glass ? none : error});
    }
  }
  deviation.save("deviation.csv", out);
}

void add_sizes(const std::string& name, const compare::SizeDensity& density, std::vector<Document>& out) {
  Sheet sheet("from,to,density,error");
  for (std::size_t i = 0; i < density.value.size(); ++i)
    sheet.row({density.edges[i], density.edges[i + 1], density.value[i], at(density.error, i)});
  sheet.save("sizes-" + name + ".csv", out);
}

void add_legs(const std::string& name, const std::vector<study::LegCurve>& curves,
              std::vector<Document>& out) {
  Sheet sheet("model,leg,x,value,error");
  for (const study::LegCurve& curve : curves)
    for (std::size_t i = 0; i < curve.curve.x.size(); ++i)
      sheet.row({curve.model, curve.label, curve.curve.x[i], curve.curve.value[i], at(curve.curve.error, i)});
  sheet.save(name + ".csv", out);
}

void add_local_yield(const std::vector<study::LocalYieldState>& states, std::vector<Document>& out) {
  Sheet moments("model,state,strain,radius,angle,tests,quantity,mean,mean_error,deviation,deviation_error");
  Sheet densities("model,state,radius,angle,quantity,from,to,density,error");
  const auto quantities = compare::local_quantities();
  for (const study::LocalYieldState& state : states) {
    for (const compare::LocalStatistics& one : state.statistics)
      for (std::size_t k = 0; k < quantities.size(); ++k)
        moments.row({state.model, state.label, state.strain, one.radius, one.angle, one.tests,
                     std::string(quantities[k].name), one.moments[k].mean.value, one.moments[k].mean.error,
                     one.moments[k].deviation.value, one.moments[k].deviation.error});
    for (const study::LocalDetail& detail : state.details)
      for (std::size_t k = 0; k < quantities.size(); ++k)
        for (std::size_t i = 0; i < detail.densities[k].density.size(); ++i)
          densities.row({state.model, state.label, detail.radius, detail.angle,
                         std::string(quantities[k].name), detail.densities[k].edges[i],
                         detail.densities[k].edges[i + 1], detail.densities[k].density[i],
                         at(detail.densities[k].error, i)});
  }
  moments.save("local-yield.csv", out);
  densities.save("local-yield-densities.csv", out);
}

void add_panel(const std::string& name, const study::FigurePanel& panel, std::vector<Document>& out) {
  Sheet series("series,x,y,error");
  for (const study::FigureSeries& one : panel.series)
    for (std::size_t i = 0; i < one.x.size(); ++i)
      series.row({one.label, one.x[i], at(one.y, i), at(one.error, i)});
  series.save(name + ".csv", out);
  Sheet map("x_from,x_to,y_from,y_to,value");
  const study::FigureMap& m = panel.map;
  for (std::size_t i = 0; i + 1 < m.x.size(); ++i)
    for (std::size_t k = 0; k + 1 < m.y.size(); ++k)
      map.row({m.x[i], m.x[i + 1], m.y[k], m.y[k + 1], m.values[i * (m.y.size() - 1) + k]});
  map.save(name + "-map.csv", out);
}

const char* word_of(study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::holds:
      return "holds";
    case study::Verdict::partly:
      return "partly";
    case study::Verdict::fails:
      return "fails";
    default:
      return "unknown";
  }
}

void add_paper_figures(const std::vector<study::PaperFigure>& figures, std::vector<Document>& out) {
  Sheet claims("figure,statement,verdict,here,criterion");
  for (const study::PaperFigure& figure : figures) {
    for (const study::FigurePanel& panel : figure.panels)
      if (study::has_data(panel)) add_panel("figure-" + file_name(panel.name), panel, out);
    for (const study::PaperClaim& claim : figure.claims)
      claims.row(
          {figure.number, claim.statement, std::string(word_of(claim.verdict)), claim.here, claim.criterion});
  }
  claims.save("claims.csv", out);
}

}  // namespace

std::vector<Document> figure_tables(const study::Results& results) {
  std::vector<Document> out;
  add_quantities(results, out);
  add_mean_curve(results.glass, "glass", out);
  add_mean_curve(results.lattice, "lattice", out);
  add_densities(results, out);
  add_sizes("energy-drops", results.event_sizes.energy_drop, out);
  add_sizes("stress-drops", results.event_sizes.stress_drop, out);
  add_sizes("avalanche-slips", results.avalanche_sizes.slips, out);
  add_sizes("avalanche-durations", results.avalanche_sizes.duration, out);
  add_sizes("avalanche-elements", results.avalanche_sizes.elements, out);
  add_legs("reloads", results.reloads, out);
  add_legs("stress-legs", results.stress_legs, out);
  add_legs("creep", results.creeps, out);
  add_local_yield(results.local, out);
  add_paper_figures(results.paper_figures, out);
  return out;
}

}  // namespace vitrum::exports
