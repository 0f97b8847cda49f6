#include "atomistic/rearrangement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "atomistic/periodic_centre.h"
#include "atomistic/specimen.h"
#include "lammps_reference.h"
#include "rig/drive.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

constexpr double neighbourhood = 2.5;

/// The displacement around a disc of radius `core` that has sheared by gamma M(alpha), in an infinite solid
/// with Poisson's ratio 1/2 (Eshelby): u = gamma M r / 2 inside, and outside the far field that decays as 1/r
/// and meets it; made to vanish where its periodic images would meet.
Vector3 eshelby(const Vector3& r, double alpha, double gamma, double core) {
  const double angle = alpha * std::numbers::pi / 180;
  const double xx = -0.5 * std::sin(2 * angle), xy = 0.5 * std::cos(2 * angle);
  const double square = r[0] * r[0] + r[1] * r[1];
  const Vector3 mr{xx * r[0] + xy * r[1], xy * r[0] - xx * r[1], 0};
  if (square < core * core) return {0.5 * gamma * mr[0], 0.5 * gamma * mr[1], 0};
  const double rmr = r[0] * mr[0] + r[1] * mr[1], s = core * core / square;
  const double fade = std::exp(-std::pow((std::sqrt(square) - core) / 6, 2));
  Vector3 u{};
  for (std::size_t k = 0; k < 2; ++k)
    u[k] = 0.5 * gamma * (s * s * mr[k] + 2 * s * (1 - s) * rmr * r[k] / square) * fade;
  return u;
}

Vector3 from(const Configuration& c, std::size_t i, const Vector3& centre) {
  const Vector3 r{c.positions[2 * i] - c.box.origin[0] - centre[0],
                  c.positions[2 * i + 1] - c.box.origin[1] - centre[1], 0};
  return shortest_image(c.box, r);
}

double angle_between(double a, double b) {
  const double d = std::fmod(std::abs(a - b), 180.0);
  return std::min(d, 180 - d);
}

TEST(Rearrangement, finds_centre_and_direction_of_an_inclusion_anywhere_in_a_tilted_cell) {
  const Box box{2, {-3, 4, 0}, 40, 40, 1, 12, 0, 0};
  const Configuration c = test::scattered(box, 1500, 0.75, 9);
  for (const Vector3& centre : {Vector3{20, 21, 0}, Vector3{0.3, 39.8, 0}, Vector3{39.9, 15, 0}})
    for (const double alpha : {0.0, 20.0, 45.0, 90.0, 135.0, 175.0}) {
      std::vector<double> u(c.positions.size());
      for (std::size_t i = 0; i < c.atoms(); ++i) {
        const Vector3 moved = eshelby(from(c, i, centre), alpha, 0.1, 4);
        u[2 * i] = moved[0], u[2 * i + 1] = moved[1];
      }
      const rig::Rearrangement found = rearrangement(c, u, neighbourhood);
      const Vector3 off = shortest_image(box, {found.centre[0] - centre[0], found.centre[1] - centre[1], 0});
      EXPECT_LT(std::hypot(off[0], off[1]), 0.6) << centre[0] << " " << alpha;
      EXPECT_LT(angle_between(found.direction, alpha), 4) << centre[0] << " " << alpha;
      EXPECT_GE(found.centre[0], 0);
      EXPECT_LT(found.centre[0], 40);
      EXPECT_GE(found.centre[1], 0);
      EXPECT_LT(found.centre[1], 40);
    }
}

// The same crystal of images, described by a cell that has been flipped.
TEST(Rearrangement, does_not_see_a_flip_of_the_cell) {
  Configuration c = test::scattered({2, {0, 0, 0}, 30, 30, 1, 14.9, 0, 0}, 850, 0.75, 2);
  std::vector<double> u(c.positions.size());
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const Vector3 moved = eshelby(from(c, i, {1, 29, 0}), 30, 0.1, 4);
    u[2 * i] = moved[0], u[2 * i + 1] = moved[1];
  }
  const rig::Rearrangement one = rearrangement(c, u, neighbourhood);
  c.box.xy -= 30;
  const rig::Rearrangement other = rearrangement(c, u, neighbourhood);
  EXPECT_NEAR(one.participation, other.participation, 1e-9);
  EXPECT_NEAR(one.direction, other.direction, 1e-9);
  EXPECT_NEAR(one.centre[0], other.centre[0], 1e-9);
  EXPECT_NEAR(one.centre[1], other.centre[1], 1e-9);
}

TEST(Rearrangement, counts_the_atoms_of_a_cluster_that_moves_alone) {
  const Configuration c = test::scattered({2, {0, 0, 0}, 40, 40, 1, 0, 0, 0}, 1500, 0.75, 4);
  std::vector<double> u(c.positions.size(), 0.0);
  int moved = 0;
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const Vector3 r = from(c, i, {39, 1, 0});
    if (std::hypot(r[0], r[1]) > 3) continue;
    u[2 * i] = 0.3, u[2 * i + 1] = 0.4;
    ++moved;
  }
  // The uniform translation is taken off, a share moved / N of the whole.
  const rig::Rearrangement found = rearrangement(c, u, neighbourhood);
  EXPECT_NEAR(found.participation, moved, 0.1 * moved);
  EXPECT_GT(moved, 15);
  EXPECT_LT(std::hypot(shortest_image(c.box, {found.centre[0] - 39, found.centre[1] - 1, 0})[0],
                       shortest_image(c.box, {found.centre[0] - 39, found.centre[1] - 1, 0})[1]),
            1.0);
}

TEST(ShearDirection, is_the_angle_of_the_slip_tensor) {
  for (double alpha = 0; alpha < 180; alpha += 7.5) {
    const double angle = alpha * std::numbers::pi / 180;
    // Paper 1, eq. 3, with a volume strain added.
    const SymmetricTensor m{0.02 - 0.5 * std::sin(2 * angle), 0.02 + 0.5 * std::sin(2 * angle), 0, 0, 0,
                            0.5 * std::cos(2 * angle)};
    EXPECT_LT(angle_between(shear_direction(m), alpha), 1e-10);
    EXPECT_GE(shear_direction(m), 0);
    EXPECT_LT(shear_direction(m), 180);
  }
  EXPECT_EQ(shear_direction({}), 0);
}

// Work = stored energy + heat, along the path of a real glass; every event is where it has moved atoms.
TEST(Rearrangement, describes_every_event_of_a_glass_and_keeps_its_energy_balance) {
#ifdef VITRUM_SANITIZED
  const double last = 0.0126;  // with sanitizers the first events are all there is time for
#else
  const double last = 0.03;
#endif
  AtomisticSpecimen specimen(test::read_data("esl_1k_1.dat"), paper_glass());
  rig::Program program;
  program.legs = {{rig::LegKind::shear, last, 1}};
  program.increment = 1e-4;
  program.moduli = {0.01};
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  const History& history = drive.history();
  ASSERT_GT(history.events.size(), last > 0.02 ? 3U : 0U);
  // Between events the trapezoidal rule gives the work; in the increment of an event the elastic work.
  double work = 0, heat = 0;
  std::size_t next = 0;
  for (std::size_t k = 1; k < history.states.size(); ++k) {
    const State &a = history.states[k - 1], &b = history.states[k];
    const bool event = next < history.events.size() && history.events[next].state == static_cast<int>(k);
    const double end = event ? history.events[next].stress_before : b.stress.xy;
    work += specimen.volume() * 0.5 * (a.stress.xy + end) * (b.strain - a.strain);
    if (!event) continue;
    const Event& e = history.events[next++];
    heat += e.dissipated;
    EXPECT_GE(e.dissipated, 0);
    EXPECT_NEAR(e.energy_drop(), e.dissipated, 1e-10);
    EXPECT_NEAR(e.energy_after, b.energy, 0);
    EXPECT_GT(e.participation, 1);
    EXPECT_LT(e.participation, 1000);
    EXPECT_GE(e.direction, 0);
    EXPECT_LT(e.direction, 180);
  }
  const double stored = history.states.back().energy - history.states.front().energy;
  EXPECT_NEAR(work, stored + heat, 2e-4 * work);
  EXPECT_GT(heat, last > 0.02 ? 0.01 : 1e-3);

  ASSERT_EQ(drive.moduli().size(), 2U);
  EXPECT_NEAR(drive.moduli()[0].fields.number("simple_shear_modulus"),
              (history.states[1].stress.xy - history.states[0].stress.xy) / 1e-4, 0.05);
  const auto& largest = history.events[static_cast<std::size_t>(drive.largest_event().event)];
  for (const Event& e : history.events) EXPECT_LE(e.dissipated, largest.dissipated);
  EXPECT_EQ(drive.largest_event().fields.doubles("dx").size(), 1000U);
}

}  // namespace
}  // namespace vitrum::atomistic
