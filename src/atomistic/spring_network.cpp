#include "atomistic/spring_network.h"

#include <algorithm>
#include <limits>

#include "atomistic/spring_kernel.h"

namespace vitrum::atomistic {

namespace {

constexpr std::uint32_t no_place = std::numeric_limits<std::uint32_t>::max();
/// Pairs this far beyond the cut-off have a place too: they may interact soon.
constexpr double margin = 0.05;

double square_of(const PairStiffness& pair) {
  const auto& s = pair.separation;
  return s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
}

/// The block of a spring, (U'' - U'/r) n n^T + U'/r, in its two places. Number by number: compilers make
/// vectors of two of them, and then wait for the parts.
void write_blocks_2(const PairStiffness& spring, float* one, float* other) {
  const double x = spring.separation[0], y = spring.separation[1];
  const double along = (spring.curvature - spring.slope_over_r) / (x * x + y * y);
  const auto xx = static_cast<float>(along * x * x + spring.slope_over_r);
  const auto yy = static_cast<float>(along * y * y + spring.slope_over_r);
  const auto xy = static_cast<float>(along * x * y);
  for (float* block : {one, other}) {
    float *first = block, *second = block + SpringNetwork::lanes;
    first[0] = xx, first[1] = xy, second[0] = xy, second[1] = yy;
  }
}

void write_blocks_3(const PairStiffness& spring, float* one, float* other) {
  const auto& s = spring.separation;
  const double along = (spring.curvature - spring.slope_over_r) / square_of(spring);
  for (std::size_t column = 0; column < 3; ++column)
    for (std::size_t row = 0; row < 3; ++row) {
      const double own = row == column ? spring.slope_over_r : 0.0;
      const std::size_t k = SpringNetwork::lanes * column + row;
      one[k] = other[k] = static_cast<float>(along * s[row] * s[column] + own);
    }
}

}  // namespace

void SpringNetwork::set(PairForceField& force_field, const Configuration& configuration) {
  if (stiffen(force_field, configuration)) return;
  arrange(force_field, configuration);
  stiffen(force_field, configuration);
}

void SpringNetwork::arrange(PairForceField& force_field, const Configuration& configuration) {
  const double reach = force_field.cutoff() + margin;
  std::vector<int> ends;  // of each pair; twice the same atom where there is no spring
  // An atom and its own image move together: nothing pulls.
  force_field.each_stiffness(configuration, [&](const PairStiffness& pair) {
    const bool has_place = square_of(pair) < reach * reach;
    ends.insert(ends.end(), {pair.first, has_place ? pair.second : pair.first});
  });
  const NeighbourList& list = force_field.list();
  list_ = list.builds();
  dimension_ = configuration.box.dimension;
  stride_ = row_length(dimension_);
  const std::size_t group = lanes / stride_;
  const auto blocks_of_group = static_cast<std::uint32_t>(static_cast<std::size_t>(dimension_) * lanes);
  row_of_.resize(list.atoms());
  for (std::size_t slot = 0; slot < list.atoms(); ++slot)
    row_of_[static_cast<std::size_t>(list.atom()[slot])] = stride_ * slot;
  const auto slot_of = [&](int atom) { return row_of_[static_cast<std::size_t>(atom)] / stride_; };

  std::vector<std::uint32_t> neighbours(list.atoms(), 0);
  for (std::size_t k = 0; k < ends.size(); k += 2)
    if (ends[k] != ends[k + 1]) ++neighbours[slot_of(ends[k])], ++neighbours[slot_of(ends[k + 1])];
  begin_.assign(1, 0);
  for (const std::uint32_t n : neighbours)
    begin_.push_back(begin_.back() + static_cast<std::uint32_t>((n + group - 1) / group));
  // Groups are filled up with springs of no stiffness from an atom to itself.
  neighbour_row_.resize(group * begin_.back());
  std::vector<std::size_t> next(list.atoms());
  for (std::size_t slot = 0; slot < list.atoms(); ++slot) {
    next[slot] = group * begin_[slot];
    std::fill(neighbour_row_.begin() + static_cast<std::ptrdiff_t>(next[slot]),
              neighbour_row_.begin() + static_cast<std::ptrdiff_t>(group * begin_[slot + 1]),
              static_cast<std::uint32_t>(stride_ * slot));
  }
  columns_.assign(static_cast<std::size_t>(blocks_of_group) * begin_.back(), 0.0F);
  const auto put = [&](int atom, int other) {
    const std::size_t k = next[slot_of(atom)]++;
    neighbour_row_[k] = static_cast<std::uint32_t>(row_of_[static_cast<std::size_t>(other)]);
    return static_cast<std::uint32_t>(blocks_of_group * (k / group) + stride_ * (k % group));
  };
  place_.assign(ends.size(), no_place);
  for (std::size_t k = 0; k < ends.size(); k += 2)
    if (ends[k] != ends[k + 1])
      place_[k] = put(ends[k], ends[k + 1]), place_[k + 1] = put(ends[k + 1], ends[k]);
}

bool SpringNetwork::stiffen(PairForceField& force_field, const Configuration& configuration) {
  if (list_ != force_field.list().builds() || !force_field.list().good_for(configuration)) return false;
  const std::uint32_t* place = place_.data();
  bool complete = true;
  force_field.each_stiffness(configuration, [&](const PairStiffness& spring) {
    const std::uint32_t one = *place++, other = *place++;
    if (one == no_place) {
      complete = complete && (spring.curvature == 0 || spring.first == spring.second);
      return;
    }
    if (dimension_ == 2)
      write_blocks_2(spring, &columns_[one], &columns_[other]);
    else
      write_blocks_3(spring, &columns_[one], &columns_[other]);
  });
  return complete;
}

void SpringNetwork::pull(const float* displacements, float* forces) const {
  pull_springs({dimension_, row_of_.size(), begin_.data(), neighbour_row_.data(), columns_.data()},
               displacements, forces);
}

std::vector<float> SpringNetwork::rows_of(const std::vector<double>& by_atom) const {
  const auto d = static_cast<std::size_t>(dimension_);
  std::vector<float> rows(stride_ * row_of_.size(), 0.0F);
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < d; ++c) rows[row_of_[atom] + c] = static_cast<float>(by_atom[d * atom + c]);
  return rows;
}

void SpringNetwork::add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const {
  const auto d = static_cast<std::size_t>(dimension_);
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < d; ++c) by_atom[d * atom + c] += rows[row_of_[atom] + c];
}

}  // namespace vitrum::atomistic
