#include "study/seem2024/state_space.h"

#include "study/figure_series.h"

namespace vitrum::study::seem2024 {

FigurePanel state_panel(const std::string& name, const std::string& title, const Units& units) {
  return panel(name, title, "X_1" + units.energy, "tau" + units.stress);
}

FigureMap map_of(const seem::StateGrid& grid, const Units& units, const std::string& label,
                 const std::function<double(std::size_t bin)>& value) {
  FigureMap out;
  out.x = grid.inelastic_edges();
  for (const double edge : grid.stress_edges()) out.y.push_back(units.stress_factor * edge);
  for (std::size_t bin = 0; bin < grid.bins(); ++bin) out.values.push_back(value(bin));
  out.label = label;
  return out;
}

FigureSeries path_of(const std::string& label, const std::string& role, const Units& units,
                     const std::vector<seem::StatePoint>& points) {
  FigureSeries out = series(label, role, Mark::path);
  for (const seem::StatePoint& point : points) {
    out.x.push_back(point.inelastic);
    out.y.push_back(units.stress_factor * point.stress);
  }
  return out;
}

}  // namespace vitrum::study::seem2024
