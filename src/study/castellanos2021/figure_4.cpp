#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/local_claims.h"
#include "study/castellanos2021/local_panels.h"

namespace vitrum::study::castellanos2021 {

PaperFigure figure_4(const Settings& settings, const Results& results) {
  PaperFigure out{
      "Fig. 4", "Local properties: densities, and means against patch size and direction", {}, {}, ""};
  const LocalComparison local(settings, results);
  constexpr Moment mean = Moment::mean;
  out.panels = {local_density_panel("4a", von_mises_row, 0, false, local),
                against_radius_panel("4b", von_mises_row, mean, local),
                against_angle_panel("4c", resolved_row, mean, local)};
  const struct {
    const char *density, *radius, *angle;
    LocalRow row;
  } rows[]{{"4d", "4e", "4f", yield_row}, {"4g", "4h", "4i", distance_row}, {"4j", "4k", "4l", drop_row}};
  for (const auto& [density, radius, angle, row] : rows) {
    out.panels.push_back(local_density_panel(density, row, 0, row.quantity == distance, local));
    out.panels.push_back(against_radius_panel(radius, row, mean, local));
    out.panels.push_back(against_angle_panel(angle, row, mean, local));
  }
  out.claims = local_mean_claims(local);
  out.note =
      "Densities are those of tests along the load. First row: von Mises stress, and on the right the "
      "resolved shear stress. Means leave out tests that found no instability. " +
      local.note();
  return out;
}

}  // namespace vitrum::study::castellanos2021
