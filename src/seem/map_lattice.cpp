#include "seem/map_lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/error.h"

namespace vitrum::seem {
namespace {

double exponential_waiting(RandomStream& random) { return -std::log(random.uniform_positive()); }

double mean_of_elements(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

MapLattice::MapLattice(std::shared_ptr<const EventMap> map, const std::vector<StatePoint>& starts,
                       const MapLatticeSettings& settings, std::unique_ptr<ElementCoupling> coupling,
                       RandomStream random)
    : map_(std::move(map)), settings_(settings), coupled_(std::move(coupling)), random_(random) {
  const std::size_t count = settings.columns * settings.rows;
  if (!map_ || !(settings.atoms > 0) || count != coupled_.elements() || count != starts.size())
    throw InputError("a lattice of elements needs a map, atoms, and a state and a coupling for each element");
  for (const StatePoint& start : starts) {
    stress_.push_back(start.stress);
    inelastic_.push_back(start.inelastic);
    waiting_.push_back(exponential_waiting(random_));
  }
  stress_ = coupled_.in_balance(stress_);
  strains_.assign(count, 0.0);
  slips_.assign(count, 0);
  guess_.assign(count, 1.0);
  moduli_.resize(count);
  drops_.assign(count, 0.0);
  increments_.resize(count);
  bins_.resize(count);
  for (std::size_t i = 0; i < count; ++i) first_elastic_strain_.push_back(elastic_strain(i));
}

double MapLattice::volume() const {
  return static_cast<double>(elements()) * settings_.atoms * map_->law().volume;
}

State MapLattice::state() const {
  State out;
  out.strain = strain_;
  out.stress.xy = mean_of_elements(stress_);
  double energy = 0;
  for (std::size_t i = 0; i < elements(); ++i) energy += map_->law().energy(at(i));
  out.energy = settings_.atoms * energy;
  return out;
}

double MapLattice::elastic_strain(std::size_t element) const {
  return map_->strain_between({0, inelastic_[element]}, stress_[element]);
}

// Strains all elements by the external `strain` and by what drops_ do, from the guess in increments_.
void MapLattice::strain_elements(double strain) {
  for (std::size_t i = 0; i < elements(); ++i) moduli_[i] = map_->slope(at(i));
  coupled_.solve(strain, moduli_, drops_, increments_);
  for (std::size_t i = 0; i < elements(); ++i) {
    strains_[i] += increments_[i];
    stress_[i] += moduli_[i] * increments_[i] - drops_[i];
  }
}

// Which elements have an event after the strains increments_, at the rates of bins_, where these began.
void MapLattice::expose(double sense) {
  active_.clear();
  for (std::size_t i = 0; i < elements(); ++i) {
    const double sum = map_->rate(bins_[i]) * sense * increments_[i];
    if (!(sum > 0)) continue;
    waiting_[i] -= sum;
    if (waiting_[i] > 0) continue;
    active_.push_back(i);
    waiting_[i] = exponential_waiting(random_);
  }
}

// The jumps of all active elements at once, and the strains that they cause.
void MapLattice::make_events(double sense) {
  for (const std::size_t i : active_) {
    const Jump jump = map_->draw(bins_[i], {sense * stress_[i], inelastic_[i]}, random_);
    drops_[i] = sense * jump.stress_drop;
    inelastic_[i] += jump.inelastic;
    require_elastic(map_->law(), inelastic_[i]);
    ++slips_[i];
    sites_.push_back(static_cast<std::int64_t>(i));
  }
  for (std::size_t i = 0; i < elements(); ++i) {
    // Drops are still to be taken from the stresses; where there is no event they are zero.
    bins_[i] = map_->grid().bin_of({sense * (stress_[i] - drops_[i]), inelastic_[i]});
    increments_[i] = 0;
  }
  strain_elements(0);
  for (const std::size_t i : active_) drops_[i] = 0;
}

rig::Response MapLattice::strain_to(double strain) {
  const double increment = strain - strain_, sense = increment < 0 ? -1 : 1;
  require_rare_events(*map_, std::abs(increment));
  sites_.clear();
  rig::Response response;
  response.counts_slips = true;
  for (std::size_t i = 0; i < elements(); ++i) {
    const StatePoint here{sense * stress_[i], inelastic_[i]};
    bins_[i] = map_->grid().bin_of(here);
    increments_[i] = guess_[i] * increment;
    counts_.strain += std::abs(increment);
    if (!map_->is_known(bins_[i]) || !map_->grid().holds(here)) counts_.unvisited += std::abs(increment);
  }
  strain_elements(increment);
  strain_ = strain;
  if (increment != 0)
    for (std::size_t i = 0; i < elements(); ++i) guess_[i] = increments_[i] / increment;
  response.before = state();
  for (expose(sense); !active_.empty(); expose(sense)) {
    make_events(sense);
    ++response.duration;
    response.slips = static_cast<std::int64_t>(sites_.size());
    if (static_cast<double>(sites_.size()) > settings_.longest_avalanche * static_cast<double>(elements()))
      throw PhysicsError("lattice of elements: the avalanche at strain " + std::to_string(strain) +
                         " does not end; the harvested events feed one another: harvest more specimens or "
                         "larger ones");
  }
  counts_.events += response.slips;
  return response;
}

}  // namespace vitrum::seem
