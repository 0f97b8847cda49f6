#include <gtest/gtest.h>

#include <cmath>
#include <optional>

#include "elastoplastic/lattice_specimen.h"
#include "planted_systems.h"
#include "rig/drive.h"

namespace vitrum::elastoplastic {
namespace {

/// The same lattice for a rig that must not jump.
class Stepping : public rig::Specimen {
 public:
  explicit Stepping(LatticeSpecimen& lattice) : lattice_(lattice) {}
  State state() const override { return lattice_.state(); }
  double volume() const override { return lattice_.volume(); }
  rig::Response strain_to(double strain) override { return lattice_.strain_to(strain); }
  Group fields() const override { return lattice_.fields(); }
  std::optional<rig::Rearrangement> last_rearrangement() const override {
    return lattice_.last_rearrangement();
  }
  Group snapshot() const override { return lattice_.snapshot(); }
  void restore(const Group& snapshot) override { lattice_.restore(snapshot); }

 private:
  LatticeSpecimen& lattice_;
};

LatticeSettings jump_settings(int columns, int rows) {
  LatticeSettings settings;
  settings.columns = columns;
  settings.rows = rows;
  return settings;
}

rig::Program forth_and_back(double increment) {
  rig::Program program;
  program.increment = increment;
  program.legs = {{rig::LegKind::shear, 0.4, 1},
                  {rig::LegKind::reload_backward, 0.2, 1},
                  {rig::LegKind::cycle, 0.03, 2},
                  {rig::LegKind::reload_forward, 0.1, 1}};
  return program;
}

History run(rig::Specimen& specimen, const rig::Program& program) {
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  return drive.history();
}

// Jumping from event to event gives the events of stepping, and states of stepping, exactly.
void expect_equal_histories(const LatticeSettings& settings, double increment) {
  LatticeSpecimen jumping(settings, 12, 0), stepped(settings, 12, 0);
  Stepping stepping(stepped);
  const History jumps = run(jumping, forth_and_back(increment));
  const History steps = run(stepping, forth_and_back(increment));
  ASSERT_EQ(jumps.events.size(), steps.events.size());
  for (std::size_t i = 0; i < jumps.events.size(); ++i) {
    Event event = jumps.events[i];
    event.state = steps.events[i].state;  // a position in another list
    ASSERT_EQ(event, steps.events[i]) << i;
    ASSERT_EQ(jumps.states[static_cast<std::size_t>(jumps.events[i].state)],
              steps.states[static_cast<std::size_t>(steps.events[i].state)]);
  }
  EXPECT_EQ(jumping.snapshot(), stepped.snapshot());
  // No jump is cut short: every state ends in an event or a stretch of the program.
  EXPECT_LE(jumps.states.size(), jumps.events.size() + 1 + 1 + 1 + 6 + 1 + 1);
  EXPECT_GT(steps.states.size(), jumps.states.size());
}

TEST(LatticeJumps, GiveTheHistoryOfStepping) {
  expect_equal_histories(jump_settings(15, 15), 1e-4);
  expect_equal_histories(jump_settings(2, 2), 1e-4);
  expect_equal_histories(jump_settings(5, 17), 1e-5);
  expect_equal_histories(jump_settings(17, 5), 1e-3);
}

/// 2 x 2 elements, G = `modulus`, in which only element 1 can slip, at 0 and 90 degrees: threshold `forward`
/// against positive shear, `backward` against negative.
LatticeSpecimen two_thresholds(double modulus, double forward, double backward) {
  LatticeSettings settings = jump_settings(2, 2);
  settings.shear_modulus = modulus;
  return {settings, 1, 0, test::planted_rules(settings, 1, {{1, {{0.0, forward, backward}}}})};
}

// The strict rule, active below zero distance, holds for jumps as for steps, forward and backward.
TEST(LatticeJumps, StopAtTheFirstActiveGridPoint) {
  const double step = 0x1p-10;  // with G = 16, a load of 2^-6 per increment
  LatticeSpecimen lattice = two_thresholds(16, 37 * 0x1p-6, 50.5 * 0x1p-6);
  EXPECT_EQ(lattice.quiet_increments({0, step}, 0, 1000), 38);
  EXPECT_EQ(lattice.quiet_increments({0, step}, 0, 38), 38);
  EXPECT_EQ(lattice.quiet_increments({0, step}, 0, 37), 37);
  EXPECT_EQ(lattice.quiet_increments({0, step}, 36, 1000), 2);
  EXPECT_EQ(lattice.quiet_increments({0, step}, 37, 1000), 1);
  EXPECT_EQ(lattice.quiet_increments({0, -step}, 0, 1000), 51);
  EXPECT_EQ(lattice.strain_to(37 * step).slips, 0);
  EXPECT_GE(lattice.strain_to(38 * step).slips, 1);
}

// Thresholds equal to the load at a grid point up to the last bit, or one bit below: a quotient of rounded
// numbers cannot tell them apart, the jump must.
TEST(LatticeJumps, AreExactToTheLastBit) {
  for (int j = 1; j < 500; ++j) {
    const rig::StrainGrid forth{0.3, 1e-4}, back{0.3, -1e-4};
    const double reached = 13.2 * forth.at(j), released = 13.2 * back.at(j);
    const LatticeSpecimen touching = two_thresholds(13.2, reached, -released);
    ASSERT_EQ(touching.quiet_increments(forth, 0, 1000), j + 1);
    ASSERT_EQ(touching.quiet_increments(forth, j - 1, 1000), 2);
    const LatticeSpecimen passing = two_thresholds(13.2, std::nextafter(reached, 0.0), 1e3);
    ASSERT_EQ(passing.quiet_increments(forth, 0, 1000), j);
    // Thresholds of negative resolved stress, as unloading meets them after flow in one direction.
    const LatticeSpecimen unloading = two_thresholds(13.2, 1e3, std::nextafter(-released, -1e3));
    ASSERT_EQ(unloading.quiet_increments(back, 0, 1000), j);
    ASSERT_EQ(touching.quiet_increments(back, 0, 1000), j + 1);
  }
}

TEST(LatticeJumps, AreNeverEmptyAndNeverBeyondTheLimit) {
  LatticeSpecimen lattice(jump_settings(4, 4), 2, 0);
  EXPECT_EQ(lattice.quiet_increments({0, 1e-12}, 0, 1), 1);
  EXPECT_EQ(lattice.quiet_increments({0, 1e-12}, 0, 1000), 1000);
  EXPECT_EQ(lattice.quiet_increments({0, 1e9}, 0, 1000), 1);
  // Overloaded already: the next point is where things happen.
  EXPECT_EQ(lattice.quiet_increments({5.0, 1e-4}, 0, 1000), 1);
}

}  // namespace
}  // namespace vitrum::elastoplastic
