#include <gtest/gtest.h>

#include <cmath>
#include <variant>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"

namespace vitrum::elastoplastic {
namespace {

constexpr int columns = 4, rows = 3;
constexpr double strain = 0.05, load = 13.2 * strain;

/// A lattice of systems that never slip, but for three: both at 0 degrees (number 0) and at -22.5 degrees
/// (number 2) in element 6, at 15 degrees (number 5) in element 7, its neighbour.
struct TwoNeighbours {
  TwoNeighbours() : lattice(settings(), 31, 2) {
    Group snapshot = lattice.snapshot();
    for (double& threshold : values(snapshot, "threshold")) threshold = 1e6;
    set(snapshot, 6, 0, 0.0, 0.40);
    set(snapshot, 6, 2, -M_PI / 8, 0.10);  // the lowest distance: it alone slips
    set(snapshot, 7, 5, M_PI / 12, 0.30);
    lattice.restore(snapshot);
  }

  static LatticeSettings settings() {
    LatticeSettings s;
    s.columns = columns;
    s.rows = rows;
    s.slip_systems = 8;
    s.threshold_scale = 1e6;  // renewed systems never slip again: the avalanche has one step
    return s;
  }
  static std::vector<double>& values(Group& group, const std::string& name) {
    return std::get<std::vector<double>>(group.arrays.at(name).values);
  }
  static void set(Group& snapshot, std::size_t element, std::size_t system, double angle, double threshold) {
    const std::size_t i = element * 8 + system;
    values(snapshot, "slip_diagonal")[i] = slip_direction(angle).diagonal;
    values(snapshot, "slip_shear")[i] = slip_direction(angle).shear;
    values(snapshot, "threshold")[i] = threshold;
  }

  LatticeSpecimen lattice;
};

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
  TwoNeighbours two;
  const Group before = two.lattice.snapshot();
  const auto response = two.lattice.strain_to(strain);
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
  const Group fields = two.lattice.fields();
  for (std::size_t i = 0; i < columns * rows; ++i) {
    EXPECT_NEAR(fields.doubles("plastic_strain_xx")[i], plastic.xx[i], 1e-14);
    EXPECT_NEAR(fields.doubles("plastic_shear")[i], 2 * plastic.xy[i], 1e-14);
    EXPECT_NEAR(fields.doubles("stress_xx")[i], stress.xx[i], 1e-12);
    EXPECT_NEAR(fields.doubles("stress_xy")[i], stress.xy[i] + load, 1e-12);
    EXPECT_EQ(fields.doubles("slips")[i], i == 6 || i == 7 ? 1 : 0);
  }

  const Group after = two.lattice.snapshot();
  for (const std::string name : {"slip_diagonal", "slip_shear", "threshold"}) {
    for (std::size_t i = 0; i < columns * rows * 8; ++i) {
      const bool slipped = i / 8 == 6 || i / 8 == 7;
      EXPECT_EQ(before.doubles(name)[i] == after.doubles(name)[i], !slipped) << name << " " << i;
    }
  }
  // Each renewal takes two angles and eight thresholds from the stream of slip systems.
  EXPECT_EQ(after.integer("slip_systems_drawn") - before.integer("slip_systems_drawn"), 20);
  EXPECT_EQ(after.integer("slip_amplitudes_drawn"), 2);
}

}  // namespace
}  // namespace vitrum::elastoplastic
