// What happens in a patch when its first slip system has become active.
#include <cmath>
#include <numeric>
#include <string>

#include "base/error.h"
#include "elastoplastic/amplitude.h"
#include "elastoplastic/patch_test.h"

namespace vitrum::elastoplastic {

namespace {

// Slips per element. The author's code ends the avalanche of a patch at the first of these numbers and keeps
// what it has; the second is that of whole lattices.
constexpr std::size_t fracture = 10, endless = 10'000;

}  // namespace

// Relaxation steps (paper 1, sec. 3.4), the boundary held.
void PatchTest::relax(RandomStream& random) {
  const bool may_break = rest_.settings.mode == Mode::mepls;
  std::size_t slips = 0;
  while (!active_.empty()) {
    slips += active_.size();
    slip(random);
    if (may_break && slips >= fracture * elements()) return;
    if (slips > endless * elements())
      throw PhysicsError("patch test at " + std::to_string(angle_) + " degrees: the avalanche of " +
                         std::to_string(size_) + " x " + std::to_string(size_) +
                         " elements has made more than " + std::to_string(endless) +
                         " slips per element and does not end; check threshold_scale against "
                         "shear_modulus, and amplitude_exponent");
    find_active();
  }
  if (std::isfinite(heat_)) return;
  throw PhysicsError("patch test at " + std::to_string(angle_) +
                     " degrees: the stress grew without bound (slips so large that they feed one another); "
                     "check threshold_scale against shear_modulus, and amplitude_exponent");
}

void PatchTest::slip(RandomStream& random) {
  slips_.clear();
  for (const auto [i, system] : active_) {
    const Deviator direction = systems(i).direction(slot(i), system);
    const double resolved = dot(direction, stress_.deviator(i));
    const double own = self_stress(elasticity_->responses, i, direction);
    const double amplitude = rest_.lattice.amplitude_law().draw(largest_amplitude(resolved, own), random);
    heat_ += amplitude * (resolved + 0.5 * own * amplitude);
    slips_.push_back({i, {amplitude * direction.diagonal, amplitude * direction.shear}});
  }
  if (rest_.shuffled)
    add_shuffled(random);
  else
    add_responses(elasticity_->responses, slips_, stress_);
  for (const auto& [i, slip] : slips_) {
    if (!slipped_[i]) sites_.push_back(i);
    slipped_[i] = 1;
    plastic_[i].diagonal += slip.diagonal;
    plastic_[i].shear += slip.shear;
    if (rest_.settings.renewal) renew(i, random);
  }
}

void PatchTest::renew(std::size_t i, RandomStream& random) {
  rest_.lattice.slip_rule().draw(random, own_.of(i));
  discs_.forget(i);
}

// As in the shuffled lattice, of the responses within the patch: every element but the slipping one gets
// those of another, picked anew for every slip.
void PatchTest::add_shuffled(RandomStream& random) {
  using Table = ResponseTable;
  const Table& table = elasticity_->responses;
  for (const auto& [source, slip] : slips_) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::swap(order_[source], order_.back());
    for (std::size_t last = elements() - 1; last > 1; --last)
      std::swap(order_[last - 1], order_[((random.next() >> 32) * last) >> 32]);
    const auto change = [&, from = source, s = slip](Table::Row of_diagonal, Table::Row of_shear,
                                                     std::size_t e) {
      return s.diagonal * table.row(from, of_diagonal)[e] + s.shear * table.row(from, of_shear)[e];
    };
    for (std::size_t k = 0, others = 0; k < elements(); ++k) {
      const std::size_t from = k == source ? source : order_[others++];
      stress_.diagonal[k] += change(Table::diagonal_of_diagonal, Table::diagonal_of_shear, from);
      stress_.shear[k] += change(Table::shear_of_diagonal, Table::shear_of_shear, from);
      if (stress_.has_pressure())
        stress_.pressure[k] += change(Table::pressure_of_diagonal, Table::pressure_of_shear, from);
    }
  }
}

}  // namespace vitrum::elastoplastic
