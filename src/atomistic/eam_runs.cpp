#include "atomistic/eam_runs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrum::atomistic {

void EamRuns::build(const NeighbourList& list, const EamPotential& potential, double skin,
                    std::span<const SlotRow> rows) {
  struct Neighbour {
    std::uint32_t row, line;
  };
  const Neighbour nowhere{static_cast<std::uint32_t>(4 * list.slots()), potential.lines().first(0, 0)};
  begin_.assign(1, 0);
  row_.clear();
  line_.clear();
  near_pairs_ = longest_ = 0;
  std::array<std::vector<Neighbour>, 4> zones;  // near and interacting, near, far and interacting, far
  for (std::size_t i = 0; i < list.atoms(); ++i) {
    for (auto& zone : zones) zone.clear();
    for (int k = list.first()[i]; k < list.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list.neighbour()[static_cast<std::size_t>(k)]);
      double square = 0;
      for (std::size_t c = 0; c < 3; ++c) square += std::pow(rows[j][c] - rows[i][c], 2);
      const double r = std::sqrt(square);
      const int a = list.species()[i], b = list.species()[j];
      const double reach = potential.reach(a, b);
      // The list holds until a pair that was this far apart may have come within reach.
      if (r >= reach + skin) continue;
      zones[(r < potential.density_reach(a, b) + skin ? 0U : 2U) + (r < reach ? 0U : 1U)].push_back(
          {static_cast<std::uint32_t>(4 * j), potential.lines().first(a, b)});
    }
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
      for (const Neighbour& n : zones[zone]) row_.push_back(n.row), line_.push_back(n.line);
      if (zone % 2 == 0) continue;
      while (row_.size() % lanes != 0) row_.push_back(nowhere.row), line_.push_back(nowhere.line);
      if (zone == 1) near_pairs_ += row_.size() - begin_.back();
      begin_.push_back(static_cast<std::uint32_t>(row_.size()));
    }
    longest_ = std::max(longest_, row_.size() - begin_[2 * i]);
  }
}

}  // namespace vitrum::atomistic
