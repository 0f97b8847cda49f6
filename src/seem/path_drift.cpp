#include "seem/path_drift.h"

#include <cmath>
#include <limits>

#include "math/leave_one_out.h"

namespace vitrum::seem {

Estimate inelastic_drift_of_paths(const std::vector<Trajectory>& trajectories) {
  std::vector<double> changes, strains;
  double change = 0, strain = 0;
  for (const Trajectory& one : trajectories) {
    double changed = 0, gone = 0;
    for (const ElasticPath& path : one.paths)
      if (path.increment > 0) {
        changed += path.to.inelastic - path.from.inelastic;
        gone += path.increment;
      }
    changes.push_back(changed);
    strains.push_back(gone);
    change += changed;
    strain += gone;
  }
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  if (!(strain > 0)) return {unknown, unknown};
  const Eigen::MatrixXd variance = leave_one_out(changes.size(), [&](std::size_t i) {
    return Eigen::VectorXd::Constant(1, (change - changes[i]) / (strain - strains[i]));
  });
  return {change / strain, std::sqrt(variance(0, 0))};
}

}  // namespace vitrum::seem
