#include "rig/event_search.h"

#include <cmath>

namespace vitrum::rig {

namespace {

// Without success after so many hints, the specimen does not foresee this event.
constexpr int most_hints = 12;
// Before there are two points to draw a line through: a quarter, which is before three events of four.
constexpr double first_share = 0.25;
constexpr double approach = 0.9;
// Shares of the resolution: how close to come, and how far to step across.
constexpr double close = 0.5;
constexpr double across = 0.4;

}  // namespace

bool EventSearch::finished() const {
  return std::abs(beyond_ - stable_) <= resolution_ || middle() == stable_ || middle() == beyond_;
}

double EventSearch::next(std::optional<double> stability) {
  if (!stability || hints_ == most_hints) return middle();
  ++hints_;
  const double trial = foreseen(*stability);
  const bool between = (trial - stable_) * (beyond_ - trial) > 0;
  return between ? trial : middle();
}

double EventSearch::foreseen(double stability) {
  if (!last_ || last_->strain != stable_) {
    earlier_ = last_;
    last_ = {stable_, stability};
  }
  if (!earlier_) return stable_ + first_share * (beyond_ - stable_);
  if (!(stability < earlier_->stability)) return middle();
  const double to_go = stability * (stable_ - earlier_->strain) / (earlier_->stability - stability);
  if (std::abs(to_go) > close * resolution_) return stable_ + approach * to_go;
  return stable_ + to_go + std::copysign(across * resolution_, to_go);
}

}  // namespace vitrum::rig
