#include "study/glass_probes.h"

#include <algorithm>
#include <cmath>

#include "atomistic/patch_atoms.h"
#include "base/error.h"
#include "study/glass_former.h"

namespace vitrum::study {

namespace {

constexpr double batch_seconds = 60;

// One test on one core, for radii from 5 to 30: docs/methods/local_yield.md.
constexpr double seconds_per_square_radius = 3.2e-4;
constexpr double by_another_program = 1000;  // times as long: docs/methods/lammps_engine.md

/// Places in a row, as close to `spacing` apart as fits the length.
double places_in(double length, double spacing) { return std::max(1.0, std::round(length / spacing)); }

std::vector<double> even_places(double origin, double length, double spacing) {
  const auto count = static_cast<std::size_t>(places_in(length, spacing));
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(origin + (static_cast<double>(i) + 0.5) * length / static_cast<double>(count));
  return out;
}

std::vector<std::array<double, 2>> places_of(const GlassProbes& probes, const atomistic::Box& box) {
  std::vector<std::array<double, 2>> out;
  for (std::size_t i = 0; i + 1 < probes.places.size(); i += 2)
    out.push_back({probes.places[i], probes.places[i + 1]});
  if (!out.empty()) return out;
  for (const double y : even_places(box.origin[1], box.ly, probes.spacing))
    for (const double x : even_places(box.origin[0], box.lx, probes.spacing)) out.push_back({x, y});
  return out;
}

}  // namespace

std::vector<LocalTest> local_tests(const GlassProbes& probes, const atomistic::Box& box) {
  const auto places = places_of(probes, box);
  std::vector<LocalTest> out;
  out.reserve(probes.radii.size() * places.size() * probes.angles.size());
  for (const double radius : probes.radii)
    for (const auto& place : places)
      for (const double angle : probes.angles) out.push_back({place, radius, angle});
  return out;
}

std::vector<TestBatch> test_batches(const Glass& glass, const atomistic::Box& box) {
  if (glass.probes.radii.empty()) return {};
  const auto of_a_radius =
      static_cast<std::size_t>(test_count(glass.probes, box)) / glass.probes.radii.size();
  std::vector<TestBatch> out;
  for (std::size_t state = 0; state < tested_states(glass.program); ++state)
    for (std::size_t r = 0; r < glass.probes.radii.size(); ++r) {
      const double seconds = (glass.engine == Engine::lammps ? by_another_program : 1) *
                             seconds_per_square_radius * glass.probes.radii[r] * glass.probes.radii[r];
      const auto most = static_cast<std::size_t>(std::max(1.0, batch_seconds / seconds));
      for (std::size_t done = 0; done < of_a_radius; done += most) {
        const std::size_t count = std::min(most, of_a_radius - done);
        out.push_back({state, r * of_a_radius + done, count, static_cast<double>(count) * seconds});
      }
    }
  return out;
}

double test_count(const GlassProbes& probes, const atomistic::Box& box) {
  const double places = probes.places.empty()
                            ? places_in(box.lx, probes.spacing) * places_in(box.ly, probes.spacing)
                            : 0.5 * static_cast<double>(probes.places.size());
  return places * static_cast<double>(probes.radii.size() * probes.angles.size());
}

double largest_radius(const Glass& glass, const atomistic::Box& box) {
  const bool elastic = glass.probes.shear.environment == atomistic::Environment::elastic;
  return atomistic::largest_radius(box, elastic ? glass.probes.shear.shell : 0, glass_former(glass).cutoff());
}

void require_room(const Glass& glass, const atomistic::Box& box) {
  const double largest = *std::max_element(glass.probes.radii.begin(), glass.probes.radii.end());
  const double most = largest_radius(glass, box);
  if (largest <= most) return;
  throw InputError(
      "glass.probes.radii holds " + std::to_string(largest) +
      " (a disc with what surrounds it must not meet its own image in the cell of this glass); take " +
      std::to_string(most) + " at most, or larger glasses");
}

std::size_t tested_states(const rig::Program& program) {
  return program.stops.size() + (program.leg_stops ? program.legs.size() - 1 : 0);
}

atomistic::Box prepared_box(const Glass& glass) {
  atomistic::Box box;
  box.dimension = glass.dimension;
  box.lx = box.ly = box.lz = cell_width(glass);
  return box;
}

}  // namespace vitrum::study
