#include "study/castellanos2021/local_scaling.h"

#include <cmath>
#include <set>

#include "compare/power_law.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double weak_share = 1.0 / 3;

std::optional<compare::PowerLaw> law_of(const FigureSeries& curve, double low, double high) {
  std::vector<double> x;
  std::vector<Estimate> y;
  for (std::size_t i = 0; i < curve.x.size(); ++i)
    if (curve.x[i] >= low && curve.x[i] <= high && curve.y[i] > 0) {
      x.push_back(curve.x[i]);
      y.push_back({curve.y[i], curve.error[i]});
    }
  if (std::set<double>(x.begin(), x.end()).size() < 3) return std::nullopt;
  return compare::fit_power_law(x, y);
}

}  // namespace

PaperClaim backward_scaling_claim(const LocalComparison& local) {
  PaperClaim claim =
      claim_unknown("Against the load, the distance to threshold falls differently with R in the two models.",
                    "fewer than three radii of each model were tested against the load");
  claim.criterion =
      "exponents of R of the mean distance backward differ by more than two standard errors; fails if by "
      "less, and less than 0.2";
  const FigureSeries glass = local.glass_flowing.against_radius(distance, Moment::mean, 90);
  const FigureSeries lattice = local.lattice_flowing.against_radius(distance, Moment::mean, 90);
  if (glass.x.empty() || lattice.x.empty()) return claim;
  const double low = 0.9 * std::max(glass.x.front(), lattice.x.front());
  const double high = 1.1 * std::min(glass.x.back(), lattice.x.back());
  const auto first = law_of(glass, low, high), second = law_of(lattice, low, high);
  if (!first || !second) return claim;
  const double apart = std::abs(first->exponent.value - second->exponent.value);
  const double error = std::hypot(first->exponent.error, second->exponent.error);
  claim.here = "exponent " + in_words(first->exponent) + " in the glass, " + in_words(second->exponent) +
               " in the lattice, R from " + in_words(low / 0.9) + " to " + in_words(high / 1.1);
  if (apart > 2 * error) claim.verdict = Verdict::holds;
  if (apart <= 2 * error && apart < 0.2) claim.verdict = Verdict::fails;
  return claim;
}

std::vector<PaperClaim> weak_end_claims(const LocalComparison& local) {
  std::vector<PaperClaim> out;
  for (const std::string model : model_names) {
    const bool glass = model == "glass";
    const std::string statement =
        glass ? "Small distances to threshold are rare in the glass: their density rises from zero."
              : "In the lattice the density of small distances has a negative exponent.";
    const LocalMeasures& flowing = local.of(model, LocalState::stationary);
    const FigureSeries density =
        density_series(model, model, flowing.small_distances(local.radius(model), 0), true);
    const Estimate mean = flowing.moment(distance, Moment::mean, local.radius(model), 0);
    const auto law = law_of(density, 0, weak_share * mean.value);
    if (!law) {
      out.push_back(
          claim_unknown(statement, "fewer than three bins of distances below a third of their mean"));
      continue;
    }
    const std::string what = "exponent below a third of the mean distance";
    out.push_back(claim_sign(statement, what, law->exponent, glass));
  }
  return out;
}

}  // namespace vitrum::study::castellanos2021
