// Critical strains that a drive locates by halving increments.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"
#include "rig/drive.h"
#include "slider.h"

namespace vitrum::rig {
namespace {

Program shear_to(double strain, double increment) {
  Program program;
  program.increment = increment;
  program.legs = {{LegKind::shear, strain, 1}};
  return program;
}

Drive finish(Specimen& specimen, const Program& program, double resolution) {
  Detection detection;
  detection.resolution = resolution;
  Drive drive(specimen, program, detection);
  while (!drive.finished()) drive.advance();
  return drive;
}

// The slider slips at gamma = 0.05 + 0.013 i: stress 0.5 before, 0.37 after.
void expect_slip(const Event& event, std::size_t i, double resolution) {
  const double critical = Slider::strength / Slider::modulus + Slider::slip * static_cast<double>(i);
  EXPECT_GE(event.strain, critical - 1e-14);
  EXPECT_LE(event.strain, critical + resolution);
  EXPECT_NEAR(event.stress_before, Slider::strength, Slider::modulus * resolution);
  EXPECT_LT(event.stress_before, Slider::strength);
  EXPECT_NEAR(event.drop(), Slider::modulus * Slider::slip, Slider::modulus * resolution);
  const double heat = Slider::area * Slider::slip * (Slider::strength - 0.5 * Slider::modulus * Slider::slip);
  EXPECT_NEAR(event.dissipated, heat, 5 * resolution);
  EXPECT_NEAR(event.energy_drop(), event.dissipated, 1e-14);
  EXPECT_EQ(event.participation, 1);
}

TEST(LocatedEvents, LieAtTheirCriticalStrainWithinTheResolution) {
  for (const double resolution : {1e-5, 1e-7, 1e-9}) {
    Slider slider(false, false);
    const Drive drive = finish(slider, shear_to(0.2, 9e-4), resolution);
    const History& history = drive.history();
    ASSERT_EQ(history.events.size(), 12U);
    for (std::size_t i = 0; i < 12; ++i) {
      expect_slip(history.events[i], i, resolution);
      const auto state = static_cast<std::size_t>(history.events[i].state);
      EXPECT_GE(history.states[state].strain, history.events[i].strain);
      EXPECT_LT(history.states[state - 1].strain, history.events[i].strain);
    }
  }
}

TEST(LocatedEvents, LeaveTheStatesOnTheGridOfIncrements) {
  Slider located(false, false), plain(false, false);
  const History a = finish(located, shear_to(0.2, 9e-4), 1e-7).history();
  const History b = finish(plain, shear_to(0.2, 9e-4), 0).history();
  EXPECT_EQ(a.states, b.states);
  EXPECT_EQ(a.leg, b.leg);
}

TEST(LocatedEvents, AreToldApartWithinOneIncrement) {
  Slider slider(false, false);
  const Drive drive = finish(slider, shear_to(0.2, 0.1), 1e-7);
  const History& history = drive.history();
  ASSERT_EQ(history.states.size(), 3U);
  ASSERT_EQ(history.events.size(), 12U);
  for (std::size_t i = 0; i < 12; ++i) {
    expect_slip(history.events[i], i, 1e-7);
    EXPECT_EQ(history.events[i].state, i < 4 ? 1 : 2);
  }
}

TEST(LocatedEvents, BalanceTheEnergyOfEveryIncrement) {
  Slider slider(false, false);
  const History history = finish(slider, shear_to(0.2, 4e-3), 1e-6).history();
  std::size_t next = 0;
  for (std::size_t k = 1; k < history.states.size(); ++k) {
    double strain = history.states[k - 1].strain, stress = history.states[k - 1].stress.xy;
    double work = 0, heat = 0;
    for (; next < history.events.size() && history.events[next].state == static_cast<std::int64_t>(k);
         ++next) {
      const Event& event = history.events[next];
      work += Slider::area * 0.5 * (stress + event.stress_before) * (event.strain - strain);
      heat += event.dissipated;
      strain = event.strain, stress = event.stress_after;
    }
    work += Slider::area * 0.5 * (stress + history.states[k].stress.xy) * (history.states[k].strain - strain);
    EXPECT_NEAR(work - heat, history.states[k].energy - history.states[k - 1].energy, 1e-7);
  }
  EXPECT_EQ(next, history.events.size());
}

TEST(LocatedEvents, AreNotLookedForWhereTheSpecimenKnowsThem) {
  Slider located(true, true), plain(true, true);
  EXPECT_EQ(finish(located, shear_to(0.2, 1e-3), 1e-7).history(),
            finish(plain, shear_to(0.2, 1e-3), 0).history());
  EXPECT_EQ(located.calls, plain.calls);
}

// Elastic, but for one slip on the way back, against the stress there.
class Relapse : public Specimen {
 public:
  static constexpr double modulus = 10, slip = 0.01;
  explicit Relapse(double where) : where_(where) {}
  State state() const override {
    State out;
    out.strain = strain_;
    out.stress.xy = modulus * (strain_ - plastic_);
    out.energy = out.stress.xy * out.stress.xy / (2 * modulus);
    return out;
  }
  double volume() const override { return 1; }
  Response strain_to(double strain) override {
    if (strain < where_ && strain < strain_) plastic_ = where_ > 0 ? slip : -slip;
    strain_ = strain;
    return {};
  }
  Group fields() const override { return {}; }
  Group snapshot() const override {
    Group out;
    out.put("strain", strain_);
    out.put("plastic", plastic_);
    return out;
  }
  void restore(const Group& snapshot) override {
    strain_ = snapshot.number("strain");
    plastic_ = snapshot.number("plastic");
  }

 private:
  double where_, strain_ = 0, plastic_ = 0;
};

// The increment that passes the event ends beyond zero stress, which is crossed behind the event.
TEST(LocatedEvents, LetUnloadingEndAtZeroStressBehindAnEvent) {
  Program program = shear_to(0.05, 0.05);
  program.legs.push_back({LegKind::unload, 0, 1});
  const double where = 0.031;
  Relapse specimen(where);
  const History history = finish(specimen, program, 1e-8).history();
  ASSERT_EQ(history.states.size(), 3U);
  EXPECT_NEAR(history.states.back().stress.xy, 0, 1e-12);
  EXPECT_NEAR(history.states.back().strain, Relapse::slip, 1e-12);
  ASSERT_EQ(history.events.size(), 1U);
  EXPECT_NEAR(history.events[0].strain, where, 1e-8);
  EXPECT_NEAR(history.events[0].drop(), Relapse::modulus * Relapse::slip, 1e-6);
  EXPECT_EQ(history.events[0].state, 2);
  // Without location an event is somewhere in the increment, and zero stress is not looked for.
  Relapse again(where);
  EXPECT_NEAR(finish(again, program, 0).history().states.back().stress.xy, -0.1, 1e-12);
}

// The increment that passes zero stress goes on into an event, which unloading must not meet.
TEST(LocatedEvents, LetUnloadingEndAtZeroStressBeforeAnEvent) {
  Program program = shear_to(5e-4, 0.1);
  program.legs.push_back({LegKind::unload, 0, 1});
  Relapse specimen(-0.02);
  const History history = finish(specimen, program, 1e-8).history();
  ASSERT_EQ(history.states.size(), 3U);
  EXPECT_NEAR(history.states.back().stress.xy, 0, 1e-12);
  EXPECT_NEAR(history.states.back().strain, 0, 1e-12);
  EXPECT_TRUE(history.events.empty());
}

TEST(LocatedEvents, AreTheSameBackwardAndAfterAResume) {
  Program program = shear_to(0.1, 3e-3);
  program.legs.push_back({LegKind::cycle, 0.09, 2});
  program.legs.push_back({LegKind::unload, 0, 1});
  Slider whole_slider(false, false);
  const Drive whole = finish(whole_slider, program, 1e-7);
  for (const Event& event : whole.history().events) {
    EXPECT_NEAR(std::abs(event.stress_before), Slider::strength, 2e-6);
    EXPECT_NEAR(std::abs(event.drop()), Slider::modulus * Slider::slip, 2e-6);
  }
  Detection detection;
  detection.resolution = 1e-7;
  for (int cut = 1; cut < 250; cut += 31) {
    Slider first_slider(false, false), second_slider(false, false);
    Drive first(first_slider, program, detection);
    for (int i = 0; i < cut && !first.finished(); ++i) first.advance();
    Drive second(second_slider, program, detection);
    second.resume(first.checkpoint());
    while (!second.finished()) second.advance();
    EXPECT_EQ(second.history(), whole.history()) << "cut after " << cut;
    EXPECT_EQ(second.largest_event().fields, whole.largest_event().fields);
  }
}

TEST(LocatedEvents, EndAtTheRoundingOfTheStrain) {
  Slider slider(false, false);
  const Drive drive = finish(slider, shear_to(0.2, 9e-4), 1e-30);
  ASSERT_EQ(drive.history().events.size(), 12U);
  for (std::size_t i = 0; i < 12; ++i) expect_slip(drive.history().events[i], i, 1e-14);
}

TEST(LocatedEvents, NeedAResolutionThatMakesSense) {
  Slider slider(false, false);
  Detection detection;
  for (const double resolution : {-1e-7, std::nan(""), std::numeric_limits<double>::infinity()}) {
    detection.resolution = resolution;
    EXPECT_THROW(Drive(slider, shear_to(0.1, 1e-3), detection), InputError);
  }
}

}  // namespace
}  // namespace vitrum::rig
