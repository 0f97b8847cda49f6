// Statistics of local shear tests, by the names of tests/reference/lattice/mepls_l6.6_patches.json.
#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "record/local_yield.h"
#include "reference_statistics.h"

namespace vitrum::elastoplastic::test {

/// Sums over tests, of one quantity in one kind of patch.
struct Moments {
  double count = 0, sum = 0, squares = 0;

  void add(double x) { count += 1, sum += x, squares += x * x; }
  Moments& operator+=(const Moments& b) {
    count += b.count, sum += b.sum, squares += b.squares;
    return *this;
  }
  friend Moments operator-(Moments a, const Moments& b) {
    a.count -= b.count, a.sum -= b.sum, a.squares -= b.squares;
    return a;
  }
  double mean() const { return sum / count; }
  double deviation() const { return std::sqrt(squares / count - mean() * mean()); }
};

using PatchMoments = std::map<std::string, Moments>;

/// "patches.quench|n4|alpha22.5.tau_c", ...
inline void add(const LocalYieldSurvey& survey, const std::string& state, PatchMoments& out) {
  for (const LocalYield& test : survey.tests) {
    std::string angle = std::to_string(test.angle);
    while (angle.back() == '0') angle.pop_back();
    if (angle.back() == '.') angle.pop_back();
    const std::string kind =
        "patches." + state + "|n" + std::to_string(test.elements) + "|alpha" + angle + ".";
    out[kind + "tau_i"].add(test.tau_i);
    out[kind + "tau_c"].add(test.tau_c);
    out[kind + "delta_tau_c"].add(test.distance());
    out[kind + "drop"].add(test.drop());
    out[kind + "vm"].add(test.von_mises());
  }
}

/// Mean and deviation of all tests together, with errors by leaving out one batch of samples after the other.
inline Statistics jackknife(const std::vector<PatchMoments>& batches) {
  Statistics out;
  const auto count = static_cast<double>(batches.size());
  for (const auto& [name, first] : batches.front()) {
    Moments all;
    for (const PatchMoments& batch : batches) all += batch.at(name);
    double mean_error = 0, deviation_error = 0;
    for (const PatchMoments& batch : batches) {
      const Moments others = all - batch.at(name);
      mean_error += std::pow(others.mean() - all.mean(), 2);
      deviation_error += std::pow(others.deviation() - all.deviation(), 2);
    }
    out[name + ".mean"] = {all.mean(), std::sqrt(mean_error * (count - 1) / count)};
    out[name + ".std"] = {all.deviation(), std::sqrt(deviation_error * (count - 1) / count)};
  }
  return out;
}

}  // namespace vitrum::elastoplastic::test
