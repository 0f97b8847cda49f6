#include "atomistic/patch.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "atomistic/pair_kernel.h"

namespace vitrum::atomistic {

namespace {

/// Distance beyond the cut-off at which pairs are listed.
constexpr double skin = 0.2;
/// Where the slot that is nowhere stands: far from everything, and its square is finite.
constexpr double remote = 1e6;

Bond block_of(std::size_t i, std::size_t j, double x, double y, const LennardJones::Stiffness& k) {
  const double along = (k.curvature - k.slope_over_r) * (1.0 / (x * x + y * y));
  return {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), along * x * x + k.slope_over_r,
          along * y * y + k.slope_over_r, along * x * y};
}

}  // namespace

void Patch::begin(PatchAtoms atoms, double angle) {
  atoms_ = std::move(atoms);
  shear_ = shear_of(angle);
  force_rows_.assign(atoms_.positions.size() + 2, 0.0);
  const PatchPoint initial = start();
  build_list(initial);
  find_springs();
}

PatchPoint Patch::start() const {
  const auto end = atoms_.positions.begin() + static_cast<std::ptrdiff_t>(2 * atoms_.free);
  return {0, {atoms_.positions.begin(), end}};
}

void Patch::place(const PatchPoint& point) {
  const PlaneMap f = stretch_of(shear_, point.strain);
  rows_.resize(atoms_.positions.size() + 2);
  const std::size_t free = 2 * atoms_.free, all = atoms_.positions.size();
  const auto map = [&](const double* from, std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; k += 2) {
      rows_[k] = f.x(from[k], from[k + 1]);
      rows_[k + 1] = f.y(from[k], from[k + 1]);
    }
  };
  map(point.positions.data(), 0, free);
  map(atoms_.positions.data(), free, all);
  rows_[all] = rows_[all + 1] = remote;
}

/// A pair that was beyond the list's range has come closer by the strain since then and by its atoms' motion
/// against it.
bool Patch::list_is_good(const PatchPoint& point) const {
  double square = 0;
  for (std::size_t k = 0; k < point.positions.size(); k += 2) {
    const double x = point.positions[k] - built_for_.positions[k];
    const double y = point.positions[k + 1] - built_for_.positions[k + 1];
    square = std::max(square, x * x + y * y);
  }
  const double range = potentials_->cutoff() + skin;
  const double shrunk = range * std::exp(-0.5 * std::abs(point.strain - built_for_.strain));
  return shrunk - 2 * std::sqrt(square) * std::exp(0.5 * std::abs(point.strain)) >= potentials_->cutoff();
}

void Patch::build_list(const PatchPoint& point) {
  place(point);
  built_for_ = point;
  ++builds_;
  const double range = potentials_->cutoff() + skin;
  // From left to right: the neighbours of an atom stand in a window.
  std::vector<int> order(atoms_.slots());
  std::iota(order.begin(), order.end(), 0);
  const auto x = [&](int slot) { return rows_[2 * static_cast<std::size_t>(slot)]; };
  const auto y = [&](int slot) { return rows_[2 * static_cast<std::size_t>(slot) + 1]; };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return x(a) < x(b); });
  const auto disc = static_cast<int>(atoms_.disc);
  std::vector<std::vector<int>> found(atoms_.disc);
  for (std::size_t a = 0, window = 0; a < order.size(); ++a) {
    while (x(order[a]) - x(order[window]) > range) ++window;
    for (std::size_t b = window; b < a; ++b) {
      const int i = std::min(order[a], order[b]), j = std::max(order[a], order[b]);
      const double dx = x(i) - x(j), dy = y(i) - y(j);
      if (i < disc && dx * dx + dy * dy < range * range) found[static_cast<std::size_t>(i)].push_back(j);
    }
  }
  first_.assign(1, 0);
  neighbour_.clear();
  for (std::vector<int>& neighbours : found) {
    std::sort(neighbours.begin(), neighbours.end());
    neighbour_.insert(neighbour_.end(), neighbours.begin(), neighbours.end());
    first_.push_back(static_cast<int>(neighbour_.size()));
  }
  runs_.build({2, first_, neighbour_, atoms_.species}, *potentials_, rows_);
}

void Patch::find_springs() {
  springs_.clear();
  std::vector<bool> beside_disc(atoms_.slots(), false);
  for (const int j : neighbour_) beside_disc[static_cast<std::size_t>(j)] = true;
  const double cutoff = potentials_->cutoff();
  for (std::size_t i = atoms_.disc; i < atoms_.free; ++i)
    for (std::size_t j = i + 1; j < atoms_.slots(); ++j) {
      const double dx = rows_[2 * j] - rows_[2 * i], dy = rows_[2 * j + 1] - rows_[2 * i + 1];
      const double square = dx * dx + dy * dy;
      if (square >= cutoff * cutoff) continue;
      const LennardJones& pair = potentials_->between(atoms_.species[i], atoms_.species[j]);
      const auto k = pair.stiffness(square);
      auto stiff = k;
      if (beside_disc[i] || beside_disc[j])
        stiff = {std::max(k.slope_over_r, 0.0), std::max(k.curvature, 0.0)};
      springs_.push_back({block_of(i, j, dx, dy, stiff), dx, dy, k.slope_over_r * dx, k.slope_over_r * dy,
                          pair.at(std::sqrt(square)).value});
    }
}

PatchState Patch::evaluate(const PatchPoint& point, std::vector<double>& forces) {
  if (!list_is_good(point)) build_list(point);
  place(point);
  std::fill(force_rows_.begin(), force_rows_.end(), 0.0);
  const std::span<const int> species(atoms_.species.data(), atoms_.disc);
  const PairSums sums = sum_pairs({2, species, runs_, *potentials_, rows_.data()}, force_rows_.data());
  PatchState state{sums.energy, resolved(shear_, sums.virial)};
  if (!springs_.empty()) state.energy += add_springs(state.work);
  forces.assign(force_rows_.begin(), force_rows_.begin() + static_cast<std::ptrdiff_t>(2 * atoms_.free));
  return state;
}

SymmetricTensor Patch::virial(const PatchPoint& point) {
  if (!list_is_good(point)) build_list(point);
  place(point);
  SymmetricTensor sum;
  for (std::size_t i = 0; i < atoms_.disc; ++i)
    for (auto k = static_cast<std::size_t>(first_[i]); k < static_cast<std::size_t>(first_[i + 1]); ++k) {
      const auto j = static_cast<std::size_t>(neighbour_[k]);
      const double x = rows_[2 * j] - rows_[2 * i], y = rows_[2 * j + 1] - rows_[2 * i + 1];
      const auto& pair = potentials_->between(atoms_.species[i], atoms_.species[j]);
      const double share = (j < atoms_.disc ? 1 : 0.5) * pair.stiffness(x * x + y * y).slope_over_r;
      sum += share * SymmetricTensor{x * x, y * y, 0, 0, 0, x * y};
    }
  return sum;
}

double Patch::add_springs(double& work) {
  double energy = 0;
  for (const Spring& spring : springs_) {
    const std::size_t i = 2 * spring.bond.first, j = 2 * spring.bond.second;
    const double x = rows_[j] - rows_[i], y = rows_[j + 1] - rows_[i + 1];
    const double dx = x - spring.x, dy = y - spring.y;
    const double kx = spring.bond.xx * dx + spring.bond.xy * dy;
    const double ky = spring.bond.xy * dx + spring.bond.yy * dy;
    energy += spring.energy + (spring.pull_x + 0.5 * kx) * dx + (spring.pull_y + 0.5 * ky) * dy;
    const double px = spring.pull_x + kx, py = spring.pull_y + ky;
    work += px * shear_.x(x, y) + py * shear_.y(x, y);
    force_rows_[i] += px, force_rows_[i + 1] += py;
    force_rows_[j] -= px, force_rows_[j + 1] -= py;
  }
  return energy;
}

void Patch::stiffen(const PatchPoint& point, std::vector<Bond>& bonds) {
  if (!list_is_good(point)) build_list(point);
  place(point);
  const std::span<const int> species(atoms_.species.data(), atoms_.disc);
  blocks_.resize(3 * runs_.row().size());
  pair_blocks({2, species, runs_, *potentials_, rows_.data()}, blocks_.data());
  bonds.resize(neighbour_.size() + springs_.size());
  Bond* bond = bonds.data();
  const std::size_t kinds = static_cast<std::size_t>(potentials_->species()), lanes = PairRuns::lanes;
  const auto last = static_cast<std::uint32_t>(atoms_.positions.size());
  for (std::size_t i = 0; i < atoms_.disc; ++i)
    for (std::size_t k = runs_.begin()[kinds * i]; k < runs_.begin()[kinds * (i + 1)]; ++k) {
      const std::uint32_t row = runs_.row()[k];
      if (row == last) continue;  // what fills a vector up
      const double* block = &blocks_[3 * (k / lanes * lanes) + k % lanes];
      *bond++ = {static_cast<std::uint32_t>(i), row / 2, block[0], block[lanes], block[2 * lanes]};
    }
  for (const Spring& spring : springs_) *bond++ = spring.bond;
}

void Patch::drive(const std::vector<Bond>& bonds, std::vector<double>& forces) const {
  forces.assign(2 * atoms_.slots(), 0.0);
  for (const Bond& bond : bonds) {
    const std::size_t i = 2 * bond.first, j = 2 * bond.second;
    const double x = rows_[j] - rows_[i], y = rows_[j + 1] - rows_[i + 1];
    const double vx = shear_.x(x, y), vy = shear_.y(x, y);
    const double px = bond.xx * vx + bond.xy * vy, py = bond.xy * vx + bond.yy * vy;
    forces[i] += px, forces[i + 1] += py;
    forces[j] -= px, forces[j + 1] -= py;
  }
  forces.resize(2 * atoms_.free);
}

}  // namespace vitrum::atomistic
