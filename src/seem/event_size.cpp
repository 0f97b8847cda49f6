#include "seem/event_size.h"

#include <algorithm>
#include <cmath>

namespace vitrum::seem {
namespace {

/// Elastic energy that a drop changes at constant X_1, without sign, and above zero.
double elastic_change(const ElasticLaw& law, const StatePoint& before, double drop) {
  const StatePoint after{before.stress - drop, before.inelastic};
  const double scale = law.volume * law.modulus;  // of an energy per atom
  return std::max(1e-15 * scale, std::abs(law.elastic_energy(before) - law.elastic_energy(after)));
}

}  // namespace

EventSize size_of(const ElasticLaw& law, const StatePoint& before, const Jump& jump) {
  const StatePoint after{before.stress - jump.stress_drop, before.inelastic + jump.inelastic};
  const double heat = std::max(0.0, law.energy(before) - law.energy(after));
  return {jump.stress_drop, heat / elastic_change(law, before, jump.stress_drop)};
}

Jump jump_of(const ElasticLaw& law, const StatePoint& before, const EventSize& size) {
  const double heat = size.heat_share * elastic_change(law, before, size.drop);
  const double after = law.inelastic_energy(before.stress - size.drop, law.energy(before) - heat);
  return {size.drop, after - before.inelastic};
}

}  // namespace vitrum::seem
