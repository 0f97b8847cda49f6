// Gaussian weights between the cells of one axis of a grid.
#pragma once

#include <cstddef>
#include <vector>

namespace vitrum::seem {

/// exp(-(distance of cells)^2 / 2 width^2), cut off at four widths; the weight of a cell for itself is 1.
class GaussianWeights {
 public:
  /// @param cells of the axis
  /// @param width in units of a cell, > 0
  GaussianWeights(std::size_t cells, double width);

  std::size_t cells() const { return cells_; }
  /// The first cell that has a weight for `cell`, and the one after the last.
  std::size_t begin(std::size_t cell) const { return cell < reach_ ? 0 : cell - reach_; }
  std::size_t end(std::size_t cell) const { return cell + reach_ < cells_ ? cell + reach_ + 1 : cells_; }
  double operator()(std::size_t a, std::size_t b) const { return weights_[a < b ? b - a : a - b]; }

 private:
  std::size_t cells_, reach_;
  std::vector<double> weights_;
};

}  // namespace vitrum::seem
