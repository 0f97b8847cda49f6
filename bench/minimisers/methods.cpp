#include "minimisers/methods.h"

#include <utility>

#include "atomistic/pair_potential.h"
#include "atomistic/specimen.h"
#include "atomistic/stiffness_factor.h"
#include "minimisers/conjugate_gradient.h"
#include "minimisers/fire.h"
#include "minimisers/steepest_descent.h"

namespace vitrum::bench {

using namespace atomistic;

namespace {

Descent of_minimiser(MinimiserReport report, Configuration end) {
  return {std::move(end), report.evaluation, report.residual, report.evaluations,
          report.outcome == Outcome::converged};
}

/// The increment as the library takes it: from equilibria before it, with what they teach about the next.
Descent library(const UnstableState& state, const RelaxationSettings& settings) {
  AtomisticSpecimen specimen(state.earlier, paper_glass(), settings);
  for (int i = 1; i <= state.lead + 1; ++i) specimen.strain_to(i * state.increment);
  const RelaxationReport& last = specimen.last_relaxation();
  return {specimen.configuration(), last.evaluation, last.residual, last.evaluations, true};
}

Descent lammps_cg(const UnstableState& state, LineSearch line_search) {
  PairForceField force_field(paper_glass());
  ConjugateGradientSettings settings;
  settings.line_search = line_search;
  return conjugate_gradient(force_field, state.start(), settings);
}

Descent plain_lbfgs(const UnstableState& state) {
  PairForceField force_field(paper_glass());
  Configuration end = state.start();
  std::vector<double> forces;
  const MinimiserReport report = minimise(force_field, end, forces, {});
  return of_minimiser(report, std::move(end));
}

Descent preconditioned_lbfgs(const UnstableState& state) {
  PairForceField force_field(paper_glass());
  StiffnessFactor factor(force_field);
  factor.renew(state.before);
  Configuration end = state.start();
  std::vector<double> forces;
  const MinimiserReport report =
      minimise(force_field, end, forces, {}, [&](std::vector<double>& v) { factor.apply(v); });
  return of_minimiser(report, std::move(end));
}

Descent default_fire(const UnstableState& state) {
  PairForceField force_field(paper_glass());
  return fire(force_field, state.start());
}

Descent fine_increments(const UnstableState& state) {
  constexpr int parts = 5;
  PairForceField force_field(paper_glass());
  Descent descent{state.before, {}, 0, 0, true};
  std::int64_t evaluations = 0;
  for (int i = 0; i < parts; ++i) {
    descent = steepest_descent(force_field, strained(descent.end, state.increment / parts));
    evaluations += descent.evaluations;
  }
  descent.evaluations = evaluations;
  return descent;
}

Descent steepest(const UnstableState& state, double factor) {
  PairForceField force_field(paper_glass());
  SteepestDescentSettings settings;
  settings.tolerance *= factor;
  return steepest_descent(force_field, state.start(), settings);
}

Descent euler(const UnstableState& state) {
  PairForceField force_field(paper_glass());
  return euler_descent(force_field, state.start());
}

}  // namespace

Descent reference_descent(const UnstableState& state) {
  PairForceField force_field(paper_glass());
  return steepest_descent(force_field, state.start());
}

std::vector<Method> methods(const RelaxationSettings& relaxation) {
  return {
      {"relaxation", "the library's relaxation, as it shears a sample",
       [relaxation](const UnstableState& s) { return library(s, relaxation); }},
      {"cg_quadratic", "conjugate gradients as in LAMMPS, quadratic line search (its default)",
       [](const UnstableState& s) { return lammps_cg(s, LineSearch::quadratic); }},
      {"cg_backtrack", "the same with its backtracking line search",
       [](const UnstableState& s) { return lammps_cg(s, LineSearch::backtracking); }},
      {"lbfgs", "L-BFGS, 10 remembered steps", plain_lbfgs},
      {"preconditioned_lbfgs", "the same, preconditioned by the last stable stiffness", preconditioned_lbfgs},
      {"fire", "FIRE with LAMMPS' defaults", default_fire},
      {"fifths", "fine steepest descent with the increment taken in five parts", fine_increments},
      {"coarser", "fine steepest descent at twenty times the reference's tolerance",
       [](const UnstableState& s) { return steepest(s, 20); }},
      {"finer", "the same at a fifth of it", [](const UnstableState& s) { return steepest(s, 0.2); }},
      {"euler", "forward Euler steps of a fifth of the stiffest mode's time", euler},
  };
}

}  // namespace vitrum::bench
