#include "elastoplastic/stiffness_product.h"

#include <utility>

#include "elastoplastic/square_element.h"

namespace vitrum::elastoplastic {

StiffnessProduct::StiffnessProduct(const ElementLattice& lattice)
    : columns_(static_cast<std::size_t>(lattice.columns())), rows_(static_cast<std::size_t>(lattice.rows())) {
  for (std::size_t e = 0; e < lattice.elements(); ++e) {
    shear_.push_back(lattice.stiffness(e).shear_modulus);
    bulk_.push_back(lattice.stiffness(e).bulk_modulus);
    hourglass_.push_back(hourglass_stiffness(lattice.stiffness(e)));
  }
  for (ElementRow* row : {&below_, &above_})
    for (auto* field : {&row->x_sum, &row->x_difference, &row->y_sum, &row->y_difference, &row->hourglass_x,
                        &row->hourglass_y})
      field->resize(columns_ + 1);
}

void StiffnessProduct::deform(std::size_t row, const NodeField& displacement, ElementRow& out) const {
  const std::size_t low = row * columns_, high = row + 1 == rows_ ? 0 : low + columns_;
  const double* __restrict__ low_x = &displacement.x[low];
  const double* __restrict__ low_y = &displacement.y[low];
  const double* __restrict__ high_x = &displacement.x[high];
  const double* __restrict__ high_y = &displacement.y[high];
  const double* __restrict__ shear = &shear_[low];
  const double* __restrict__ bulk = &bulk_[low];
  const double* __restrict__ hourglass = &hourglass_[low];
  double* __restrict__ x_sum = &out.x_sum[1];
  double* __restrict__ x_difference = &out.x_difference[1];
  double* __restrict__ y_sum = &out.y_sum[1];
  double* __restrict__ y_difference = &out.y_difference[1];
  double* __restrict__ hourglass_x = &out.hourglass_x[1];
  double* __restrict__ hourglass_y = &out.hourglass_y[1];
  const auto element = [=](std::size_t left, std::size_t right) {
    // Differences along the two diagonals of the element.
    const double rising_x = high_x[right] - low_x[left], falling_x = low_x[right] - high_x[left];
    const double rising_y = high_y[right] - low_y[left], falling_y = low_y[right] - high_y[left];
    const double strain_xx = 0.5 * (rising_x + falling_x), strain_yy = 0.5 * (rising_y - falling_y);
    const double pressure = bulk[left] * (strain_xx + strain_yy);
    const double difference = shear[left] * (strain_xx - strain_yy);
    const double xy = shear[left] * (0.5 * ((rising_x - falling_x) + (rising_y + falling_y)));
    x_sum[left] = 0.5 * (pressure + difference + xy);
    x_difference[left] = 0.5 * (pressure + difference - xy);
    y_sum[left] = 0.5 * (xy + pressure - difference);
    y_difference[left] = 0.5 * (xy - pressure + difference);
    hourglass_x[left] = hourglass[left] * ((low_x[left] + high_x[right]) - (low_x[right] + high_x[left]));
    hourglass_y[left] = hourglass[left] * ((low_y[left] + high_y[right]) - (low_y[right] + high_y[left]));
  };
  for (std::size_t left = 0; left + 1 < columns_; ++left) element(left, left + 1);
  element(columns_ - 1, 0);
  for (auto* field :
       {&out.x_sum, &out.x_difference, &out.y_sum, &out.y_difference, &out.hourglass_x, &out.hourglass_y})
    field->front() = field->back();
}

void StiffnessProduct::operator()(const NodeField& displacement, NodeField& force) {
  // A node is lower left corner of the element above it to the right, and so on.
  const auto collect = [this](const std::vector<double>& above_sum, const std::vector<double>& below_sum,
                              const std::vector<double>& above_difference,
                              const std::vector<double>& below_difference,
                              const std::vector<double>& above_hourglass,
                              const std::vector<double>& below_hourglass, double* __restrict__ f) {
    const double* __restrict__ as = above_sum.data();
    const double* __restrict__ bs = below_sum.data();
    const double* __restrict__ ad = above_difference.data();
    const double* __restrict__ bd = below_difference.data();
    const double* __restrict__ ah = above_hourglass.data();
    const double* __restrict__ bh = below_hourglass.data();
    for (std::size_t c = 0; c < columns_; ++c)
      f[c] = ((bs[c] - as[c + 1]) + (ad[c] - bd[c + 1])) + ((ah[c + 1] - ah[c]) + (bh[c] - bh[c + 1]));
  };
  deform(rows_ - 1, displacement, below_);
  for (std::size_t row = 0; row < rows_; ++row) {
    deform(row, displacement, above_);
    collect(above_.x_sum, below_.x_sum, above_.x_difference, below_.x_difference, above_.hourglass_x,
            below_.hourglass_x, &force.x[row * columns_]);
    collect(above_.y_sum, below_.y_sum, above_.y_difference, below_.y_difference, above_.hourglass_y,
            below_.hourglass_y, &force.y[row * columns_]);
    std::swap(below_, above_);
  }
}

}  // namespace vitrum::elastoplastic
