#include "atomistic/eam_springs.h"

#include <algorithm>

namespace vitrum::atomistic {

namespace {

constexpr std::size_t stride = 4;

}  // namespace

void EamSprings::set(EamForceField& force_field, const Configuration& configuration) {
  std::vector<double> ignored;
  force_field.evaluate(configuration, ignored);
  const NeighbourList& list = force_field.list();
  const EamRuns& runs = force_field.runs();
  const EamPotential& potential = force_field.potential();
  const std::size_t atoms = list.atoms();
  begin_.assign(runs.begin().begin(), runs.begin().end());
  slot_of_.resize(atoms);
  for (std::size_t slot = 0; slot < atoms; ++slot)
    slot_of_[static_cast<std::size_t>(list.atom()[slot])] = slot;
  // What is nowhere gets the row behind all atoms.
  std::vector<std::uint32_t> row_of_slot;
  for (const std::size_t home : force_field.home())
    row_of_slot.push_back(static_cast<std::uint32_t>(stride * home));
  row_of_slot.push_back(static_cast<std::uint32_t>(stride * atoms));
  row_.resize(runs.row().size());
  std::transform(runs.row().begin(), runs.row().end(), row_.begin(),
                 [&](std::uint32_t row) { return row_of_slot[row / stride]; });
  embedding_curvature_.resize(atoms);
  for (std::size_t slot = 0; slot < atoms; ++slot) {
    const double density = force_field.densities()[static_cast<std::size_t>(list.atom()[slot])];
    embedding_curvature_[slot] =
        static_cast<float>(potential.embedding(list.species()[slot], density).second);
  }
  const std::size_t near = runs.near_pairs() / EamRuns::lanes, all = row_.size() / EamRuns::lanes;
  springs_.resize(near_spring * near + far_spring * (all - near));
  set_springs({atoms, force_field.cutoff(), potential.lines(), runs, force_field.rows().data()},
              springs_.data());
}

void EamSprings::pull(const float* displacements, float* forces) {
  const std::size_t count = stride * slot_of_.size();
  moved_.assign(displacements, displacements + count);
  moved_.resize(count + stride, 0.0F);
  std::vector<float> sums(count + stride, 0.0F);
  pull_springs({slot_of_.size(), begin_.data(), row_.data(), springs_.data(), embedding_curvature_.data()},
               moved_.data(), sums.data());
  for (std::size_t k = 0; k < count; ++k) forces[k] = k % stride == 3 ? 0.0F : sums[k];
}

std::vector<float> EamSprings::rows_of(const std::vector<double>& by_atom) const {
  std::vector<float> rows(stride * slot_of_.size(), 0.0F);
  for (std::size_t atom = 0; atom < slot_of_.size(); ++atom)
    for (std::size_t c = 0; c < 3; ++c)
      rows[stride * slot_of_[atom] + c] = static_cast<float>(by_atom[3 * atom + c]);
  return rows;
}

void EamSprings::add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const {
  for (std::size_t atom = 0; atom < slot_of_.size(); ++atom)
    for (std::size_t c = 0; c < 3; ++c)
      by_atom[3 * atom + c] += static_cast<double>(rows[stride * slot_of_[atom] + c]);
}

}  // namespace vitrum::atomistic
