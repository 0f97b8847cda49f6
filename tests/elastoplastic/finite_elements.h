// An independent finite element solution of the periodic lattice, written for the tests: shape functions
// and their gradients at 2 x 2 Gauss points, a stiffness matrix assembled node by node, a sparse
// factorisation. Shares no code and no formula with the solutions it checks.
#pragma once

#include <Eigen/Dense>
#include <Eigen/Sparse>
#include <array>
#include <cmath>
#include <vector>

#include "elastoplastic/tensor_field.h"

namespace vitrum::elastoplastic::test {

class FiniteElements {
 public:
  FiniteElements(int columns, int rows, double shear_modulus, double bulk_modulus)
      : FiniteElements(columns, rows,
                       std::vector<double>(static_cast<std::size_t>(columns * rows), shear_modulus),
                       bulk_modulus) {}

  /// A shear modulus for each element.
  FiniteElements(int columns, int rows, const std::vector<double>& shear_moduli, double bulk_modulus)
      : columns_(columns), rows_(rows) {
    for (const double shear_modulus : shear_moduli) {
      Eigen::Matrix3d stiffness;                                                   // Voigt order xx, yy, 2 xy
      stiffness << bulk_modulus + shear_modulus, bulk_modulus - shear_modulus, 0,  //
          bulk_modulus - shear_modulus, bulk_modulus + shear_modulus, 0,           //
          0, 0, shear_modulus;
      stiffness_.push_back(stiffness);
    }
    const double g = 0.5 / std::sqrt(3.0);
    for (const double x : {0.5 - g, 0.5 + g})
      for (const double y : {0.5 - g, 0.5 + g}) gauss_.push_back(gradient(x, y));
    average_.setZero();
    for (const auto& b : gauss_) average_ += 0.25 * b;
    factorise();
  }

  /// Element stress for the plastic strain and a macroscopic strain (xx, yy, 2 xy).
  TensorField stress(const TensorField& plastic,
                     const Eigen::Vector3d& macroscopic = Eigen::Vector3d::Zero()) const {
    const Eigen::VectorXd displacement = solve(plastic, macroscopic);
    TensorField result(static_cast<std::size_t>(columns_ * rows_));
    for (int element = 0; element < columns_ * rows_; ++element) {
      const Eigen::Vector3d s = stiffness(element) * (average_ * of_element(displacement, element) +
                                                      macroscopic - voigt(plastic, element));
      SymmetricTensor tensor;
      tensor.xx = s(0), tensor.yy = s(1), tensor.xy = s(2);
      result.set(static_cast<std::size_t>(element), tensor);
    }
    return result;
  }

  /// Elastic energy, integrated over the Gauss points, when the lattice is also sheared by gamma.
  double energy(const TensorField& plastic, double gamma) const {
    return energy(plastic, Eigen::Vector3d(0, 0, gamma));
  }
  double energy(const TensorField& plastic, const Eigen::Vector3d& macroscopic) const {
    const Eigen::VectorXd displacement = solve(plastic, macroscopic);
    double sum = 0;
    for (int element = 0; element < columns_ * rows_; ++element) {
      for (const auto& b : gauss_) {
        const Eigen::Vector3d elastic =
            b * of_element(displacement, element) - voigt(plastic, element) + macroscopic;
        sum += 0.25 * 0.5 * elastic.dot(stiffness(element) * elastic);
      }
    }
    return sum;
  }

 private:
  using Gradient = Eigen::Matrix<double, 3, 8>;

  static Gradient gradient(double x, double y) {
    // Nodes (0,0), (1,0), (1,1), (0,1) of the unit square.
    const std::array<double, 4> dx{-(1 - y), 1 - y, y, -y};
    const std::array<double, 4> dy{-(1 - x), -x, x, 1 - x};
    Gradient b = Gradient::Zero();
    for (std::size_t node = 0; node < 4; ++node) {
      const auto column = static_cast<Eigen::Index>(2 * node);
      b(0, column) = dx[node];
      b(1, column + 1) = dy[node];
      b(2, column) = dy[node];
      b(2, column + 1) = dx[node];
    }
    return b;
  }

  const Eigen::Matrix3d& stiffness(int element) const {
    return stiffness_[static_cast<std::size_t>(element)];
  }

  Eigen::VectorXd solve(const TensorField& plastic, const Eigen::Vector3d& macroscopic) const {
    Eigen::VectorXd force = Eigen::VectorXd::Zero(2 * columns_ * rows_);
    for (int element = 0; element < columns_ * rows_; ++element) {
      Eigen::Matrix<double, 8, 1> local = Eigen::Matrix<double, 8, 1>::Zero();
      for (const auto& b : gauss_)
        local += 0.25 * b.transpose() * stiffness(element) * (voigt(plastic, element) - macroscopic);
      const auto unknowns = unknowns_of(element);
      for (std::size_t i = 0; i < 8; ++i) force(unknowns[i]) += local(static_cast<Eigen::Index>(i));
    }
    Eigen::VectorXd displacement = Eigen::VectorXd::Zero(force.size());
    displacement.tail(force.size() - 2) = solver_.solve(force.tail(force.size() - 2));
    return displacement;
  }

  Eigen::Matrix<double, 8, 1> of_element(const Eigen::VectorXd& displacement, int element) const {
    Eigen::Matrix<double, 8, 1> local;
    const auto unknowns = unknowns_of(element);
    for (std::size_t i = 0; i < 8; ++i) local(static_cast<Eigen::Index>(i)) = displacement(unknowns[i]);
    return local;
  }

  static Eigen::Vector3d voigt(const TensorField& field, int element) {
    const auto tensor = field.at(static_cast<std::size_t>(element));
    return {tensor.xx, tensor.yy, 2 * tensor.xy};
  }

  std::array<int, 8> unknowns_of(int element) const {
    const int column = element % columns_, row = element / columns_;
    const int right = (column + 1) % columns_, up = (row + 1) % rows_;
    const std::array<int, 4> nodes{row * columns_ + column, row * columns_ + right, up * columns_ + right,
                                   up * columns_ + column};
    std::array<int, 8> unknowns{};
    for (std::size_t i = 0; i < 8; ++i) unknowns[i] = 2 * nodes[i / 2] + static_cast<int>(i % 2);
    return unknowns;
  }

  // Node 0 is held: that removes the translations, the only motions without energy.
  void factorise() {
    const int size = 2 * columns_ * rows_;
    std::vector<Eigen::Triplet<double>> entries;
    for (int element = 0; element < columns_ * rows_; ++element) {
      Eigen::Matrix<double, 8, 8> local = Eigen::Matrix<double, 8, 8>::Zero();
      for (const auto& b : gauss_) local += 0.25 * b.transpose() * stiffness(element) * b;
      const auto unknowns = unknowns_of(element);
      for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < 8; ++j)
          if (unknowns[i] >= 2 && unknowns[j] >= 2)
            entries.emplace_back(unknowns[i] - 2, unknowns[j] - 2,
                                 local(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
    }
    Eigen::SparseMatrix<double> matrix(size - 2, size - 2);
    matrix.setFromTriplets(entries.begin(), entries.end());
    solver_.compute(matrix);
  }

  int columns_, rows_;
  std::vector<Eigen::Matrix3d> stiffness_;
  std::vector<Gradient> gauss_;
  Gradient average_;
  Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver_;
};

}  // namespace vitrum::elastoplastic::test
