#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/local_claims.h"
#include "study/castellanos2021/local_panels.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {

PaperFigure figure_8(const Settings& settings, const Results& results) {
  PaperFigure out{
      "Fig. 8", "Standard deviations of local properties against patch size and direction", {}, {}, ""};
  const LocalComparison local(settings, results);
  constexpr Moment deviation = Moment::deviation;
  out.panels = {against_radius_panel("8a", von_mises_row, deviation, local),
                against_angle_panel("8b", resolved_row, deviation, local),
                against_radius_panel("8c", yield_row, deviation, local),
                against_angle_panel("8d", yield_row, deviation, local),
                against_radius_panel("8e", distance_row, deviation, local),
                against_angle_panel("8f", distance_row, deviation, local),
                against_radius_panel("8g", drop_row, deviation, local),
                against_angle_panel("8h", drop_row, deviation, local)};
  out.claims.push_back(
      convergence_claim("Standard deviations of both models converge as patches grow.", deviation, local));
  out.claims.push_back(local.about_paper_radius(
      claim_small("Standard deviations of the quenched state are reproduced.",
                  "mean relative difference as quenched, forward",
                  mean_difference(local, LocalState::quenched, deviation, 0), quantitative)));
  out.claims.push_back(local.about_paper_radius(
      claim_small("Standard deviations in stationary flow are reproduced along the load.",
                  "mean relative difference in stationary flow, forward",
                  mean_difference(local, LocalState::stationary, deviation, 0), quantitative)));
  for (const LocalRow& row : {yield_row, distance_row})
    out.claims.push_back(diagonal_minimum_claim(row, deviation, local));
  out.note = local.note();
  return out;
}

}  // namespace vitrum::study::castellanos2021
