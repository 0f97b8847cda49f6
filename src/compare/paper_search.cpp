#include "compare/paper_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"

namespace vitrum::compare {
namespace {

// A grid that runs along a valley is moved at most so often.
constexpr int most_moves = 4;

bool same(const Point& a, const Point& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > 1e-9) return false;
  return true;
}

}  // namespace

PaperSearch::PaperSearch(const std::vector<Parameter>& parameters, double first, int refinements, int around)
    : box_(parameters), first_(first), refinements_(refinements), around_(around) {
  if (parameters.size() < 2)
    throw InputError("a search at one value of the first parameter needs a second one to search in");
  if (!(first >= parameters[0].low && first <= parameters[0].high))
    throw InputError("the value at which \"" + parameters[0].name + "\" is held, " + std::to_string(first) +
                     ", lies outside of its range; widen the range or choose another value");
  if (refinements < 0 || around < 2)
    throw InputError(
        "a neighbourhood of at least two points along each parameter is needed, and no negative "
        "number of refinements");
  centre_.assign(box_.dimensions(), 0.5);
  centre_[0] = box_.to_unit(0, first);
}

std::vector<Point> PaperSearch::grid(const Point& centre, double spacing, int points) const {
  std::vector<Point> all{centre};
  for (std::size_t i = 1; i < centre.size(); ++i) {
    std::vector<Point> next;
    for (const Point& point : all)
      for (int k = 0; k < points; ++k) {
        Point moved = point;
        moved[i] += spacing * (k - 0.5 * (points - 1));
        if (moved[i] > -1e-9 && moved[i] < 1 + 1e-9) next.push_back(moved);
      }
    all = std::move(next);
  }
  return all;
}

std::vector<Point> PaperSearch::untried(const std::vector<Point>& units) const {
  std::vector<Point> points;
  for (const Point& unit : units) {
    const bool tried = std::any_of(trials_.begin(), trials_.end(),
                                   [&](const Trial& trial) { return same(box_.to_unit(trial.at), unit); });
    if (tried) continue;
    points.push_back(box_.from_unit(unit));
    points.back()[0] = first_;
  }
  return points;
}

std::size_t PaperSearch::least_macro() const {
  if (trials_.empty()) throw InputError("the search has no trials yet");
  const auto least = std::min_element(trials_.begin(), trials_.end(),
                                      [](const Trial& a, const Trial& b) { return a.macro < b.macro; });
  return static_cast<std::size_t>(least - trials_.begin());
}

std::vector<Point> PaperSearch::ask() {
  const int last = refinements_ + 1;  // the neighbourhood
  while (stage_ <= last) {
    const auto points =
        untried(stage_ == last ? grid(centre_, spacing_ / 2, around_) : grid(centre_, spacing_, 5));
    if (!points.empty()) return points;
    if (stage_ == last) {
      ++stage_;
      break;
    }
    const Point least = box_.to_unit(trials_[least_macro()].at);
    bool rim = false;
    for (std::size_t i = 1; i < least.size(); ++i)
      rim = rim || std::abs(least[i] - centre_[i]) > 1.5 * spacing_;
    centre_ = least;
    centre_[0] = box_.to_unit(0, first_);
    if (stage_ > 0 && rim && moves_ < most_moves) {
      ++moves_;
      continue;
    }
    ++stage_;
    if (stage_ < last) spacing_ /= 2;
  }
  return {};
}

void PaperSearch::tell(const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    if (trial.at.size() != box_.dimensions() || std::abs(trial.at[0] - first_) > 1e-9 * std::abs(first_) ||
        !std::isfinite(trial.stat) || !std::isfinite(trial.macro))
      throw InputError("a trial does not belong to the search at " + box_.parameters()[0].name + " = " +
                       std::to_string(first_) + ", or its errors are not numbers");
    trials_.push_back(trial);
  }
}

PaperOptimum PaperSearch::result() const {
  PaperOptimum result;
  result.first = first_;
  result.best_macro = trials_[least_macro()];
  std::vector<double> stat;
  for (const Trial& trial : trials_) stat.push_back(trial.stat);
  result.best_stat = best_with(stat);
  const Point centre = box_.to_unit(result.best_macro.at);
  for (std::size_t i = 1; i < centre.size(); ++i)
    if (centre[i] < 1e-9 || centre[i] > 1 - 1e-9) result.at_edge.push_back(box_.parameters()[i].name);
  return result;
}

Trial PaperSearch::best_with(const std::vector<double>& stat) const {
  std::size_t best = least_macro();
  const Point centre = box_.to_unit(trials_[best].at);
  for (std::size_t n = 0; n < trials_.size(); ++n) {
    const Point unit = box_.to_unit(trials_[n].at);
    bool near = true;
    for (std::size_t i = 1; i < unit.size(); ++i)
      near = near && std::abs(unit[i] - centre[i]) <= (1 + 1e-9) * spacing_;
    if (near && stat[n] < stat[best]) best = n;
  }
  Trial out = trials_[best];
  out.stat = stat[best];
  return out;
}

}  // namespace vitrum::compare
