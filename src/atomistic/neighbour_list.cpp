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
constexpr double thinnest_box = 0.1;          // in list ranges
constexpr double largest_coordinate = 1e100;  // products of three are finite
/// Coordinate of nothing: beyond any cut-off from everything, and its powers are finite numbers.
constexpr double far_away = 1e30;

Vector3 position_of(const Configuration& configuration, std::size_t atom) {
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  const double* p = configuration.positions.data() + d * atom;
  return {p[0], p[1], d == 3 ? p[2] : 0.0};
}

/// Position of an atom less whole edges of the box.
Vector3 unwrapped(const Configuration& configuration, std::size_t atom, const Vector3& edges) {
  const Box& box = configuration.box;
  const Vector3 p = position_of(configuration, atom);
  return {p[0] - edges[0] * box.lx - edges[1] * box.xy - edges[2] * box.xz,
          p[1] - edges[1] * box.ly - edges[2] * box.yz, p[2] - edges[2] * box.lz};
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
    if (!(widths[k] >= thinnest_box * range))
      throw InputError("The box is only " + std::to_string(widths[k]) + " wide along edge " +
                       std::string(1, "abc"[k]) + ", less than a tenth of the interaction range " +
                       std::to_string(range) + ". Repeat the cell periodically to make a larger one.");
  for (std::size_t i = 0; i < configuration.positions.size(); ++i)
    if (!(std::abs(configuration.positions[i]) < largest_coordinate))
      throw PhysicsError(
          "A coordinate of atom " + std::to_string(i / d + 1) +
          " is not a finite number below 1e100. The atoms before this step were probably far too close "
          "to each other: relax them, or take smaller steps.");
}

}  // namespace

bool within_skin(const Configuration& built, const Configuration& now, double cutoff, double skin) {
  if (now.species != built.species || now.positions.size() != built.positions.size() ||
      now.box.dimension != built.box.dimension)
    return false;
  // A pair outside the list was at least cutoff + skin apart; the affine motion shrinks that by no more
  // than the smallest stretch, the atoms' own motion by no more than twice the largest displacement.
  const double margin = smallest_stretch(built.box, now.box) * (cutoff + skin) - cutoff;
  if (!(margin > 0)) return false;
  const double limit = 0.25 * margin * margin;
  const Vector3 fx = affine_image(built.box, now.box, {1, 0, 0});
  const Vector3 fy = affine_image(built.box, now.box, {0, 1, 0});
  const Vector3 fz = affine_image(built.box, now.box, {0, 0, 1});
  for (std::size_t i = 0; i < now.atoms(); ++i) {
    const Vector3 p = position_of(built, i);
    const Vector3 q = position_of(now, i);
    double square = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const double u = q[k] - (fx[k] * p[0] + fy[k] * p[1] + fz[k] * p[2]);
      square += u * u;
    }
    if (!(square <= limit)) return false;  // so written that "not a number" counts as moved
  }
  return true;
}

/// The atoms sorted into a grid of cells that fills the box.
struct NeighbourList::Cells {
  Integer3 number{1, 1, 1};
  Integer3 reach{0, 0, 0};  ///< how many cells away a neighbour can be
  std::vector<int> begin;   ///< first slot of each cell, and the end
  std::array<std::vector<double>, 3> position;

  std::size_t index(const Integer3& cell) const {
    return static_cast<std::size_t>((cell[2] * number[1] + cell[1]) * number[0] + cell[0]);
  }
};

/// Consecutive slots, all moved by one translation, that may hold neighbours of the atoms of a cell.
struct NeighbourList::Span {
  int begin, end;
  std::size_t shift;  ///< which of shifts_
};

NeighbourList::NeighbourList(double cutoff, double skin) : cutoff_(cutoff), skin_(skin) {
  if (!(cutoff > 0) || !(skin > 0))
    throw InputError("A neighbour list needs a positive cut-off and a positive skin; got " +
                     std::to_string(cutoff) + " and " + std::to_string(skin) + ".");
}

bool NeighbourList::good_for(const Configuration& configuration) const {
  return !atom_.empty() && within_skin(built_, configuration, cutoff_, skin_);
}

void NeighbourList::build(const Configuration& configuration) {
  check_configuration(configuration, cutoff_ + skin_);
  atom_.clear();
  built_ = configuration;
  ++builds_;
  try {
    Cells cells;
    place_atoms(cells);
    find_pairs(cells);
  } catch (...) {
    atom_.clear();  // out of memory: half a list is no list
    throw;
  }
}

void NeighbourList::place_atoms(Cells& cells) {
  const std::size_t n = built_.atoms();
  const auto d = static_cast<std::size_t>(built_.box.dimension);
  const double range = cutoff_ + skin_;
  const Vector3 widths = perpendicular_widths(built_.box);
  images_ = {};
  double total = 1;
  for (std::size_t k = 0; k < d; ++k) {
    cells.number[k] = static_cast<int>(std::clamp(std::floor(widths[k] / range * cells_per_range), 1.0, 1e6));
    total *= cells.number[k];
  }
  // Not many more cells than atoms, or a thin gas would cost more than its atoms.
  while (total > 4.0 * static_cast<double>(n) + 1.0) {
    int& most = *std::max_element(cells.number.begin(), cells.number.end());
    total /= most;
    most = (most + 1) / 2;
    total *= most;
  }
  for (std::size_t k = 0; k < d; ++k) {
    cells.reach[k] = static_cast<int>(std::ceil(range / widths[k] * cells.number[k] * (1 + 1e-12)));
    images_[k] = (cells.reach[k] + cells.number[k] - 1) / cells.number[k];
  }

  std::vector<Vector3> wrap(n);
  std::vector<std::size_t> cell(n);
  cells.begin.assign(cells.index({0, 0, cells.number[2]}) + 1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Vector3 s = fractional(built_.box, position_of(built_, i));
    Integer3 c{};
    for (std::size_t k = 0; k < d; ++k) {
      const double whole = std::floor(s[k]);
      wrap[i][k] = whole;
      c[k] = std::clamp(static_cast<int>((s[k] - whole) * cells.number[k]), 0, cells.number[k] - 1);
    }
    cell[i] = cells.index(c);
    ++cells.begin[cell[i] + 1];
  }
  for (std::size_t c = 1; c < cells.begin.size(); ++c) cells.begin[c] += cells.begin[c - 1];

  std::vector<int> next(cells.begin.begin(), cells.begin.end() - 1);
  atom_.resize(n);
  species_.resize(n);
  wrap_.resize(n);
  for (auto& coordinate : cells.position) coordinate.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto slot = static_cast<std::size_t>(next[cell[i]]++);
    atom_[slot] = static_cast<int>(i);
    species_[slot] = built_.species[i];
    wrap_[slot] = wrap[i];
    const Vector3 p = unwrapped(built_, i, wrap[i]);
    for (std::size_t k = 0; k < 3; ++k) cells.position[k][slot] = p[k];
  }
}

/// Half of the surrounding cells: of two opposite ones, one. Each pair is met once. Cells in a row follow
/// each other in memory, up to the edge of the box. The first span begins with the cell's own atoms.
void NeighbourList::find_spans(const Cells& cells, const Integer3& cell, std::vector<Span>& spans) const {
  const auto floor_divide = [](int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); };
  spans.clear();
  for (int oz = 0; oz <= cells.reach[2]; ++oz)
    for (int oy = oz > 0 ? -cells.reach[1] : 0; oy <= cells.reach[1]; ++oy) {
      const bool own_row = oz == 0 && oy == 0;
      const int z = cell[2] + oz, y = cell[1] + oy, last = cell[0] + cells.reach[0];
      const int shift_z = floor_divide(z, cells.number[2]), shift_y = floor_divide(y, cells.number[1]);
      for (int x = own_row ? cell[0] : cell[0] - cells.reach[0]; x <= last;) {
        const int shift_x = floor_divide(x, cells.number[0]);
        const int box_begin = shift_x * cells.number[0];
        const int stop = std::min(last, box_begin + cells.number[0] - 1);
        const std::size_t first =
            cells.index({x - box_begin, y - shift_y * cells.number[1], z - shift_z * cells.number[2]});
        const auto shift = static_cast<std::size_t>(
            ((shift_z + images_[2]) * (2 * images_[1] + 1) + shift_y + images_[1]) * (2 * images_[0] + 1) +
            shift_x + images_[0]);
        spans.push_back(
            {cells.begin[first], cells.begin[first + static_cast<std::size_t>(stop - x) + 1], shift});
        x = stop + 1;
      }
    }
}

void NeighbourList::find_pairs(const Cells& cells) {
  const std::size_t n = built_.atoms();
  const double range2 = (cutoff_ + skin_) * (cutoff_ + skin_);
  shifts_.clear();
  for (int c = -images_[2]; c <= images_[2]; ++c)
    for (int b = -images_[1]; b <= images_[1]; ++b)
      for (int a = -images_[0]; a <= images_[0]; ++a) shifts_.push_back({a, b, c});
  const std::size_t home = shifts_.size() / 2;
  std::vector<Vector3> translation;
  for (const auto& shift : shifts_) translation.push_back(lattice_vector(built_.box, shift));

  const double *x = cells.position[0].data(), *y = cells.position[1].data(), *z = cells.position[2].data();
  std::vector<int> image_slot(shifts_.size() * n, -1);
  std::vector<Span> spans;
  source_.clear();
  shift_of_.clear();
  neighbour_.clear();
  first_.assign(1, 0);
  std::size_t found = 0;
  Integer3 cell{};
  for (cell[2] = 0; cell[2] < cells.number[2]; ++cell[2])
    for (cell[1] = 0; cell[1] < cells.number[1]; ++cell[1])
      for (cell[0] = 0; cell[0] < cells.number[0]; ++cell[0]) {
        const std::size_t own = cells.index(cell);
        if (cells.begin[own] == cells.begin[own + 1]) continue;
        find_spans(cells, cell, spans);
        std::size_t candidates = 0;
        for (const auto& span : spans) candidates += static_cast<std::size_t>(span.end - span.begin);
        for (int i = cells.begin[own]; i < cells.begin[own + 1]; ++i) {
          if (neighbour_.size() < found + candidates) neighbour_.resize(2 * (found + candidates));
          for (const auto& span : spans) {
            const Vector3& t = translation[span.shift];
            const double px = x[i] - t[0], py = y[i] - t[1], pz = z[i] - t[2];
            const std::size_t begin = found;
            for (int j = &span == spans.data() ? i + 1 : span.begin; j < span.end; ++j) {
              const double dx = x[j] - px, dy = y[j] - py, dz = z[j] - pz;
              // Written in any case, kept when close: no branch that nobody could predict.
              neighbour_[found] = j;
              found += dx * dx + dy * dy + dz * dz < range2 ? 1 : 0;
            }
            if (span.shift == home) continue;
            for (std::size_t k = begin; k < found; ++k) {
              int& image = image_slot[span.shift * n + static_cast<std::size_t>(neighbour_[k])];
              if (image < 0) {
                image = static_cast<int>(n + source_.size());
                source_.push_back(neighbour_[k]);
                shift_of_.push_back(static_cast<int>(span.shift));
              }
              neighbour_[k] = image;
            }
          }
          first_.push_back(static_cast<int>(found));
        }
      }
  neighbour_.resize(found);
  for (const int source : source_) {
    const auto slot = static_cast<std::size_t>(source);
    atom_.push_back(atom_[slot]);
    species_.push_back(species_[slot]);
  }
}

void NeighbourList::gather(const Configuration& configuration, std::vector<double>& rows) const {
  rows.resize(row_length(configuration.box.dimension) * (slots() + 1));
  gather(configuration, rows.data());
}

void NeighbourList::gather(const Configuration& configuration, double* rows) const {
  const std::size_t n = atoms();
  const std::size_t stride = row_length(configuration.box.dimension);
  const Box& box = configuration.box;
  for (std::size_t slot = 0; slot < n; ++slot) {
    const Vector3 p = unwrapped(configuration, static_cast<std::size_t>(atom_[slot]), wrap_[slot]);
    for (std::size_t k = 0; k < stride; ++k) rows[stride * slot + k] = k < 3 ? p[k] : 0.0;
  }
  std::vector<Vector3> translation;
  for (const auto& shift : shifts_) translation.push_back(lattice_vector(box, shift));
  for (std::size_t g = 0; g < source_.size(); ++g) {
    const double* source = &rows[stride * static_cast<std::size_t>(source_[g])];
    const Vector3& t = translation[static_cast<std::size_t>(shift_of_[g])];
    for (std::size_t k = 0; k < stride; ++k) rows[stride * (n + g) + k] = source[k] + (k < 3 ? t[k] : 0.0);
  }
  for (std::size_t k = 0; k < stride; ++k) rows[stride * slots() + k] = far_away;
}

}  // namespace vitrum::atomistic
