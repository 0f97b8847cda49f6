#include "seem/stochastic_map.h"

#include <sstream>

#include "base/error.h"

namespace vitrum::seem {
StochasticMap::StochasticMap(const EventLibrary& library, const ElasticLaw& law, const MapSettings& settings)
    : EventMap(library.grid(), law, settings.loading), settings_(settings), ranges_(library.grid().bins()) {
  bool any = false;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const BinRecord& record = library[i];
    if (record.exposure < settings.least_exposure || record.exposure <= 0) continue;
    any = known_[i] = true;
    rates_[i] = record.rate();
    ranges_[i] = {jumps_.size(), record.jumps.size()};
    jumps_.insert(jumps_.end(), record.jumps.begin(), record.jumps.end());
  }
  if (!any) {
    std::ostringstream message;
    message << "no bin of the state space was loaded by a strain of " << settings.least_exposure
            << " or more: there is nothing to replay; harvest more trajectories or ask for fewer bins";
    throw InputError(message.str());
  }
  if (settings.unvisited == Unvisited::elastic) return;
  const std::vector<std::size_t> nearest = nearest_known();
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    rates_[i] = rates_[nearest[i]];
    ranges_[i] = ranges_[nearest[i]];
  }
}

const Jump& StochasticMap::draw(std::size_t bin, double uniform) const {
  const auto place = static_cast<std::size_t>(uniform * static_cast<double>(ranges_[bin].count));
  return jumps_[ranges_[bin].first + place];
}

void StochasticMap::visit_jumps(std::size_t bin, const StatePoint&, const VisitJump& visit) const {
  const Range& range = ranges_[bin];
  for (std::size_t i = 0; i < range.count; ++i)
    visit(1 / static_cast<double>(range.count), jumps_[range.first + i]);
}

}  // namespace vitrum::seem
