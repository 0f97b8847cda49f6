#include "study/castellanos2021/local_claims.h"

#include <algorithm>
#include <cmath>

#include "study/castellanos2021/local_scaling.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr Moment mean = Moment::mean;

PaperClaim agreement_claim(const LocalRow& row, LocalState state, const LocalComparison& local) {
  return claim_small("At R = 30 the mean " + std::string(row.words) +
                         " along the load agrees quantitatively, " + name_of(state) + ".",
                     "relative difference at " + local.radii_in_words(),
                     local.difference(state, row.quantity, mean, 0), quantitative);
}

/// Of the means along all angles from their mean, relative to `scale`: the largest.
Estimate largest_deviation(const FigureSeries& curve) {
  double sum = 0;
  for (const double y : curve.y) sum += y / static_cast<double>(curve.y.size());
  Estimate out{0, 0};
  for (std::size_t i = 0; i < curve.y.size(); ++i)
    if (std::abs(curve.y[i] / sum - 1) >= out.value)
      out = {std::abs(curve.y[i] / sum - 1), curve.error[i] / std::abs(sum)};
  return out;
}

PaperClaim isotropy_claim(const LocalComparison& local) {
  PaperClaim claim = claim_unknown("As quenched, no direction is special.", "");
  claim.criterion =
      "mean yield stress along any direction is within 5 % of the mean over directions, or within three "
      "of its standard errors; both models";
  bool first = true;
  for (const std::string model : model_names) {
    const FigureSeries curve =
        local.of(model, LocalState::quenched).against_angle(tau_c, mean, local.radius(model));
    if (curve.x.size() < 3) {
      claim.here = "fewer than three directions of the " + model + " were tested as quenched";
      claim.verdict = Verdict::unknown;
      return claim;
    }
    const Estimate most = largest_deviation(curve);
    const bool holds = most.value <= 0.05 || most.value <= 3 * most.error;
    const Verdict verdict = holds ? Verdict::holds : Verdict::fails;
    claim.verdict = first ? verdict : both(claim.verdict, verdict);
    claim.here +=
        (first ? "" : "; ") + model + ": at most " + in_percent(most) + " from the mean over directions";
    first = false;
  }
  return claim;
}

PaperClaim polarisation_claim(const std::string& model, const LocalComparison& local) {
  const LocalMeasures& flowing = local.of(model, LocalState::stationary);
  const Estimate forward = flowing.moment(tau_c, mean, local.radius(model), 0);
  const Estimate backward = flowing.moment(tau_c, mean, local.radius(model), 90);
  return claim_larger("Stationary flow makes the yield stress of the " + model +
                          " anisotropic: it yields at a lower one "
                          "against the load.",
                      "yield stress forward", forward, "backward", backward);
}

PaperClaim negative_claim(const std::string& model, const LocalComparison& local) {
  const Estimate backward =
      local.of(model, LocalState::stationary).moment(tau_c, mean, local.radius(model), 90);
  return claim_sign(
      "The mean yield stress of the " + model + " against the load is negative in stationary flow.",
      "yield stress backward", backward, false);
}

PaperClaim every_angle_claim(const LocalRow& row, const LocalComparison& local) {
  const Estimate apart =
      !local.comparable()
          ? Estimate{std::nan(""), std::nan("")}
          : relative_difference(
                local.glass_flowing.against_angle(row.quantity, mean, local.glass_radius),
                local.lattice_flowing.against_angle(row.quantity, mean, local.lattice_radius));
  return claim_small(
      "The mean " + std::string(row.words) + " matches remarkably well along every direction, stationary.",
      "mean difference over directions, relative to the mean size", apart, excellent);
}

PaperClaim underestimated_claim(const LocalComparison& local) {
  const std::string statement =
      "The lattice underestimates the distance to threshold along the load in stationary flow.";
  if (!local.comparable()) return claim_unknown(statement, "the models were not tested at one radius");
  return claim_larger(statement, "distance in the glass",
                      local.glass_flowing.moment(distance, mean, local.glass_radius, 0), "in the lattice",
                      local.lattice_flowing.moment(distance, mean, local.lattice_radius, 0));
}

PaperClaim accuracy_claim(const LocalComparison& local) {
  return claim_larger("Local properties are reproduced better along the load than against it.",
                      "mean relative difference backward",
                      mean_difference(local, LocalState::stationary, mean, 90), "forward",
                      mean_difference(local, LocalState::stationary, mean, 0));
}

PaperClaim small_patch_claim(const LocalComparison& local) {
  const std::string statement =
      "Below R = 15 the lattice underestimates the local yield stress, since the rigid edge "
      "of small patches of atoms makes them strong.";
  const double radius = local.glass_flowing.radius_near(5), other = local.lattice_flowing.radius_near(radius);
  if (radius == 0 || radius >= 15 || !nearly_same_radius(other, radius))
    return claim_unknown(statement, "no radius below 15 was tested in both models");
  return claim_larger(statement, "yield stress at R = " + in_words(radius) + " in the glass",
                      local.glass_flowing.moment(tau_c, mean, radius, 0), "in the lattice",
                      local.lattice_flowing.moment(tau_c, mean, other, 0));
}

}  // namespace

PaperClaim diagonal_minimum_claim(const LocalRow& row, Moment moment, const LocalComparison& local) {
  const std::string symbol = moment == mean ? "mean " : "standard deviation of the ";
  PaperClaim claim = claim_unknown("The " + symbol + row.words +
                                       " of the lattice has small minima near 45 degrees, "
                                       "from its square elements; the glass has none.",
                                   "");
  claim.criterion =
      "along 45 and -45 degrees less than the mean of the two neighbouring directions by more than two "
      "standard errors in the lattice, not in the glass";
  std::vector<Verdict> found;
  for (const std::string model : model_names) {
    const FigureSeries curve =
        local.of(model, LocalState::stationary).against_angle(row.quantity, moment, local.radius(model));
    double below = 0, squares = 0, number = 0;
    for (std::size_t i = 1; i + 1 < curve.x.size(); ++i) {
      if (std::abs(curve.x[i]) != 45) continue;
      below += (curve.y[i - 1] + curve.y[i + 1]) / 2 - curve.y[i];
      squares += curve.error[i] * curve.error[i] +
                 (std::pow(curve.error[i - 1], 2) + std::pow(curve.error[i + 1], 2)) / 4;
      number += 1;
    }
    if (number == 0 || !std::isfinite(squares)) {
      claim.here = "the " + model + " was not tested along 45 degrees and both neighbours, or too little";
      return claim;
    }
    const Estimate depth{below / number, std::sqrt(squares) / number};
    claim.here += (found.empty() ? "" : "; ") + model + ": below its neighbours by " + in_words(depth);
    const bool minimum = depth.value > 2 * depth.error;
    found.push_back(minimum == (model == "lattice") ? Verdict::holds : Verdict::fails);
  }
  claim.verdict = found[1] == Verdict::fails ? Verdict::fails : both(found[0], found[1]);
  return claim;
}

std::vector<PaperClaim> local_mean_claims(const LocalComparison& local) {
  std::vector<PaperClaim> out;
  for (const LocalState state : {LocalState::quenched, LocalState::stationary})
    for (const LocalRow& row : {von_mises_row, yield_row, distance_row, drop_row})
      out.push_back(local.about_paper_radius(agreement_claim(row, state, local)));
  out.push_back(convergence_claim("The models converge as patches grow.", mean, local));
  out.push_back(isotropy_claim(local));
  for (const std::string model : model_names) out.push_back(polarisation_claim(model, local));
  for (const std::string model : model_names)
    out.push_back(local.about_paper_radius(negative_claim(model, local)));
  out.push_back(local.about_paper_radius(every_angle_claim(resolved_row, local)));
  out.push_back(local.about_paper_radius(every_angle_claim(yield_row, local)));
  out.push_back(underestimated_claim(local));
  out.push_back(accuracy_claim(local));
  out.push_back(backward_scaling_claim(local));
  for (PaperClaim& claim : weak_end_claims(local)) out.push_back(std::move(claim));
  out.push_back(small_patch_claim(local));
  out.push_back(diagonal_minimum_claim(drop_row, mean, local));
  return out;
}

}  // namespace vitrum::study::castellanos2021
