#include "atomistic/patch_stiffness.h"

#include <algorithm>
#include <limits>

#include "atomistic/spring_kernel.h"
#include "atomistic/spring_network.h"

namespace vitrum::atomistic {

namespace {

constexpr auto none = std::numeric_limits<std::size_t>::max();
constexpr auto no_spring = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t group = SpringNetwork::lanes / 2;

}  // namespace

void PatchStiffness::set(const PatchPoint& point) {
  patch_->stiffen(point, bonds_);
  springs_are_set_ = false;
  if (arranged_for_ == patch_->builds()) return;
  arrange_matrix();
  arrange_springs();
  arranged_for_ = patch_->builds();
  prepared_ = false;
}

void PatchStiffness::set_with_drive(const PatchPoint& point) {
  set(point);
  patch_->drive(bonds_, drive_);
}

bool PatchStiffness::factorise() {
  fill_matrix();
  if (!prepared_) {
    if (order_.empty()) order_ = elimination_order(matrix_, 2);
    cholesky_.prepare(matrix_, order_);
    prepared_ = true;
  }
  return cholesky_.factorise(matrix_, 0);
}

void PatchStiffness::arrange_matrix() {
  const std::size_t free = patch_->atoms().free;
  std::vector<std::vector<int>> below(free);
  const auto ends = [](const Bond& bond) { return std::minmax(bond.first, bond.second); };
  for (const Bond& bond : bonds_)
    if (bond.second < free) below[ends(bond).first].push_back(static_cast<int>(ends(bond).second));
  matrix_.column_begin.assign(1, 0);
  matrix_.row.clear();
  for (std::size_t atom = 0; atom < free; ++atom) {
    std::sort(below[atom].begin(), below[atom].end());
    for (std::size_t column = 0; column < 2; ++column) {
      for (std::size_t row = column; row < 2; ++row) matrix_.row.push_back(static_cast<int>(2 * atom + row));
      for (const int other : below[atom]) matrix_.row.insert(matrix_.row.end(), {2 * other, 2 * other + 1});
      matrix_.column_begin.push_back(static_cast<int>(matrix_.row.size()));
    }
  }
  matrix_.value.resize(matrix_.row.size());
  place_.assign(bonds_.size(), none);
  for (std::size_t k = 0; k < bonds_.size(); ++k) {
    if (bonds_[k].second >= free) continue;
    const auto [low, high] = ends(bonds_[k]);
    const auto& others = below[low];
    const auto at = std::lower_bound(others.begin(), others.end(), static_cast<int>(high));
    place_[k] = 2 * static_cast<std::size_t>(at - others.begin());
  }
}

void PatchStiffness::fill_matrix() {
  std::fill(matrix_.value.begin(), matrix_.value.end(), 0.0);
  double* value = matrix_.value.data();
  const auto add = [&](std::uint32_t atom, const Bond& bond) {
    double* first = value + matrix_.column_begin[2 * atom];
    double* second = value + matrix_.column_begin[2 * atom + 1];
    first[0] += bond.xx, first[1] += bond.xy, second[0] += bond.yy;
  };
  for (std::size_t k = 0; k < bonds_.size(); ++k) {
    const Bond& bond = bonds_[k];
    add(bond.first, bond);
    if (place_[k] == none) continue;
    add(bond.second, bond);
    const std::uint32_t low = std::min(bond.first, bond.second);
    double* first = value + matrix_.column_begin[2 * low] + 2 + place_[k];
    double* second = value + matrix_.column_begin[2 * low + 1] + 1 + place_[k];
    first[0] = -bond.xx, first[1] = second[0] = -bond.xy, second[1] = -bond.yy;
  }
}

void PatchStiffness::arrange_springs() {
  const std::size_t free = patch_->atoms().free;
  std::vector<std::uint32_t> neighbours(free, 0);
  for (const Bond& bond : bonds_) {
    ++neighbours[bond.first];
    if (bond.second < free) ++neighbours[bond.second];
  }
  begin_.assign(1, 0);
  for (const std::uint32_t n : neighbours)
    begin_.push_back(begin_.back() + static_cast<std::uint32_t>((n + group - 1) / group));
  // Groups are filled up with springs of no stiffness to the row of what does not move.
  row_.assign(group * begin_.back(), static_cast<std::uint32_t>(2 * free));
  columns_.assign(2 * SpringNetwork::lanes * begin_.back(), 0.0F);
  std::vector<std::size_t> next;
  for (std::size_t atom = 0; atom < free; ++atom) next.push_back(group * begin_[atom]);
  const auto put = [&](std::uint32_t atom, std::uint32_t other) {
    const std::size_t k = next[atom]++;
    row_[k] = 2 * std::min(other, static_cast<std::uint32_t>(free));
    return static_cast<std::uint32_t>(2 * SpringNetwork::lanes * (k / group) + 2 * (k % group));
  };
  spring_.assign(2 * bonds_.size(), no_spring);
  for (std::size_t k = 0; k < bonds_.size(); ++k) {
    spring_[2 * k] = put(bonds_[k].first, bonds_[k].second);
    if (bonds_[k].second < free) spring_[2 * k + 1] = put(bonds_[k].second, bonds_[k].first);
  }
}

void PatchStiffness::fill_springs() {
  springs_are_set_ = true;
  for (std::size_t k = 0; k < bonds_.size(); ++k) {
    const auto xx = static_cast<float>(bonds_[k].xx), yy = static_cast<float>(bonds_[k].yy);
    const auto xy = static_cast<float>(bonds_[k].xy);
    for (const std::uint32_t at : {spring_[2 * k], spring_[2 * k + 1]}) {
      if (at == no_spring) continue;
      float *first = &columns_[at], *second = first + SpringNetwork::lanes;
      first[0] = xx, first[1] = xy, second[0] = xy, second[1] = yy;
    }
  }
}

void PatchStiffness::pull(const float* displacements, float* forces) {
  if (!springs_are_set_) fill_springs();
  const std::size_t free = patch_->atoms().free;
  pull_springs({2, free, begin_.data(), row_.data(), columns_.data()}, displacements, forces);
  forces[2 * free] = forces[2 * free + 1] = 0;
}

}  // namespace vitrum::atomistic
