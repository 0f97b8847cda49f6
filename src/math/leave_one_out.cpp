#include "math/leave_one_out.h"

#include <limits>

namespace vitrum {

Eigen::MatrixXd leave_one_out(std::size_t parts,
                              const std::function<Eigen::VectorXd(std::size_t left_out)>& without) {
  Eigen::MatrixXd values;
  for (std::size_t i = 0; i < parts; ++i) {
    const Eigen::VectorXd one = without(i);
    if (i == 0) values.resize(one.size(), static_cast<Eigen::Index>(parts));
    values.col(static_cast<Eigen::Index>(i)) = one;
  }
  if (parts < 2)
    return Eigen::MatrixXd::Constant(values.rows(), values.rows(), std::numeric_limits<double>::quiet_NaN());
  const Eigen::MatrixXd away = values.colwise() - values.rowwise().mean().eval();
  const auto n = static_cast<double>(parts);
  return (n - 1) / n * away * away.transpose();
}

}  // namespace vitrum
