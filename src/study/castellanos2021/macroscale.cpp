#include "study/castellanos2021/macroscale.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "compare/uniform_curve.h"
#include "study/local_yield.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

/// Where the first leg of all samples ends; `from` or less when that is not known.
double common_end(const std::vector<SampleRecord>& records, double from) {
  double end = records.empty() ? from : 1e300;
  for (const SampleRecord& record : records) {
    if (!compare::has_uniform_curve(record.history)) return from;
    const compare::UniformCurve curve = compare::uniform_curve(record.history);
    end = std::min(end, curve.step > 0 ? curve.strain(curve.stress.size() - 1) : from);
  }
  return end;
}

std::string short_of(const std::string& model, std::size_t realizations) {
  return "The " + model + " has " + (realizations == 0 ? "no sample" : "a single sample") +
         " past the strain at which the stationary window begins; densities need two (or [reference] "
         "blocks). ";
}

}  // namespace

std::vector<compare::MacroscaleSample> windows(const Settings& settings, const Results& results,
                                               const std::string& model) {
  const auto& records = model == "glass" ? results.glass : results.lattice;
  const double from = settings.compare.from, end = common_end(records, from);
  std::vector<compare::MacroscaleSample> out;
  if (!(end > from)) return out;
  const int pieces = records.size() == 1 ? std::max(1, settings.reference.blocks) : 1;
  for (const SampleRecord& record : records)
    for (int i = 0; i < pieces; ++i)
      out.push_back(compare::macroscale_sample(record.history, from + (end - from) * i / pieces,
                                               from + (end - from) * (i + 1) / pieces));
  return out;
}

PaperClaim of_equal_sizes(PaperClaim claim, const Results& results) {
  if (claim.verdict == Verdict::unknown || results.glass.empty() || results.lattice.empty()) return claim;
  const double glass = sample_width(results.glass.front());
  const double lattice = sample_width(results.lattice.front());
  if (!(glass > 0 && lattice > 0) || std::abs(glass - lattice) <= 0.1 * std::max(glass, lattice))
    return claim;
  claim.verdict = Verdict::unknown;
  claim.here += "; glasses are " + in_words(glass) + " wide and lattices " + in_words(lattice) +
                ", so their fluctuations need not agree";
  return claim;
}

MacroscaleFigures macroscale_figures(const Settings& settings, const Results& results) {
  MacroscaleFigures out;
  if (results.compared) {
    out.pairs = results.comparison.quantities;
    out.deviation = results.comparison.deviation;
    return out;
  }
  const compare::MacroscaleOptions options{settings.compare.bins, settings.compare.bootstrap,
                                           settings.study.seed};
  const auto glass = windows(settings, results, "glass"), lattice = windows(settings, results, "lattice");
  try {
    if (glass.size() > 1 && lattice.size() > 1) {
      const auto comparison = compare::compare_macroscale(glass, lattice, options);
      out.pairs = comparison.quantities;
      out.deviation = comparison.deviation;
      return out;
    }
    if (glass.size() < 2) out.note += short_of("glass", glass.size());
    if (lattice.size() < 2) out.note += short_of("lattice", lattice.size());
    const auto& present = glass.size() > 1 ? glass : lattice;
    if (present.size() < 2) return out;
    const auto description = compare::describe_macroscale(present, options);
    out.model = glass.size() > 1 ? "glass" : "lattice";
    out.alone = description.quantities;
    out.deviation_alone = description.deviation;
  } catch (const InputError& error) {
    out.note += std::string("No densities: ") + error.what();
  }
  return out;
}

}  // namespace vitrum::study::castellanos2021
