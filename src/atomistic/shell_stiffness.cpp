#include "atomistic/shell_stiffness.h"

#include <algorithm>

#include "atomistic/eam_hessian.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

namespace {

/// max(U'', 0) n n^T + max(U'/r, 0) (1 - n n^T).
BlockSymmetric::Block clipped_stiffness(const PairStiffness& pair) {
  const auto& s = pair.separation;
  const double square = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
  const double across = std::max(pair.slope_over_r, 0.0);
  const double along = (std::max(pair.curvature, 0.0) - across) / square;
  BlockSymmetric::Block block{};
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t c = 0; c < 3; ++c) block[3 * r + c] = along * s[r] * s[c] + (r == c ? across : 0.0);
  return block;
}

}  // namespace

void ShellStiffness::renew(const Configuration& configuration) {
  EamForceField force_field(potential_);
  EamHessian hessian;
  hessian.set(force_field, configuration);
  BlockSum sum(force_field.list());
  hessian.each_spring([&](const PairStiffness& pair) {
    const auto& s = pair.separation;
    if (s[0] * s[0] + s[1] * s[1] + s[2] * s[2] >= shell_radius * shell_radius) return;
    sum.add(static_cast<std::size_t>(pair.first), static_cast<std::size_t>(pair.second),
            clipped_stiffness(pair));
  });
  factor_.make(sum);
  made_for_ = configuration;
}

Group ShellStiffness::snapshot() const {
  Group group;
  if (ready()) group.groups["made_for"] = place_of(made_for_);
  return group;
}

void ShellStiffness::restore(const Group& snapshot, const Configuration& like) {
  factor_.clear();
  if (snapshot.has_group("made_for")) renew(placed(snapshot.group("made_for"), like));
}

}  // namespace vitrum::atomistic
