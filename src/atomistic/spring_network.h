// Springs between atoms, in single precision and laid out for vector units: forces for small displacements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "atomistic/pair_force_field.h"

namespace vitrum::atomistic {

/// The forces -K u that displacements u cause while the stiffness K stays what it is. Each atom sums over all
/// its neighbours, so that nothing is written twice; a product takes a quarter of the time of an evaluation
/// of the forces. Vectors have a row for each atom, in the order of the neighbour list's slots, where
/// neighbours are near each other: x, y; or x, y, z, 0.
class SpringNetwork {
 public:
  /// Sets the springs to the stiffness at this configuration. Lays them out anew when the force field has
  /// another list than last time, or needs one, or when atoms have come within reach of each other.
  void set(PairForceField& force_field, const Configuration& configuration);

  /// -K u for rows u. Both are as long as rows_of() makes them.
  void pull(const float* displacements, float* forces) const;

  std::vector<float> rows_of(const std::vector<double>& by_atom) const;
  /// Adds rows to a vector of dimension * atoms numbers.
  void add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const;

  static constexpr std::size_t lanes = 8;  ///< numbers that are treated together

 private:
  void arrange(PairForceField& force_field, const Configuration& configuration);
  /// False when two atoms interact that have no place.
  bool stiffen(PairForceField& force_field, const Configuration& configuration);

  int dimension_ = 2;
  std::size_t stride_ = 2;            // length of a row
  std::uint64_t list_ = 0;            // the build of the list that the layout is for
  std::vector<std::size_t> row_of_;   // of each atom, where its row begins
  std::vector<std::uint32_t> begin_;  // of each row: its groups of neighbours, lanes / stride_ in each
  std::vector<std::uint32_t> neighbour_row_;  // where the row of each neighbour begins
  std::vector<float> columns_;                // of each group: for each column of the blocks a vector
  std::vector<std::uint32_t> place_;          // of each pair: its two blocks in columns_; or `no_place`
};

}  // namespace vitrum::atomistic
