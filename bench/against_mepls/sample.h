// A lattice of MEPLS: its elements and what they need, in the order in which MEPLS must be called.
#pragma once

#include <espci.h>

#include <memory>
#include <random>
#include <vector>

#include "options.h"

constexpr int dimension = 2;
using Element = espci::element::Anisotropic<dimension>;
using Elements = mepls::element::Vector<dimension>;
using Solver = mepls::elasticity_solver::LeesEdwards<dimension>;
using Lattice = mepls::system::Standard<dimension>;
using History = mepls::history::History<dimension>;

inline espci::parameters::Parameters parameters(const Options& options, unsigned seed) {
  espci::parameters::Parameters p;
  p.sim.Nx = options.columns;
  p.sim.Ny = options.rows;
  p.sim.seed = seed;
  p.mat.G = p.mat.G_quench = options.shear_modulus;
  p.mat.K = p.mat.K_quench = options.bulk_modulus;
  p.mat.lambda = p.mat.lambda_quench = options.scale;
  p.mat.k = p.mat.k_quench = options.shape;
  p.mat.coupling_constant = options.exponent;
  p.mat.temperature_liquid = options.temperature;
  p.mat.n_slip_systems = options.slip_systems / 4;  // MEPLS counts groups of four
  p.mat.init_eigenstrain = false;
  p.out.verbosity = false;
  return p;
}

struct Sample {
  explicit Sample(const espci::parameters::Parameters& p)
      : generator(p.sim.seed),
        owned(espci::create_elements<dimension>(p, generator)),
        elements(owned.begin(), owned.end()),
        solver(p.sim.Nx, p.sim.Ny) {
    for (auto* element : elements) solver.set_elastic_properties(element->number(), element->C());
    solver.setup_and_assembly();
    mepls::element::calculate_local_stress_coefficients_central(elements, solver);
    mepls::element::calculate_ext_stress_coefficients(elements, solver);
    lattice = std::make_unique<Lattice>(elements, solver, generator);
  }
  ~Sample() {
    for (auto* element : owned) delete element;
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  void set_temperature(double temperature) {
    for (auto* element : owned) {
      auto config = element->config();
      config.temperature = temperature;
      element->config(config);
    }
  }
  double strain() const { return 2 * lattice->macrostate["total_strain"]; }
  double stress() const { return lattice->macrostate["ext_stress"]; }

  std::mt19937 generator;
  std::vector<Element*> owned;
  Elements elements;
  Solver solver;
  std::unique_ptr<Lattice> lattice;
};
