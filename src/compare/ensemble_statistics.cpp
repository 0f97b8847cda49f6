#include "compare/ensemble_statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "compare/bins.h"

namespace vitrum::compare {

EnsembleStatistics::EnsembleStatistics(std::vector<double> edges,
                                       const std::vector<std::vector<double>>& values, bool positive)
    : edges_(std::move(edges)), centre_(std::midpoint(edges_.front(), edges_.back())) {
  for (const auto& realization : values) {
    Part part;
    std::vector<double> counted;
    for (const double value : realization) {
      part.number += 1;
      part.sum += value - centre_;
      part.squares += (value - centre_) * (value - centre_);
      if (positive && value <= 0) {
        part.excluded += 1;
      } else {
        counted.push_back(value);
      }
    }
    part.counts = counts_in(edges_, counted);
    parts_.push_back(std::move(part));
  }
}

Statistics EnsembleStatistics::of(const std::vector<std::size_t>& realizations) const {
  Part total;
  total.counts.assign(edges_.size() - 1, 0.0);
  for (const std::size_t index : realizations) {
    const Part& part = parts_[index];
    total.number += part.number;
    total.sum += part.sum;
    total.squares += part.squares;
    for (std::size_t bin = 0; bin < total.counts.size(); ++bin) total.counts[bin] += part.counts[bin];
  }
  Statistics result;
  result.density = normalised(edges_, total.counts);
  if (total.number > 0) {
    const double shift = total.sum / total.number;
    result.mean = centre_ + shift;
    result.deviation = std::sqrt(std::max(0.0, total.squares / total.number - shift * shift));
  }
  return result;
}

Statistics EnsembleStatistics::all() const {
  std::vector<std::size_t> every(parts_.size());
  std::iota(every.begin(), every.end(), std::size_t{0});
  return of(every);
}

double EnsembleStatistics::excluded() const {
  double excluded = 0, number = 0;
  for (const Part& part : parts_) {
    excluded += part.excluded;
    number += part.number;
  }
  return number > 0 ? excluded / number : 0;
}

std::vector<std::size_t> draw_realizations(RandomStream& stream, std::size_t realizations) {
  std::vector<std::size_t> drawn(realizations - 1);
  for (auto& index : drawn) {
    index = static_cast<std::size_t>(stream.uniform() * static_cast<double>(realizations));
  }
  return drawn;
}

void Spread::add(const std::vector<double>& values) {
  mean_.resize(values.size());
  squares_.resize(values.size());
  number_ += 1;
  for (std::size_t i = 0; i < values.size(); ++i) {  // Welford's update
    const double before = values[i] - mean_[i];
    mean_[i] += before / number_;
    squares_[i] += before * (values[i] - mean_[i]);
  }
}

std::vector<double> Spread::deviations() const {
  std::vector<double> result;
  for (const double squares : squares_) result.push_back(std::sqrt(squares / std::max(1.0, number_ - 1)));
  return result;
}

}  // namespace vitrum::compare
