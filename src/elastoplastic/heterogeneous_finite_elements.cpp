#include "elastoplastic/heterogeneous_finite_elements.h"

#include <utility>

#include "elastoplastic/conjugate_gradients.h"
#include "elastoplastic/direct_solver.h"

namespace vitrum::elastoplastic {

namespace {

std::unique_ptr<DisplacementSolver> solver_for(const ElementLattice& lattice,
                                               HeterogeneousFiniteElements::Method method) {
  if (method == HeterogeneousFiniteElements::Method::iterative)
    return std::make_unique<ConjugateGradients>(lattice);
  return std::make_unique<DirectSolver>(lattice);
}

SymmetricTensor mean(const TensorField& field) {
  SymmetricTensor sum;
  for (std::size_t e = 0; e < field.xx.size(); ++e) sum += field.at(e);
  return 1.0 / static_cast<double>(field.xx.size()) * sum;
}

double contract(const SymmetricTensor& a, const SymmetricTensor& b) {
  return a.xx * b.xx + a.yy * b.yy + 2.0 * a.xy * b.xy;
}

}  // namespace

HeterogeneousFiniteElements::HeterogeneousFiniteElements(ElementLattice lattice, Method method)
    : lattice_(std::move(lattice)), solver_(solver_for(lattice_, method)) {}

ElasticState HeterogeneousFiniteElements::equilibrium(const TensorField& plastic_strain,
                                                      const SymmetricTensor& macroscopic_strain) const {
  ElasticState state;
  state.stress = TensorField(lattice_.elements());
  for (std::size_t e = 0; e < lattice_.elements(); ++e)
    state.stress.set(e, lattice_.stiffness(e).stress(plastic_strain.at(e) - macroscopic_strain));
  NodeField field = lattice_.forces(state.stress);
  solver_->solve({&field, 1});
  state.strain = lattice_.strain(field);
  for (std::size_t e = 0; e < lattice_.elements(); ++e) {
    state.strain.set(e, state.strain.at(e) + macroscopic_strain);
    state.stress.set(e, lattice_.stiffness(e).stress(state.strain.at(e) - plastic_strain.at(e)));
    // In equilibrium the displacements do no work in sum, wherever in the elements they strain them.
    state.energy += 0.5 * contract(state.stress.at(e), macroscopic_strain - plastic_strain.at(e));
  }
  return state;
}

EffectiveStiffness HeterogeneousFiniteElements::effective_stiffness() const {
  const TensorField none(lattice_.elements());
  SymmetricTensor along_x, along_y, shear;
  along_x.xx = 1, along_y.yy = 1, shear.xy = 0.5;
  const SymmetricTensor of_x = mean(equilibrium(none, along_x).stress);
  const SymmetricTensor of_y = mean(equilibrium(none, along_y).stress);
  const SymmetricTensor of_shear = mean(equilibrium(none, shear).stress);
  return {of_x.xx, of_y.yy, of_y.xx, of_shear.xy, of_shear.xx, of_shear.yy};
}

}  // namespace vitrum::elastoplastic
