#include "seem/event_library.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace vitrum::seem {

EventLibrary::EventLibrary(StateGrid grid) : grid_(std::move(grid)), bins_(grid_.bins()) {}

void EventLibrary::add(const Trajectory& trajectory) {
  for (const StatePoint& state : trajectory.states) ++bins_[grid_.bin_of(state)].visits;
  for (const ElasticPath& path : trajectory.paths) {
    if (path.increment <= 0) continue;
    grid_.split(path.from, path.to,
                [&](std::size_t bin, double share) { bins_[bin].exposure += share * path.increment; });
    if (!grid_.holds(path.from) || !grid_.holds(path.to)) beyond_ += path.increment;
  }
  for (const PlasticEvent& event : trajectory.events)
    if (event.forward) bins_[grid_.bin_of(event.before)].jumps.push_back(event.jump);
}

void EventLibrary::add(const EventLibrary& other) {
  if (grid_ != other.grid_)
    throw InputError("libraries of events can only be joined when their bins are the same");
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    bins_[i].exposure += other.bins_[i].exposure;
    bins_[i].visits += other.bins_[i].visits;
    bins_[i].jumps.insert(bins_[i].jumps.end(), other.bins_[i].jumps.begin(), other.bins_[i].jumps.end());
  }
  beyond_ += other.beyond_;
}

std::int64_t EventLibrary::events() const {
  std::size_t sum = 0;
  for (const BinRecord& bin : bins_) sum += bin.jumps.size();
  return static_cast<std::int64_t>(sum);
}

double EventLibrary::exposure() const {
  double sum = 0;
  for (const BinRecord& bin : bins_) sum += bin.exposure;
  return sum;
}

std::size_t EventLibrary::visited() const {
  return static_cast<std::size_t>(std::count_if(bins_.begin(), bins_.end(), [](const BinRecord& bin) {
    return bin.exposure > 0 || !bin.jumps.empty();
  }));
}

}  // namespace vitrum::seem
