#include "compare/stress_deviation.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <sstream>

#include "base/error.h"
#include "compare/macroscale.h"

namespace vitrum::compare {
namespace {

/// Sums of the values before each index, and of their squares, taken from the mean to keep digits.
struct RunningSums {
  std::vector<double> values{0}, squares{0};

  explicit RunningSums(const std::vector<double>& data) {
    double mean = 0;
    for (const double x : data) mean += x / static_cast<double>(data.size());
    for (const double x : data) {
      values.push_back(values.back() + (x - mean));
      squares.push_back(squares.back() + (x - mean) * (x - mean));
    }
  }
  double deviation(std::size_t begin, std::size_t points) const {
    const double n = static_cast<double>(points);
    const double mean = (values[begin + points] - values[begin]) / n;
    const double square = (squares[begin + points] - squares[begin]) / n;
    return std::sqrt(std::max(0.0, square - mean * mean));
  }
};

std::vector<Estimate> over_realizations(const std::vector<MacroscaleSample>& samples,
                                        const std::vector<double>& widths) {
  std::vector<std::vector<double>> by_width(widths.size());
  for (const auto& sample : samples) {
    const auto r = stress_deviation(sample, widths);
    for (std::size_t i = 0; i < r.size(); ++i) by_width[i].push_back(r[i]);
  }
  std::vector<Estimate> estimates;
  for (const auto& values : by_width) estimates.push_back(mean_of_realizations(values));
  return estimates;
}

/// Whole increments of the coarsest ensemble, spaced by equal ratios, up to a fifth of the shortest window.
std::vector<double> common_widths(std::initializer_list<const std::vector<MacroscaleSample>*> ensembles,
                                  int per_decade) {
  double shortest = 0, longest = INFINITY;
  for (const auto* samples : ensembles) {
    for (const auto& sample : *samples) {
      shortest = std::max(shortest, sample.increment);
      longest = std::min(longest, sample.window / 5);
    }
  }
  std::vector<double> widths;
  for (int i = 0; shortest > 0; ++i) {
    const double steps = std::round(std::pow(10.0, static_cast<double>(i) / per_decade));
    const double width = steps * shortest;
    if (width > longest) break;
    if (widths.empty() || width > widths.back()) widths.push_back(width);
  }
  return widths;
}

}  // namespace

std::vector<double> stress_deviation(const MacroscaleSample& sample, const std::vector<double>& widths) {
  const RunningSums sums(sample.stress);
  std::vector<double> result;
  for (const double width : widths) {
    const double increments = std::round(width / sample.increment);
    if (increments < 1 || increments + 1 > static_cast<double>(sample.stress.size())) {
      std::ostringstream message;
      message << "a strain interval of " << width << " does not fit: the stress is known every "
              << sample.increment << " over a window of " << sample.window;
      throw InputError(message.str());
    }
    const auto points = static_cast<std::size_t>(increments) + 1;
    const std::size_t intervals = sample.stress.size() - points + 1;
    double sum = 0;
    for (std::size_t begin = 0; begin < intervals; ++begin) sum += sums.deviation(begin, points);
    result.push_back(sum / static_cast<double>(intervals));
  }
  return result;
}

std::vector<Deviation> ensemble_deviation(const std::vector<MacroscaleSample>& samples, int per_decade) {
  const std::vector<double> widths = common_widths({&samples}, per_decade);
  const auto values = over_realizations(samples, widths);
  std::vector<Deviation> out;
  for (std::size_t i = 0; i < widths.size(); ++i) out.push_back({widths[i], values[i]});
  return out;
}

std::vector<DeviationPair> compare_stress_deviation(const std::vector<MacroscaleSample>& first,
                                                    const std::vector<MacroscaleSample>& second,
                                                    int per_decade) {
  const std::vector<double> widths = common_widths({&first, &second}, per_decade);
  const auto of_first = over_realizations(first, widths);
  const auto of_second = over_realizations(second, widths);
  std::vector<DeviationPair> pairs;
  for (std::size_t i = 0; i < widths.size(); ++i) pairs.push_back({widths[i], of_first[i], of_second[i]});
  return pairs;
}

}  // namespace vitrum::compare
