// Which atoms may interact: pairs within the cut-off plus a skin, for periodic, possibly tilted boxes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "atomistic/box_geometry.h"
#include "atomistic/configuration.h"

namespace vitrum::atomistic {

/// Numbers in a row of coordinates: x, y; or x, y, z, 0, which fills a vector of four.
constexpr std::size_t row_length(int dimension) { return dimension == 2 ? 2 : 4; }

/// Whether a list of all pairs nearer than cutoff + skin in `built` still holds all pairs nearer than the
/// cut-off: atoms have moved, against an affine motion with the box, by no more than the skin allows. False
/// for other atoms.
bool within_skin(const Configuration& built, const Configuration& now, double cutoff, double skin);

/// A half neighbour list (each pair once) over *slots*. The first `atoms()` slots hold the atoms, sorted by
/// cell; further slots hold those periodic images of atoms that are somebody's neighbour, so that the
/// separation of any pair is a plain difference of slot coordinates. Boxes thinner than the cut-off are
/// handled: an atom may then neighbour several images of another one, and of itself.
///
/// The list and its order are a function of the configuration at the last build and of nothing else.
class NeighbourList {
 public:
  /// `skin`: the list is good until atoms have approached by this much, > 0.
  NeighbourList(double cutoff, double skin);

  /// See within_skin(); false when nothing was built yet.
  bool good_for(const Configuration& configuration) const;

  /// Builds the list for this configuration. Cost: proportional to the number of atoms.
  /// @throws InputError when box and positions are inconsistent or the box is thinner than a tenth of the
  /// list's range; PhysicsError when a position is not finite.
  void build(const Configuration& configuration);

  /// The configuration of the last build.
  const Configuration& built_for() const { return built_; }
  /// How often the list was built: as long as this stays, the pairs stay.
  std::uint64_t builds() const { return builds_; }

  std::size_t atoms() const { return built_.atoms(); }
  std::size_t slots() const { return atom_.size(); }
  /// Which atom a slot holds (or is an image of).
  std::span<const int> atom() const { return atom_; }
  std::span<const int> species() const { return species_; }
  /// Neighbours of the atom in slot i < atoms(): neighbour()[first()[i]] to neighbour()[first()[i+1] - 1].
  std::span<const int> first() const { return first_; }
  std::span<const int> neighbour() const { return neighbour_; }

  /// Coordinates of all slots for present positions and box, a row of row_length() numbers for each, and
  /// at the end one row more: the coordinates of nothing, far from everything.
  void gather(const Configuration& configuration, std::vector<double>& rows) const;
  /// The same, to memory for row_length() * (slots() + 1) numbers.
  void gather(const Configuration& configuration, double* rows) const;

 private:
  struct Cells;
  struct Span;
  void place_atoms(Cells& cells);
  void find_pairs(const Cells& cells);
  void find_spans(const Cells& cells, const std::array<int, 3>& cell, std::vector<Span>& spans) const;

  double cutoff_, skin_;
  Configuration built_;
  std::vector<int> atom_, species_;
  std::vector<Vector3> wrap_;               // of each atom's slot: edges taken off its position
  std::vector<int> source_;                 // of each image slot: the slot of which it is an image
  std::vector<int> shift_of_;               // of each image slot: index of its translation
  std::vector<std::array<int, 3>> shifts_;  // translations in units of the edges
  std::array<int, 3> images_{};             // furthest of them in each direction
  std::vector<int> first_;
  std::vector<int> neighbour_;
  std::uint64_t builds_ = 0;
};

}  // namespace vitrum::atomistic
