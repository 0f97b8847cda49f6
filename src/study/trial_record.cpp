#include "study/trial_record.h"

#include <cstddef>
#include <string>

#include "base/error.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;
using compare::Moments;

// Moments of all samples side by side: {samples, 3}.
void put_moments(const std::string& name, const std::vector<const Moments*>& all, Group& group) {
  std::vector<double> values;
  for (const Moments* one : all) values.insert(values.end(), {one->number, one->sum, one->squares});
  group.put_shaped(name, {all.size(), 3}, values, "1", "number, sum, sum of squares of each sample");
}

template <class Which>
void put_moments(const std::string& name, const std::vector<CalibrationSample>& samples, const Which& which,
                 Group& group) {
  std::vector<const Moments*> all;
  for (const CalibrationSample& sample : samples) all.push_back(&which(sample));
  put_moments(name, all, group);
}

template <class Which>
void read_moments(const std::string& name, const Group& group, std::vector<CalibrationSample>& samples,
                  const Which& which) {
  const std::vector<double>& values = group.doubles(name);
  if (values.size() != 3 * samples.size())
    throw InputError("the record of a trial is damaged: " + name + " has " + std::to_string(values.size()) +
                     " numbers for " + std::to_string(samples.size()) + " samples");
  for (std::size_t i = 0; i < samples.size(); ++i)
    which(samples[i]) = {values[3 * i], values[3 * i + 1], values[3 * i + 2]};
}

/// Calls with every kind of moments, its name and where it stands.
template <class Use>
void for_all_moments(const Use& use) {
  for (std::size_t q = 0; q < 3; ++q)
    use(
        std::string("moments_") + compare::macroscale_quantities[q], [q](auto& sample) -> auto& {
          return sample.macroscale[q];
        });
  for (std::size_t angle = 0; angle < 2; ++angle) {
    const std::string at = angle == 0 ? "_forward" : "_backward";
    for (std::size_t m = 0; m < 4; ++m)
      use(
          std::string("local_") + compare::local_magnitudes[m] + at, [=](auto& sample) -> auto& {
            return sample.stationary[angle][m];
          });
    use(
        "quenched_tau" + at, [angle](auto& sample) -> auto& { return sample.quenched_tau[angle]; });
  }
  use(
      "quenched_stress", [](auto& sample) -> auto& { return sample.quenched_stress; });
}

}  // namespace

Group to_group(const std::vector<CalibrationSample>& samples) {
  Group out;
  std::vector<double> windows;
  for (const CalibrationSample& sample : samples) windows.push_back(sample.window);
  out.put("window", windows, "1", "strain of each sample");
  for (std::size_t q = 0; q < 3; ++q) {
    std::vector<double> counts;
    for (const CalibrationSample& sample : samples)
      counts.insert(counts.end(), sample.counts[q].begin(), sample.counts[q].end());
    if (counts.empty()) continue;
    const std::size_t bins = samples.front().counts[q].size();
    out.put_shaped(std::string("counts_") + compare::macroscale_quantities[q], {samples.size(), bins}, counts,
                   "1", "values in the bins of the reference, sample after sample");
  }
  for_all_moments(
      [&](const std::string& name, const auto& which) { put_moments(name, samples, which, out); });
  return out;
}

std::vector<CalibrationSample> trial_samples(const Group& record) {
  const std::vector<double>& windows = record.doubles("window");
  std::vector<CalibrationSample> out(windows.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].window = windows[i];
  for (std::size_t q = 0; q < 3 && !out.empty(); ++q) {
    const std::string name = std::string("counts_") + compare::macroscale_quantities[q];
    if (!record.has_array(name)) continue;  // the reference does not know the quantity
    const std::vector<double>& counts = record.doubles(name);
    const std::size_t bins = counts.size() / out.size();
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i].counts[q].assign(counts.begin() + static_cast<std::ptrdiff_t>(i * bins),
                              counts.begin() + static_cast<std::ptrdiff_t>((i + 1) * bins));
  }
  for_all_moments(
      [&](const std::string& name, const auto& which) { read_moments(name, record, out, which); });
  return out;
}

}  // namespace vitrum::study
