#include "compare/surrogate_search.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "compare/batch_choice.h"
#include "compare/least_of_paths.h"
#include "compare/spread.h"

namespace vitrum::compare {
SurrogateSearch::SurrogateSearch(std::vector<Parameter> parameters, const SurrogateOptions& options,
                                 std::uint64_t seed)
    : box_(std::move(parameters)), options_(options), seed_(seed) {
  if (options_.design <= 0) options_.design = 12 * static_cast<int>(box_.dimensions());
  if (options_.batch < 1 || options_.design < 4 || options_.trials < options_.design)
    throw InputError("a search with " + std::to_string(options_.trials) + " trials in batches of " +
                     std::to_string(options_.batch) + " cannot begin with " +
                     std::to_string(options_.design) +
                     " that fill the box; give at least 12 trials for each parameter");
  RandomStream random(seed_, 0, Purpose::parameter_search);
  for (const Point& unit :
       space_filling(static_cast<std::size_t>(options_.design), box_.dimensions(), random))
    design_.push_back(box_.from_unit(unit));
}

void SurrogateSearch::tell(const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    if (trial.at.size() != box_.dimensions() || !std::isfinite(trial.stat) || !std::isfinite(trial.macro))
      throw InputError("a trial of the search has " + std::to_string(trial.at.size()) +
                       " parameters instead of " + std::to_string(box_.dimensions()) +
                       ", or an error that is not a number");
    trials_.push_back(trial);
  }
}

std::vector<Point> SurrogateSearch::ask() {
  const auto total = static_cast<std::size_t>(options_.trials);
  if (!ended_.empty()) return {};
  if (trials_.size() >= total) {
    ended_ = "all " + std::to_string(total) + " trials are spent";
    return {};
  }
  const std::size_t count = std::min(static_cast<std::size_t>(options_.batch), total - trials_.size());
  if (trials_.size() < design_.size()) {
    const auto first = static_cast<std::ptrdiff_t>(trials_.size());
    const auto last = static_cast<std::ptrdiff_t>(std::min(trials_.size() + count, design_.size()));
    return {design_.begin() + first, design_.begin() + last};
  }
  const bool enough =
      2 * (trials_.size() + count * static_cast<std::size_t>(std::max(0, options_.settled))) >= total;
  if (options_.settled > 0 && enough && has_settled(optimum())) {
    ended_ = "the optimum moved by less than half its error in " + std::to_string(still_) + " batches";
    return {};
  }
  ++asked_;
  return choose(count);
}

bool SurrogateSearch::has_settled(const Optimum& now) {
  bool moved = !last_.has_value();
  for (std::size_t i = 0; i < now.at.size() && !moved; ++i)
    moved = std::abs(now.at[i] - last_->at[i]) > now.error[i] / 2;
  still_ = moved ? 0 : still_ + 1;
  last_ = now;
  return still_ >= options_.settled && 2 * trials_.size() >= static_cast<std::size_t>(options_.trials);
}

std::vector<Point> SurrogateSearch::choose(std::size_t count) {
  RandomStream random(seed_, asked_, Purpose::parameter_search);
  std::vector<Point> points;
  // The last batch is the beginning of a whole one, so that a search with more trials goes on with it.
  const auto batch = static_cast<std::size_t>(options_.batch);
  for (const Point& unit : choose_batch(box_, trials_, batch, random)) points.push_back(box_.from_unit(unit));
  points.resize(std::min(points.size(), count));
  return points;
}

Optimum SurrogateSearch::optimum() const {
  const ErrorModel model = ErrorModel::fit(box_, trials_, Quantity::stat);
  const Point least = model.least(model.trials());
  RandomStream random(seed_, trials_.size() + (std::uint64_t{1} << 32), Purpose::parameter_search);
  const std::vector<Point> minima = minima_of_paths(model, least, 400, random);
  const std::size_t d = box_.dimensions();
  Optimum optimum;
  optimum.at = box_.from_unit(least);
  std::vector<std::vector<double>> coordinate(d);
  for (const Point& minimum : minima) {
    const Point at = box_.from_unit(minimum);
    for (std::size_t i = 0; i < d; ++i) coordinate[i].push_back(at[i]);
  }
  optimum.correlation.assign(d * d, 1.0);
  for (std::size_t i = 0; i < d; ++i) {
    optimum.error.push_back(middle_half_width(coordinate[i]));
    for (std::size_t k = 0; k < d; ++k)
      if (i != k) optimum.correlation[i * d + k] = rank_correlation(coordinate[i], coordinate[k]);
    const auto& [name, low, high] = box_.parameters()[i];
    if (std::min(optimum.at[i] - low, high - optimum.at[i]) <= optimum.error[i])
      optimum.at_edge.push_back(name);
  }
  const auto there = model.at(least);
  optimum.value = std::exp(there.mean);
  optimum.value_error = optimum.value * std::sqrt(there.variance + model.nugget());
  return optimum;
}

Point SurrogateSearch::least_with(const std::vector<double>& stat) const {
  if (stat.size() != trials_.size()) throw std::invalid_argument("an L_stat for every trial");
  std::vector<Trial> trials = trials_;
  for (std::size_t i = 0; i < trials.size(); ++i) trials[i].stat = stat[i];
  const ErrorModel model = ErrorModel::fit(box_, trials, Quantity::stat);
  return box_.from_unit(model.least(model.trials()));
}

std::vector<ProfilePoint> SurrogateSearch::profile(std::size_t index, const std::vector<double>& values,
                                                   Quantity quantity) const {
  if (index >= box_.dimensions())
    throw InputError("a profile was asked for along parameter " + std::to_string(index) + " of " +
                     std::to_string(box_.dimensions()));
  const ErrorModel model = ErrorModel::fit(box_, trials_, quantity);
  RandomStream random(seed_, std::uint64_t{1} << 33, Purpose::parameter_search);
  std::vector<Point> starts = space_filling(400, box_.dimensions(), random);
  starts.insert(starts.end(), model.trials().begin(), model.trials().end());
  std::vector<ProfilePoint> profile;
  for (const double value : values) {
    for (Point& start : starts) start[index] = box_.to_unit(index, value);
    const Point least = model.least(starts, static_cast<int>(index));
    const auto there = model.at(least);
    const double error = std::exp(there.mean);
    profile.push_back(
        {value, {error, error * std::sqrt(there.variance + model.nugget())}, box_.from_unit(least)});
  }
  return profile;
}

std::vector<Estimate> SurrogateSearch::errors_at(const std::vector<Point>& points, Quantity quantity) const {
  const ErrorModel model = ErrorModel::fit(box_, trials_, quantity);
  std::vector<Estimate> out;
  for (const Point& point : points) {
    const auto there = model.at(box_.to_unit(point));
    const double error = std::exp(there.mean);
    out.push_back({error, error * std::sqrt(there.variance + model.nugget())});
  }
  return out;
}

}  // namespace vitrum::compare
