#include "seem/map_walker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrum::seem {
namespace {

StatePoint mirrored(const StatePoint& point, double sign) { return {sign * point.stress, point.inelastic}; }

}  // namespace

double MapWalker::strain_to_edge(const StatePoint& here, std::size_t bin) const {
  const StateGrid& grid = map_->grid();
  const std::size_t row = bin % grid.rows();
  if (row + 1 == grid.rows()) return std::numeric_limits<double>::infinity();
  return map_->strain_between(here, grid.stress_edges()[row + 1]);
}

void MapWalker::step(double increment, std::int64_t count) {
  const double size = std::abs(increment), sign = increment < 0 ? -1 : 1;
  if (size > checked_) require_rare_events(*map_, size);
  checked_ = std::max(checked_, size);
  while (count > 0) {
    const StatePoint here = mirrored(at_, sign);
    const std::size_t bin = map_->grid().bin_of(here);
    const double probability = map_->rate(bin) * size;
    // Increments that begin in this bin; the stress is needed again when it leaves it, or jumps.
    const double fit = std::ceil(strain_to_edge(here, bin) / size);
    const std::int64_t most = fit < static_cast<double>(count) ? static_cast<std::int64_t>(fit) : count;
    std::int64_t done = 0;
    bool event = false;
    do {
      event = random_.uniform() < probability;
      ++done;
    } while (done < most && !event);
    const double strain = static_cast<double>(done) * size;
    this->count(bin, here, strain);
    const StatePoint there{map_->stress_after(here, strain), here.inelastic};
    at_.stress = sign * there.stress;
    if (event) jump(bin, there, sign);
    count -= done;
  }
}

void MapWalker::load(double strain) {
  double left = std::abs(strain);
  const double sign = strain < 0 ? -1 : 1;
  while (left > 0) {
    StatePoint here = mirrored(at_, sign);
    const std::size_t bin = map_->grid().bin_of(here);
    const double rate = map_->rate(bin);
    const double waiting =
        rate > 0 ? -std::log(random_.uniform_positive()) / rate : std::numeric_limits<double>::infinity();
    // The rate stays the same until the stress leaves the bin; the exponential law remembers nothing beyond.
    const double room = strain_to_edge(here, bin);
    const double way = std::min({left, waiting, room});
    count(bin, here, way);
    here.stress = map_->stress_after(here, way);
    if (way == room) here.stress = map_->grid().stress_edges()[bin % map_->grid().rows() + 1];
    at_ = mirrored(here, sign);
    left -= way;
    if (way == waiting) jump(bin, here, sign);
  }
}

void MapWalker::count(std::size_t bin, const StatePoint& mirrored, double strain) {
  counts_.strain += strain;
  if (!map_->is_known(bin) || !map_->grid().holds(mirrored)) counts_.unvisited += strain;
}

void MapWalker::jump(std::size_t bin, const StatePoint& here, double sign) {
  const Jump jump = map_->draw(bin, here, random_);
  at_.stress -= sign * jump.stress_drop;
  at_.inelastic += jump.inelastic;
  ++counts_.events;
  require_elastic(map_->law(), at_.inelastic);
}

void MapWalker::restore(const StatePoint& at, const WalkCounts& counts, std::uint64_t random_counter) {
  at_ = at;
  counts_ = counts;
  random_.seek(random_counter);
}

}  // namespace vitrum::seem
