#include "atomistic/pair_relaxation.h"

#include <algorithm>

namespace vitrum::atomistic {

namespace {

/// Without a factor: evaluations after which L-BFGS is taken to have failed, and the price of a try to
/// finish.
constexpr int plain_patience = 20000, plain_price = 500;

}  // namespace

/// By counting: 200 operations of a factorisation take about as long as a pair of atoms, and what comes with
/// a factor (list, pattern, order) as long as twenty evaluations.
int PairRelaxation::price_of(double operations) const {
  const auto pairs = static_cast<double>(force_field_.list().neighbour().size());
  return 20 + static_cast<int>(std::min(operations / (200 * std::max(pairs, 1.0)), 1e8));
}

int PairRelaxation::price() const { return plain() ? plain_price : price_of(factor_.operations()); }

void PairRelaxation::begin(const Configuration& configuration) {
  if (method_ != Method::undecided) return;
  const bool dear = price_of(factor_.expected_operations(configuration)) > settings().dearest_factor;
  method_ = dear ? Method::plain : Method::factor;
}

MinimiserReport PairRelaxation::fast(Configuration& configuration, std::vector<double>& forces) {
  const MinimiserSettings with = minimiser_settings(plain() ? plain_patience : settings().patience);
  if (plain()) return minimise(force_field_, configuration, forces, with);
  return minimise(force_field_, configuration, forces, with,
                  [this](std::vector<double>& vector) { factor_.apply(vector); });
}

Group PairRelaxation::snapshot() const {
  Group group = factor_.snapshot();
  group.put("method", static_cast<std::int64_t>(method_));
  return group;
}

void PairRelaxation::restore(const Group& snapshot, const Configuration& like) {
  method_ = static_cast<Method>(snapshot.integer("method"));
  factor_.restore(snapshot, like);
}

}  // namespace vitrum::atomistic
