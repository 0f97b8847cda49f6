// Force fields simple enough to be checked by eye, for tests of the dynamics.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "atomistic/configuration.h"
#include "atomistic/force_field.h"

namespace vitrum::atomistic::test {

/// Every coordinate sits in a harmonic well of its own around zero.
class Wells : public ForceField {
 public:
  explicit Wells(double frequency) : stiffness_(frequency * frequency) {}
  double cutoff() const override { return 0; }
  int species() const override { return 1; }
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override {
    Evaluation total;
    forces.resize(configuration.positions.size());
    for (std::size_t k = 0; k < forces.size(); ++k) {
      const double x = configuration.positions[k];
      forces[k] = -stiffness_ * x;
      total.energy += 0.5 * stiffness_ * x * x;
    }
    return total;
  }

 private:
  double stiffness_;
};

/// Soft discs, U = 10 (1 - r^2)^4 for r < 1: three times continuously differentiable. All pairs are
/// looked at, in order; square or rectangular boxes wider than 2.
class SoftDiscs : public ForceField {
 public:
  double cutoff() const override { return 1; }
  int species() const override { return 1; }
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override {
    Evaluation total;
    const auto& x = configuration.positions;
    forces.assign(x.size(), 0.0);
    for (std::size_t i = 0; i < configuration.atoms(); ++i) {
      for (std::size_t j = i + 1; j < configuration.atoms(); ++j) {
        const double dx = nearest(x[2 * j] - x[2 * i], configuration.box.lx);
        const double dy = nearest(x[2 * j + 1] - x[2 * i + 1], configuration.box.ly);
        const double gap = 1 - dx * dx - dy * dy;
        if (gap <= 0) continue;
        ++total.pairs;
        total.energy += 10 * std::pow(gap, 4);
        const double push = 80 * std::pow(gap, 3);  // -U'(r) / r
        total.stress +=
            (-push / configuration.box.volume()) * SymmetricTensor{dx * dx, dy * dy, 0, 0, 0, dx * dy};
        forces[2 * i] -= push * dx, forces[2 * i + 1] -= push * dy;
        forces[2 * j] += push * dx, forces[2 * j + 1] += push * dy;
      }
    }
    return total;
  }

 private:
  static double nearest(double d, double length) { return d - length * std::round(d / length); }
};

/// `rows` x `rows` soft discs on a square lattice of the given spacing.
inline Configuration square_lattice(int rows, double spacing) {
  Configuration configuration;
  configuration.box.lx = configuration.box.ly = rows * spacing;
  for (int i = 0; i < rows * rows; ++i) {
    configuration.species.push_back(0);
    configuration.positions.push_back((i % rows + 0.5) * spacing);
    configuration.positions.push_back((i / rows + 0.5) * spacing);
  }
  return configuration;
}

}  // namespace vitrum::atomistic::test
