#include "study/evaluation_cost.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/error.h"
#include "study/glass_former.h"

namespace vitrum::study {

namespace {

constexpr double skin = 0.3;
constexpr int evaluations_of_a_list = 5;  // about, in a hot liquid
constexpr double long_enough = 0.2;       // seconds: nobody waits for better numbers

/// Species in turn on a square or cubic lattice, shaken by up to an eighth of its spacing.
atomistic::Configuration crystal(const Glass& glass) {
  const auto d = static_cast<std::size_t>(glass.dimension);
  const int atoms = std::min(glass.atoms, most_tried_atoms);
  const auto side =
      static_cast<std::size_t>(std::max(2.0, std::round(std::pow(atoms, 1.0 / glass.dimension))));
  const double spacing = cell_width(glass) / std::pow(glass.atoms, 1.0 / glass.dimension);
  atomistic::Configuration out;
  const double width = spacing * static_cast<double>(side);
  out.box = {glass.dimension, {0, 0, 0}, width, width, d == 3 ? width : 1, 0, 0, 0};
  const std::size_t places = d == 3 ? side * side * side : side * side;
  for (std::size_t i = 0; i < places; ++i) {
    out.species.push_back(static_cast<int>(i % glass.species.size()));
    std::size_t rest = i;
    for (std::size_t k = 0; k < d; ++k, rest /= side)
      out.positions.push_back(spacing * (static_cast<double>(rest % side) +
                                         0.125 * std::sin(static_cast<double>(13 * i + 7 * k))));
  }
  return out;
}

}  // namespace

double foreign_evaluation_seconds(const Glass& glass) {
  if (!glass.foreign || glass.species.empty()) return 0;
  using Clock = std::chrono::steady_clock;
  try {
    const auto field = glass.foreign->force_field(skin);
    const atomistic::Configuration at = crystal(glass);
    std::vector<double> forces;
    const auto timed = [](const auto& work) {
      const auto begin = Clock::now();
      work();
      return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    double least = timed([&] { field->evaluate(at, forces); });  // begins the program, too
    for (int k = 0; k < 3 && least < long_enough; ++k)
      least = std::min(least, timed([&] {
                                field->build_list(at);
                                for (int i = 0; i < evaluations_of_a_list; ++i) field->evaluate(at, forces);
                              }) / evaluations_of_a_list);
    return least * glass.atoms / static_cast<double>(at.atoms());
  } catch (const std::runtime_error&) {
    return 0;
  }
}

}  // namespace vitrum::study
