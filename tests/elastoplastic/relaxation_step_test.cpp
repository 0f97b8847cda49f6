#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"
#include "planted_systems.h"

namespace vitrum::elastoplastic {
namespace {

constexpr int columns = 4, rows = 3;
constexpr double strain = 0.05, load = 13.2 * strain;

LatticeSettings settings() {
  LatticeSettings s;
  s.columns = columns;
  s.rows = rows;
  return s;
}

/// A lattice of systems that never slip, but for three: at 0 and at -22.5 degrees in element 6, at 15 degrees
/// in element 7, its neighbour. That at -22.5 degrees has the lowest distance: of element 6, it alone slips.
LatticeSpecimen two_neighbours() {
  return {settings(), 31, 2,
          test::planted_rules(settings(), 4,
                              {{6, {{0.0, 0.40, 1e6}, {-M_PI / 8, 0.10, 1e6}}},
                               {7, {{1.0, 1e6, 1e6}, {M_PI / 12, 0.30, 1e6}}}})};
}

std::vector<double> systems_of(const LatticeSpecimen& lattice, std::size_t element) {
  std::vector<double> all;
  const SlipSystems& systems = lattice.lattice().systems();
  for (std::size_t s = 0; s < systems.per_element(); ++s) {
    all.push_back(systems.direction(element, s).diagonal);
    all.push_back(systems.threshold(element, s));
  }
  return all;
}

/// gamma of paper 1, eqs. 7 and 15, with the self stress of an independent finite element solution.
double amplitude(const test::FiniteElements& elements, double angle, double uniform) {
  TensorField plastic(columns * rows);
  plastic.set(0, slip_tensor(angle));
  const double self_stress = dot(slip_direction(angle), deviator(elements.stress(plastic).at(0)));
  const double resolved = load * std::cos(2 * angle);
  return -2 * resolved / self_stress * (1 - std::pow(uniform, 1 / 2.25));
}

// Paper 1, sec. 3.4: the weakest active system of each element slips; both amplitudes follow from the stress
// before the step, although each slip changes the stress of the other element; the stress follows; then the
// elements that slipped, and only they, get new systems.
TEST(RelaxationStep, HasTheOrderOfThePaper) {
  LatticeSpecimen lattice = two_neighbours();
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < columns * rows; ++i) before.push_back(systems_of(lattice, i));
  const auto response = lattice.strain_to(strain);
  EXPECT_EQ(response.slips, 2);
  EXPECT_EQ(response.duration, 1);
  EXPECT_NEAR(response.before->stress.xy, load, 1e-15);

  const test::FiniteElements elements(columns, rows, 13.2, 59);
  RandomStream random(31, 2, Purpose::slip_amplitudes);
  const double first = amplitude(elements, -M_PI / 8, random.uniform_positive());
  const double second = amplitude(elements, M_PI / 12, random.uniform_positive());
  TensorField plastic(columns * rows);
  plastic.set(6, first * slip_tensor(-M_PI / 8));
  plastic.set(7, second * slip_tensor(M_PI / 12));
  const TensorField stress = elements.stress(plastic);
  const Group fields = lattice.fields();
  for (std::size_t i = 0; i < columns * rows; ++i) {
    EXPECT_NEAR(fields.doubles("plastic_strain_xx")[i], plastic.xx[i], 1e-14);
    EXPECT_NEAR(fields.doubles("plastic_shear")[i], 2 * plastic.xy[i], 1e-14);
    EXPECT_NEAR(fields.doubles("stress_xx")[i], stress.xx[i], 1e-12);
    EXPECT_NEAR(fields.doubles("stress_xy")[i], stress.xy[i] + load, 1e-12);
    EXPECT_EQ(fields.doubles("slips")[i], i == 6 || i == 7 ? 1 : 0);
  }

  for (std::size_t i = 0; i < columns * rows; ++i)
    EXPECT_EQ(systems_of(lattice, i) == before[i], i != 6 && i != 7) << i;
  EXPECT_EQ(lattice.snapshot().integer("slip_amplitudes_drawn"), 2);
  EXPECT_EQ((std::vector<std::int64_t>(lattice.last_sites().begin(), lattice.last_sites().end())),
            (std::vector<std::int64_t>{6, 7}));
}

}  // namespace
}  // namespace vitrum::elastoplastic
