#include "study/glass_probes.h"

#include <algorithm>
#include <cmath>

#include "study/glass_former.h"

namespace vitrum::study {

namespace {

constexpr double batch_seconds = 60;

// One test on one core, for radii from 5 to 30: docs/methods/local_yield.md.
constexpr double seconds_per_square_radius = 2.5e-4;

/// Numbers of equal places that are as close to `spacing` apart as fits the length.
std::vector<double> even_places(double origin, double length, double spacing) {
  const auto count = static_cast<std::size_t>(std::max(1.0, std::round(length / spacing)));
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
  const std::size_t of_a_radius = places_of(glass.probes, box).size() * glass.probes.angles.size();
  std::vector<TestBatch> out;
  for (std::size_t state = 0; state < tested_states(glass.program); ++state)
    for (std::size_t r = 0; r < glass.probes.radii.size(); ++r) {
      const double seconds = seconds_per_square_radius * glass.probes.radii[r] * glass.probes.radii[r];
      const auto most = static_cast<std::size_t>(std::max(1.0, batch_seconds / seconds));
      for (std::size_t done = 0; done < of_a_radius; done += most) {
        const std::size_t count = std::min(most, of_a_radius - done);
        out.push_back({state, r * of_a_radius + done, count, static_cast<double>(count) * seconds});
      }
    }
  return out;
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
