#include "compare/stationary_errors.h"

#include <cmath>

#include "base/error.h"
#include "compare/ensemble_statistics.h"

namespace vitrum::compare {
namespace {

using Samples = std::span<const CalibrationSample>;

CalibrationSample sum_of(Samples samples) {
  CalibrationSample sum;
  for (const CalibrationSample& sample : samples) sum += sample;
  return sum;
}

CalibrationSample sum_of(Samples samples, const std::vector<std::size_t>& drawn) {
  CalibrationSample sum;
  for (const std::size_t index : drawn) sum += samples[index];
  return sum;
}

/// Every error of one resample in one row, in the order of `each`.
template <class Errors, class Visit>
void each(Errors& errors, Visit visit) {
  for (auto& density : errors.density) visit(density);
  for (auto& angle : errors.local)
    for (auto& local : angle) visit(local);
  visit(errors.macro);
  visit(errors.forward);
  visit(errors.backward);
}

/// What resampling makes of each error. A resample without what an error needs (local tests that only some
/// realizations have) says nothing of that error, nor of the means that it belongs to.
class Resampled {
 public:
  explicit Resampled(const PlainErrors& whole) : whole_(whole) {
    each(whole_, [this](const std::optional<double>&) { spreads_.emplace_back(); });
  }

  void add(PlainErrors drawn) {
    if (!same_parts(drawn.density, whole_.density)) drawn.macro.reset();
    if (!same_parts(drawn.local[0], whole_.local[0])) drawn.forward.reset();
    if (!same_parts(drawn.local[1], whole_.local[1])) drawn.backward.reset();
    std::size_t i = 0;
    each(drawn, [&](const std::optional<double>& value) {
      if (value) spreads_[i].add({*value});
      ++i;
    });
    const bool whole = drawn.macro.has_value() == whole_.macro.has_value() &&
                       drawn.forward.has_value() == whole_.forward.has_value() &&
                       drawn.backward.has_value() == whole_.backward.has_value();
    if (whole) stat_.add({drawn.stat});
  }

  void write(StationaryErrors& out) const {
    std::vector<std::optional<Estimate>> estimates;
    std::size_t i = 0;
    each(whole_, [&](const std::optional<double>& value) {
      estimates.emplace_back();
      if (value) estimates.back() = Estimate{*value, error_of(spreads_[i])};
      ++i;
    });
    i = 0;
    each(out, [&](std::optional<Estimate>& estimate) { estimate = estimates[i++]; });
    out.stat = {whole_.stat, error_of(stat_)};
  }

 private:
  template <std::size_t n>
  static bool same_parts(const std::array<std::optional<double>, n>& a,
                         const std::array<std::optional<double>, n>& b) {
    for (std::size_t i = 0; i < n; ++i)
      if (a[i].has_value() != b[i].has_value()) return false;
    return true;
  }
  static double error_of(const Spread& spread) {
    const auto deviations = spread.deviations();
    return deviations.empty() ? std::nan("") : deviations.front();
  }

  PlainErrors whole_;
  std::vector<Spread> spreads_;
  Spread stat_;
};

/// Half the difference of what two resamples are off their wholes: L[P] were both wholes the same.
double apart(const CalibrationSample& reference, const CalibrationSample& all_reference,
             const CalibrationSample& model, const CalibrationSample& all_model, std::size_t q) {
  const auto share = [q](const CalibrationSample& sample, std::size_t bin) {
    const double number = sample.macroscale[q].number;
    return number > 0 && bin < sample.counts[q].size() ? sample.counts[q][bin] / number : 0;
  };
  double sum = 0, outside = 0;
  for (std::size_t bin = 0; bin < all_reference.counts[q].size(); ++bin) {
    const double off =
        share(reference, bin) - share(all_reference, bin) - share(model, bin) + share(all_model, bin);
    sum += std::abs(off);
    outside -= off;
  }
  return (sum + std::abs(outside)) / 2;
}

void require_two(Samples samples, const char* whose) {
  if (samples.size() < 2)
    throw InputError(std::string("the ") + whose + " has " + std::to_string(samples.size()) +
                     (samples.size() == 1 ? " realization" : " realizations") +
                     "; the errors of a calibration need at least two, since they are told from how "
                     "realizations differ");
}

/// Realizations with local tests at an angle.
int tested(Samples samples, std::size_t angle) {
  int number = 0;
  for (const CalibrationSample& sample : samples) number += sample.stationary[angle][0].number > 0 ? 1 : 0;
  return number;
}

std::vector<std::string> missing_of(const PlainErrors& errors, Samples reference, Samples model) {
  constexpr std::array words{"stresses", "stress drops", "stress increments"};
  constexpr std::array measures{"mean ", "standard deviation of "};
  std::vector<std::string> missing;
  for (std::size_t q = 0; q < words.size(); ++q)
    if (!errors.density[q])
      missing.push_back(std::string("density of ") + words[q] + ": the reference has none in its window");
  for (std::size_t angle = 0; angle < calibration_angles.size(); ++angle) {
    const std::string at = " at " + std::to_string(static_cast<int>(calibration_angles[angle])) + " degrees";
    if (tested(reference, angle) == 0) {
      missing.push_back("local tests" + at + ": the reference has none in its stationary state");
      continue;
    }
    for (std::size_t k = 0; k < errors.local[angle].size(); ++k)
      if (!errors.local[angle][k])
        missing.push_back(
            std::string(measures[k / 4]) + local_magnitudes[k % 4] + at +
            ": the reference does not know it to better than half of itself, which says nothing of "
            "relative errors");
    for (const auto& [samples, whose] : {std::pair(reference, "reference"), std::pair(model, "model")})
      if (tested(samples, angle) == 1)
        missing.push_back("scatter of local tests" + at + ": one realization of the " + whose +
                          " has any, so their errors leave out how realizations of it differ");
  }
  return missing;
}

}  // namespace

StationaryErrors stationary_errors(const Yardstick& yardstick, Samples reference, Samples model,
                                   int bootstrap, std::uint64_t seed) {
  require_two(reference, "reference");
  require_two(model, "model");
  if (bootstrap < 2) throw InputError("errors of a calibration need at least two bootstrap resamples");
  const CalibrationSample all_reference = sum_of(reference), all_model = sum_of(model);
  const PlainErrors whole = plain_errors(yardstick, all_reference, all_model);
  if (!whole.macro && !whole.forward && !whole.backward)
    throw InputError(
        "the reference has neither stresses nor events nor local tests; there is nothing to compare");

  RandomStream draws_of_reference(seed, 0, Purpose::bootstrap);
  RandomStream draws_of_model(seed, 1, Purpose::bootstrap);
  Resampled resampled(whole);
  StationaryErrors out;
  int densities = 0;
  for (const auto& density : whole.density) densities += density ? 1 : 0;
  for (int i = 0; i < bootstrap; ++i) {
    const auto one = sum_of(reference, draw_realizations(draws_of_reference, reference.size()));
    const auto other = sum_of(model, draw_realizations(draws_of_model, model.size()));
    resampled.add(plain_errors(yardstick, one, other));
    for (std::size_t q = 0; q < whole.density.size(); ++q)
      if (whole.density[q])
        out.floor += apart(one, all_reference, other, all_model, q) / densities / bootstrap;
  }
  resampled.write(out);
  out.missing = missing_of(whole, reference, model);
  return out;
}

}  // namespace vitrum::compare
