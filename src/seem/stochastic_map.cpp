#include "seem/stochastic_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "base/error.h"

namespace vitrum::seem {
namespace {

/// Squared distance of two bins' centres in units of the grid's ranges.
double distance(const StateGrid& grid, std::size_t a, std::size_t b) {
  const StatePoint p = grid.centre(a), q = grid.centre(b);
  const double height = grid.stress_edges().back() - grid.stress_edges().front();
  const double width = grid.inelastic_edges().back() - grid.inelastic_edges().front();
  const double x = (p.inelastic - q.inelastic) / width, y = (p.stress - q.stress) / height;
  return x * x + y * y;
}

std::size_t nearest(const StateGrid& grid, std::size_t bin, const std::vector<std::size_t>& known) {
  return *std::min_element(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
    return distance(grid, bin, a) < distance(grid, bin, b);
  });
}

}  // namespace

StochasticMap::StochasticMap(const EventLibrary& library, const ElasticLaw& law, const MapSettings& settings)
    : law_(law), grid_(library.grid()), settings_(settings), bins_(grid_.bins()) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    const BinRecord& record = library[i];
    if (record.exposure < settings.least_exposure || record.exposure <= 0) continue;
    known.push_back(i);
    bins_[i] = {record.rate(), jumps_.size(), record.jumps.size(), true};
    jumps_.insert(jumps_.end(), record.jumps.begin(), record.jumps.end());
  }
  if (known.empty()) {
    std::ostringstream message;
    message << "no bin of the state space was loaded by a strain of " << settings.least_exposure
            << " or more: there is nothing to replay; harvest more trajectories or ask for fewer bins";
    throw InputError(message.str());
  }
  if (settings.unvisited == Unvisited::elastic) return;
  for (std::size_t i = 0; i < bins_.size(); ++i)
    if (!bins_[i].known) {
      bins_[i] = bins_[nearest(grid_, i, known)];
      bins_[i].known = false;
    }
}

double StochasticMap::largest_rate() const {
  double largest = 0;
  for (const Bin& bin : bins_) largest = std::max(largest, bin.rate);
  return largest;
}

const Jump& StochasticMap::draw(std::size_t bin, double uniform) const {
  const auto place = static_cast<std::size_t>(uniform * static_cast<double>(bins_[bin].count));
  return jumps_[bins_[bin].first + place];
}

double StochasticMap::strain_between(const StatePoint& from, double stress) const {
  return seem::strain_between(law_, settings_.loading, from, stress);
}

double StochasticMap::stress_after(const StatePoint& from, double strain) const {
  return seem::stress_after(law_, settings_.loading, from, strain);
}

}  // namespace vitrum::seem
