#include "atomistic/neighbour_list.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "atomistic/box_geometry.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

using Integer3 = std::array<int, 3>;

/// Cells per list range: finer cells waste fewer distance checks, coarser ones fewer loops.
constexpr int cells_per_range = 2;
constexpr double thinnest_box = 0.1;  // in list ranges

Vector3 position_of(const Configuration& configuration, std::size_t atom) {
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  const double* p = configuration.positions.data() + d * atom;
  return {p[0], p[1], d == 3 ? p[2] : 0.0};
}

void check_configuration(const Configuration& configuration, double range) {
  check(configuration.box);
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  if (configuration.positions.size() != d * configuration.atoms())
    throw InputError("A configuration of " + std::to_string(configuration.atoms()) + " atoms in " +
                     std::to_string(d) + " dimensions needs " + std::to_string(d * configuration.atoms()) +
                     " coordinates; it has " + std::to_string(configuration.positions.size()) + ".");
  const Vector3 widths = perpendicular_widths(configuration.box);
  for (std::size_t k = 0; k < d; ++k)
    if (widths[k] < thinnest_box * range)
      throw InputError("The box is only " + std::to_string(widths[k]) + " wide along edge " +
                       std::string(1, "abc"[k]) + ", less than a tenth of the interaction range " +
                       std::to_string(range) + ". Repeat the cell periodically to make a larger one.");
  for (std::size_t i = 0; i < configuration.positions.size(); ++i)
    if (!std::isfinite(configuration.positions[i]))
      throw PhysicsError("A coordinate of atom " + std::to_string(i / d + 1) +
                         " is not a finite number. The atoms before this step were probably far too close "
                         "to each other: relax them, or take smaller steps.");
}

}  // namespace

/// The atoms sorted into a grid of cells that fills the box.
struct NeighbourList::Cells {
  Integer3 number{1, 1, 1};
  Integer3 reach{0, 0, 0};  ///< how many cells away a neighbour can be
  std::vector<int> begin;   ///< first slot of each cell, and the end
  std::vector<Vector3> position;
  std::vector<int> cell;
};

NeighbourList::NeighbourList(double cutoff, double skin) : cutoff_(cutoff), skin_(skin) {
  if (!(cutoff > 0) || !(skin > 0))
    throw InputError("A neighbour list needs a positive cut-off and a positive skin; got " +
                     std::to_string(cutoff) + " and " + std::to_string(skin) + ".");
}

bool NeighbourList::good_for(const Configuration& configuration) const {
  if (atom_.empty() || configuration.species != built_.species ||
      configuration.positions.size() != built_.positions.size() ||
      configuration.box.dimension != built_.box.dimension)
    return false;
  // A pair outside the list was at least cutoff + skin apart; the affine motion shrinks that by no more
  // than the smallest stretch, the atoms' own motion by no more than twice the largest displacement.
  const double margin = smallest_stretch(built_.box, configuration.box) * (cutoff_ + skin_) - cutoff_;
  if (!(margin > 0)) return false;
  const double limit = 0.25 * margin * margin;
  const Vector3 fx = affine_image(built_.box, configuration.box, {1, 0, 0});
  const Vector3 fy = affine_image(built_.box, configuration.box, {0, 1, 0});
  const Vector3 fz = affine_image(built_.box, configuration.box, {0, 0, 1});
  for (std::size_t i = 0; i < configuration.atoms(); ++i) {
    const Vector3 p = position_of(built_, i);
    const Vector3 q = position_of(configuration, i);
    double square = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const double u = q[k] - (fx[k] * p[0] + fy[k] * p[1] + fz[k] * p[2]);
      square += u * u;
    }
    if (!(square <= limit)) return false;  // so written that "not a number" counts as moved
  }
  return true;
}

void NeighbourList::build(const Configuration& configuration) {
  check_configuration(configuration, cutoff_ + skin_);
  built_ = configuration;
  ++builds_;
  Cells cells;
  place_atoms(cells);
  find_pairs(cells);
}

void NeighbourList::place_atoms(Cells& cells) {
  const std::size_t n = built_.atoms();
  const auto d = static_cast<std::size_t>(built_.box.dimension);
  const double range = cutoff_ + skin_;
  const Vector3 widths = perpendicular_widths(built_.box);
  // Not many more cells than atoms, or a thin gas would cost more than its atoms.
  const double most = std::ceil(std::pow(4.0 * static_cast<double>(n) + 1.0, 1.0 / static_cast<double>(d)));
  for (std::size_t k = 0; k < d; ++k) {
    cells.number[k] =
        std::max(1, static_cast<int>(std::min(most, std::floor(widths[k] / range * cells_per_range))));
    cells.reach[k] = static_cast<int>(std::ceil(range / widths[k] * cells.number[k] * (1 + 1e-12)));
  }

  std::vector<Integer3> wrap(n);
  std::vector<int> cell(n);
  std::vector<int> count(static_cast<std::size_t>(cells.number[0]) *
                                 static_cast<std::size_t>(cells.number[1]) *
                                 static_cast<std::size_t>(cells.number[2]) +
                             1,
                         0);
  for (std::size_t i = 0; i < n; ++i) {
    const Vector3 s = fractional(built_.box, position_of(built_, i));
    Integer3 c{};
    for (std::size_t k = 0; k < d; ++k) {
      const double whole = std::floor(s[k]);
      wrap[i][k] = static_cast<int>(whole);
      c[k] = std::clamp(static_cast<int>((s[k] - whole) * cells.number[k]), 0, cells.number[k] - 1);
    }
    cell[i] = (c[2] * cells.number[1] + c[1]) * cells.number[0] + c[0];
    ++count[static_cast<std::size_t>(cell[i]) + 1];
  }
  for (std::size_t c = 1; c < count.size(); ++c) count[c] += count[c - 1];
  cells.begin = count;

  atom_.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    atom_[static_cast<std::size_t>(count[static_cast<std::size_t>(cell[i])]++)] = static_cast<int>(i);
  wrap_.resize(n);
  species_.resize(n);
  cells.position.resize(n);
  cells.cell.resize(n);
  for (std::size_t slot = 0; slot < n; ++slot) {
    const auto i = static_cast<std::size_t>(atom_[slot]);
    wrap_[slot] = wrap[i];
    species_[slot] = built_.species[i];
    cells.cell[slot] = cell[i];
    const Vector3 p = position_of(built_, i);
    const Vector3 off = lattice_vector(built_.box, wrap[i]);
    cells.position[slot] = {p[0] - off[0], p[1] - off[1], p[2] - off[2]};
  }
}

void NeighbourList::find_pairs(const Cells& cells) {
  const std::size_t n = built_.atoms();
  const double range2 = (cutoff_ + skin_) * (cutoff_ + skin_);
  const auto floor_divide = [](int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); };

  Integer3 images{};  // furthest translation in each direction
  for (std::size_t k = 0; k < 3; ++k) images[k] = (cells.reach[k] + cells.number[k] - 1) / cells.number[k];
  shifts_.clear();
  for (int c = -images[2]; c <= images[2]; ++c)
    for (int b = -images[1]; b <= images[1]; ++b)
      for (int a = -images[0]; a <= images[0]; ++a) shifts_.push_back({a, b, c});
  std::vector<Vector3> translation;
  for (const auto& shift : shifts_) translation.push_back(lattice_vector(built_.box, shift));
  std::vector<int> image_slot(shifts_.size() * n, -1);

  source_.clear();
  shift_of_.clear();
  neighbour_.clear();
  first_.assign(1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Vector3 p = cells.position[i];
    const int own = cells.cell[i];
    const Integer3 c{own % cells.number[0], own / cells.number[0] % cells.number[1],
                     own / (cells.number[0] * cells.number[1])};
    // Half of the surrounding cells: of two opposite ones, one. Each pair is met once.
    for (int oz = 0; oz <= cells.reach[2]; ++oz)
      for (int oy = oz > 0 ? -cells.reach[1] : 0; oy <= cells.reach[1]; ++oy)
        for (int ox = oz > 0 || oy > 0 ? -cells.reach[0] : 0; ox <= cells.reach[0]; ++ox) {
          const Integer3 raw{c[0] + ox, c[1] + oy, c[2] + oz};
          Integer3 shift{};
          for (std::size_t k = 0; k < 3; ++k) shift[k] = floor_divide(raw[k], cells.number[k]);
          const bool home = shift == Integer3{0, 0, 0};
          const auto other =
              static_cast<std::size_t>(((raw[2] - shift[2] * cells.number[2]) * cells.number[1] + raw[1] -
                                        shift[1] * cells.number[1]) *
                                           cells.number[0] +
                                       raw[0] - shift[0] * cells.number[0]);
          const auto id = static_cast<std::size_t>(
              ((shift[2] + images[2]) * (2 * images[1] + 1) + shift[1] + images[1]) * (2 * images[0] + 1) +
              shift[0] + images[0]);
          const Vector3& t = translation[id];
          int j = cells.begin[other];
          if (ox == 0 && oy == 0 && oz == 0) j = static_cast<int>(i) + 1;
          for (; j < cells.begin[other + 1]; ++j) {
            const auto slot = static_cast<std::size_t>(j);
            const Vector3& q = cells.position[slot];
            const double dx = q[0] + t[0] - p[0], dy = q[1] + t[1] - p[1], dz = q[2] + t[2] - p[2];
            if (dx * dx + dy * dy + dz * dz >= range2) continue;
            if (home) {
              neighbour_.push_back(j);
              continue;
            }
            int& image = image_slot[id * n + slot];
            if (image < 0) {
              image = static_cast<int>(n + source_.size());
              source_.push_back(j);
              shift_of_.push_back(static_cast<int>(id));
            }
            neighbour_.push_back(image);
          }
        }
    first_.push_back(static_cast<int>(neighbour_.size()));
  }
  for (const int source : source_) {
    const auto slot = static_cast<std::size_t>(source);
    atom_.push_back(atom_[slot]);
    species_.push_back(species_[slot]);
  }
}

void NeighbourList::gather(const Configuration& configuration,
                           std::array<std::vector<double>, 3>& coordinates) const {
  const std::size_t n = atoms();
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  std::vector<Vector3> translation(shifts_.size());
  for (std::size_t s = 0; s < shifts_.size(); ++s)
    translation[s] = lattice_vector(configuration.box, shifts_[s]);
  for (std::size_t k = 0; k < d; ++k) {
    coordinates[k].resize(slots());
    double* x = coordinates[k].data();
    for (std::size_t slot = 0; slot < n; ++slot)
      x[slot] = configuration.positions[d * static_cast<std::size_t>(atom_[slot]) + k] -
                lattice_vector(configuration.box, wrap_[slot])[k];
    for (std::size_t g = 0; g < source_.size(); ++g)
      x[n + g] =
          x[static_cast<std::size_t>(source_[g])] + translation[static_cast<std::size_t>(shift_of_[g])][k];
  }
}

}  // namespace vitrum::atomistic
