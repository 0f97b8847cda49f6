#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "compare/stationary_errors.h"

namespace vitrum::compare {
namespace {

/// Mean of what is known.
class Mean {
 public:
  void add(const std::optional<double>& value) {
    if (!value) return;
    sum_ += *value;
    ++number_;
  }
  std::optional<double> value() const {
    if (number_ == 0) return std::nullopt;
    return sum_ / number_;
  }

 private:
  double sum_ = 0;
  int number_ = 0;
};

/// Eq. 8. Shares of the whole, not of what lies in the bins; the widths of the bins cancel.
std::optional<double> overlap_error(const std::vector<double>& reference, const Moments& of_reference,
                                    const std::vector<double>& model, const Moments& of_model) {
  if (reference.empty() || of_reference.number == 0) return std::nullopt;
  if (of_model.number == 0) return 1.0;
  if (model.size() != reference.size())
    throw std::invalid_argument("counts of a reference and a model in different bins");
  double overlap = 0;
  for (std::size_t bin = 0; bin < reference.size(); ++bin)
    overlap += std::min(reference[bin] / of_reference.number, model[bin] / of_model.number);
  return std::max(0.0, 1 - overlap);
}

/// Eq. 9. A reference of 0 has no relative error.
std::optional<double> relative_error(const Moments& reference, const Moments& model,
                                     double (*of)(const Moments&)) {
  if (reference.number == 0) return std::nullopt;
  const double wanted = of(reference);
  if (wanted == 0) return std::nullopt;
  return model.number == 0 ? 1.0 : std::abs(1 - of(model) / wanted);
}

double mean_of(const Moments& moments) { return moments.mean(); }
double deviation_of(const Moments& moments) { return moments.deviation(); }

}  // namespace

PlainErrors plain_errors(const Yardstick& yardstick, const CalibrationSample& reference,
                         const CalibrationSample& model) {
  PlainErrors out;
  Mean macro;
  for (std::size_t q = 0; q < out.density.size(); ++q) {
    if (yardstick.edges[q].empty()) continue;
    out.density[q] =
        overlap_error(reference.counts[q], reference.macroscale[q], model.counts[q], model.macroscale[q]);
    macro.add(out.density[q]);
  }
  out.macro = macro.value();

  for (std::size_t angle = 0; angle < out.local.size(); ++angle) {
    Mean meso;
    for (std::size_t m = 0; m < local_magnitudes.size(); ++m) {
      const Moments& wanted = reference.stationary[angle][m];
      const Moments& found = model.stationary[angle][m];
      const std::size_t deviation = m + local_magnitudes.size();
      if (!yardstick.vague[angle][m]) out.local[angle][m] = relative_error(wanted, found, mean_of);
      if (!yardstick.vague[angle][deviation])
        out.local[angle][deviation] = relative_error(wanted, found, deviation_of);
    }
    for (const auto& error : out.local[angle]) meso.add(error);
    (angle == 0 ? out.forward : out.backward) = meso.value();
  }

  Mean meso, stat;
  meso.add(out.forward);
  meso.add(out.backward);
  stat.add(out.macro);
  stat.add(meso.value());
  out.stat = stat.value().value_or(0);
  return out;
}

}  // namespace vitrum::compare
