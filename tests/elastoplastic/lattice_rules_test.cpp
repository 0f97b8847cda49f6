// Laws that hold whatever rules a lattice is composed of, and symmetries of the rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/parent_liquid.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"
#include "planted_systems.h"
#include "rig/drive.h"
#include "variants.h"

namespace vitrum::elastoplastic {
namespace {

// J is A and B at once: unequal elements, and thresholds that depend on a pressure which loading changes, so
// low that some of them are at their floor.
LatticeSettings small(char variant) {
  LatticeSettings settings = test::variant(variant == 'J' ? 'A' : variant);
  if (variant == 'J') settings.pressure_sensitivity = 0.5, settings.mean_pressure = -2;
  settings.columns = 7;
  settings.rows = 6;
  return settings;
}

class LatticeRules : public testing::TestWithParam<char> {};

// Paper 1, eq. 13, for every slip of a flowing lattice: stress before plus half its change, times the slip,
// is heat, and not negative. Each relaxation step is taken apart into what its slips do to each other.
TEST_P(LatticeRules, EverySlipDissipates) {
  Lattice lattice(small(GetParam()), {9, 0});
  const Elasticity& elasticity = lattice.elasticity();
  int slips = 0;
  for (int k = 0; slips < 400; ++k) {
    lattice.load(1e-3);
    for (auto active = lattice.active_at(0); !active.empty(); active = lattice.active_at(0)) {
      std::vector<Deviator> before, direction;
      std::vector<double> plastic;
      for (const auto& [element, system] : active) {
        before.push_back(lattice.stress().deviator(element));
        direction.push_back(lattice.systems().direction(element, system));
        plastic.push_back(
            dot(direction.back(), {lattice.plastic_diagonal()[element], lattice.plastic_shear()[element]}));
      }
      const std::vector<ActiveSystem> slipping(active.begin(), active.end());
      lattice.slip(active, {});
      for (std::size_t i = 0; i < slipping.size(); ++i) {
        const std::size_t element = slipping[i].element;
        const double amplitude =
            dot(direction[i], {lattice.plastic_diagonal()[element], lattice.plastic_shear()[element]}) -
            plastic[i];
        ASSERT_GT(amplitude, 0);
        const double own = elasticity.self_stress(element, direction[i]);
        ASSERT_LT(own, 0);
        ASSERT_GE(amplitude * (dot(direction[i], before[i]) + 0.5 * own * amplitude), -1e-15);
        ++slips;
      }
    }
  }
}

// Every event of a driven lattice turns energy into heat: the elastic energy of a lattice in balance, or,
// with shuffled or averaged stresses, what is left of the work.
TEST_P(LatticeRules, EveryEventDissipates) {
  LatticeSpecimen lattice(small(GetParam()), 13, 0);
  quench_from_liquid(lattice);
  rig::Program program;
  program.legs = {{rig::LegKind::shear, 1.0}, {rig::LegKind::unload}};
  rig::Drive drive(lattice, program);
  while (!drive.finished()) drive.advance();
  const History& history = drive.history();
  ASSERT_GT(history.events.size(), 4u);
  double heat = 0, work = 0;
  for (const Event& event : history.events) {
    ASSERT_GE(event.dissipated, 0) << event.strain;
    heat += event.dissipated;
  }
  for (std::size_t i = 1; i < history.states.size(); ++i) {
    const State &a = history.states[i - 1], &b = history.states[i];
    double stress = b.stress.xy;  // before the event that ended the way, if one did
    for (const Event& event : history.events)
      if (event.state == static_cast<std::int64_t>(i)) stress = event.stress_before;
    work += lattice.volume() * 0.5 * (a.stress.xy + stress) * (b.strain - a.strain);
  }
  // First law: what was put in is stored or has become heat.
  const double stored = history.states.back().energy - history.states.front().energy;
  EXPECT_NEAR(work, stored + heat, 1e-9 * work);
}

// The mean stress is that of the effective medium at the elastic part of the strain, exactly: for equal
// moduli C : (strain - mean plastic strain), whatever the interaction does with the rest.
TEST_P(LatticeRules, MeanStressIsThatOfTheElasticStrain) {
  if (GetParam() == 'A' || GetParam() == 'J')
    GTEST_SKIP() << "moduli differ: tested with the finite elements of unequal stiffness";
  LatticeSpecimen lattice(small(GetParam()), 10, 0);
  quench_from_liquid(lattice);
  const State quenched = lattice.state();
  lattice.strain_to(0.3);
  double plastic = 0, diagonal = 0;
  const Group fields = lattice.fields();
  for (const double shear : fields.doubles("plastic_shear")) plastic += shear / 42;
  for (const double xx : fields.doubles("plastic_strain_xx")) diagonal += xx / 42;
  const State state = lattice.state();
  EXPECT_GT(plastic, 0.1);
  EXPECT_NEAR(state.stress.xy, quenched.stress.xy + 13.2 * (0.3 - plastic), 1e-12);
  EXPECT_NEAR(0.5 * (state.stress.yy - state.stress.xx),
              0.5 * (quenched.stress.yy - quenched.stress.xx) + 26.4 * diagonal, 1e-12);
}

// Stopped and gone on with, jumped and stepped, alone and beside others: every rule gives the same bits.
TEST_P(LatticeRules, GoesOnToTheSameBits) {
  LatticeSpecimen whole(small(GetParam()), 11, 3), first(small(GetParam()), 11, 3),
      second(small(GetParam()), 11, 3);
  quench_from_liquid(whole);
  quench_from_liquid(first);
  for (int k = 1; k <= 100; ++k) whole.strain_to(2e-3 * k);
  for (int k = 1; k <= 60; ++k) first.strain_to(2e-3 * k);
  second.restore(first.snapshot());
  for (int k = 61; k <= 100; ++k) second.strain_to(2e-3 * k);
  EXPECT_EQ(second.snapshot(), whole.snapshot());
  EXPECT_EQ(second.fields(), whole.fields());
}

// Jumps to the next instability are those of single steps for every rule.
TEST_P(LatticeRules, JumpsStopAtTheFirstActiveGridPoint) {
  LatticeSpecimen jumping(small(GetParam()), 12, 0), stepping(small(GetParam()), 12, 0);
  const rig::StrainGrid grid{0, 2e-4};
  std::int64_t k = 0;
  while (k < 1500) {
    const std::int64_t n = jumping.quiet_increments(grid, k, 1500 - k);
    for (std::int64_t j = 1; j < n; ++j) ASSERT_EQ(stepping.strain_to(grid.at(k + j)).slips, 0);
    k += n;
    ASSERT_EQ(jumping.strain_to(grid.at(k)).slips, stepping.strain_to(grid.at(k)).slips);
  }
  EXPECT_EQ(jumping.snapshot(), stepping.snapshot());
}

INSTANTIATE_TEST_SUITE_P(Variants, LatticeRules,
                         testing::Values('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'));

/// Elements where a symmetry of the square lattice takes them, and what it does to angles.
struct Symmetry {
  std::function<std::size_t(std::size_t)> element;
  std::function<double(double)> angle;
  double sense;  ///< of the shear stress xy
};

// A lattice, and the same seen in a mirror or turned by 90 degrees, planted with systems that correspond:
// after one relaxation step with equal slips, their stresses correspond too.
TEST(LatticeSymmetry, MirrorAndQuarterTurn) {
  constexpr int n = 5;
  LatticeSettings settings;
  settings.columns = settings.rows = n;
  settings.amplitudes = "fixed";
  settings.amplitude = 0.01;
  const std::map<std::size_t, std::vector<test::Planted>> planted{
      {7, {{0.1, 0.3, 0.4}}}, {13, {{0.3, 0.2, 0.5}}}, {21, {{-0.2, 0.25, 0.1}}}};
  const auto at = [](std::size_t column, std::size_t row) { return row * n + column; };
  const Symmetry mirror{[&](std::size_t e) { return at(n - 1 - e % n, e / n); },
                        [](double angle) { return -angle + M_PI / 2; }, -1};
  const Symmetry turn{[&](std::size_t e) { return at(n - 1 - e / n, e % n); },
                      [](double angle) { return angle + M_PI / 2; }, -1};
  LatticeSpecimen plain(settings, 1, 0, test::planted_rules(settings, 1, planted));
  plain.strain_to(0.035);
  ASSERT_EQ(plain.lattice().slip_counts()[7] + plain.lattice().slip_counts()[13] +
                plain.lattice().slip_counts()[21],
            3);
  for (const Symmetry& symmetry : {mirror, turn}) {
    std::map<std::size_t, std::vector<test::Planted>> image;
    for (const auto& [element, pairs] : planted)
      image[symmetry.element(element)] = {
          {symmetry.angle(pairs[0].angle), pairs[0].forward, pairs[0].backward}};
    LatticeSpecimen seen(settings, 1, 0, test::planted_rules(settings, 1, image));
    seen.strain_to(symmetry.sense * 0.035);
    const Group a = plain.fields(), b = seen.fields();
    const bool turned = symmetry.element(1) == turn.element(1);
    for (std::size_t e = 0; e < n * n; ++e) {
      const std::size_t f = symmetry.element(e);
      EXPECT_NEAR(b.doubles("stress_xy")[f], symmetry.sense * a.doubles("stress_xy")[e], 1e-13);
      EXPECT_NEAR(b.doubles("stress_xx")[f], a.doubles(turned ? "stress_yy" : "stress_xx")[e], 1e-13);
      EXPECT_NEAR(b.doubles("smallest_distance")[f], a.doubles("smallest_distance")[e], 1e-13);
    }
  }
}

TEST(Rules, UnknownNamesAreRefusedWithWhatIsKnown) {
  LatticeSettings settings;
  settings.interaction = "eshelbi";
  try {
    make_rules(settings, {1, 0});
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("\"mean field\""), std::string::npos) << error.what();
  }
}

// Without renewal an element keeps the systems that it began with.
TEST(Rules, SystemsStayWithoutRenewal) {
  LatticeSettings settings = small('C');
  settings.renewal = false;
  LatticeSpecimen lattice(settings, 2, 0);
  std::vector<double> before;
  for (std::size_t i = 0; i < 42; ++i) before.push_back(lattice.lattice().systems().threshold(i, 5));
  lattice.strain_to(0.5);
  for (std::size_t i = 0; i < 42; ++i) EXPECT_EQ(lattice.lattice().systems().threshold(i, 5), before[i]);
  EXPECT_GT(lattice.lattice().slip_counts()[3] + lattice.lattice().slip_counts()[20], 0);
}

// The pressure that a glass brings along is the same everywhere, and of the spread asked for (A.8.2).
TEST(Rules, MeanPressureScattersFromSampleToSample) {
  LatticeSettings settings = small('B');
  double sum = 0, squares = 0;
  constexpr int samples = 2000;
  for (int sample = 0; sample < samples; ++sample) {
    LatticeSpecimen lattice(settings, 3, static_cast<std::uint64_t>(sample));
    const State state = lattice.state();
    const double pressure = -0.5 * (state.stress.xx + state.stress.yy);
    sum += pressure, squares += pressure * pressure;
  }
  const double mean = sum / samples, deviation = std::sqrt(squares / samples - mean * mean);
  EXPECT_NEAR(mean, 1.95, 4 * 0.22 / std::sqrt(samples));
  EXPECT_NEAR(deviation, 0.22, 4 * 0.22 / std::sqrt(2.0 * samples));
}

// A threshold at its floor does not rise at once with the pressure that loading adds. The jump to its
// instability must not be longer than single steps.
TEST(Rules, JumpsSeeThresholdsAtTheirFloor) {
  LatticeSettings settings;
  settings.columns = settings.rows = 8;
  settings.interaction = "heterogeneous";
  settings.shear_modulus = 18.4;
  settings.pressure_sensitivity = 0.2;
  settings.mean_pressure = -5;  // lowers thresholds by 1
  const Rules rules = make_rules(settings, {1, 0});
  const Loading& loading = rules.elasticity->loading();
  const auto& pressures = loading.field.pressure;
  const auto element =
      static_cast<std::size_t>(std::max_element(pressures.begin(), pressures.end()) - pressures.begin());
  // A system that loading brings nearer half as fast as its threshold would rise, were it not at the floor.
  const Deviator rate = loading.field.deviator(element);
  const double slow = 0.5 * 0.2 * pressures[element];
  const double angle = 0.5 * (std::atan2(rate.diagonal, rate.shear) + std::acos(slow / length(rate)));
  const auto specimen = [&] {
    Rules planted = test::planted_rules(settings, 1, {{element, {{angle, 0.981, 1e6}}}});
    return LatticeSpecimen(settings, 1, 0, std::move(planted));
  };
  LatticeSpecimen jumping = specimen(), stepping = specimen();
  std::int64_t first = 1;
  while (first < 2000 && stepping.strain_to(static_cast<double>(first) * 1e-4).slips == 0) ++first;
  ASSERT_LT(first, 2000);
  std::int64_t k = 0;
  while (k < first) k += jumping.quiet_increments({0, 1e-4}, k, 2000 - k);
  EXPECT_EQ(k, first);
}

// An elasticity of one's own may tell the pressure; maps then show that, whatever the settings say.
TEST(Rules, MapsShowThePressureOfTheElasticityInUse) {
  LatticeSettings settings = small('C');
  LatticeSettings uneven = small('A');
  uneven.interaction = "heterogeneous";
  Rules rules = make_rules(settings, {1, 0});
  rules.elasticity = make_rules(uneven, {1, 0}).elasticity;
  LatticeSpecimen own(settings, 1, 0, std::move(rules));
  own.strain_to(0.3);
  const Group fields = own.fields();
  const auto& pressure = own.lattice().stress().pressure;
  ASSERT_EQ(pressure.size(), 42u);
  for (std::size_t i = 0; i < 42; ++i)
    EXPECT_NEAR(-0.5 * (fields.doubles("stress_xx")[i] + fields.doubles("stress_yy")[i]), pressure[i], 1e-12);
}

// A stressed beginning is in balance, has about the stress asked for, and is relaxed.
TEST(Rules, StressedBeginningIsInEquilibrium) {
  LatticeSettings settings;
  settings.initial = Initial::stressed;
  settings.initial_stress = 0.1;  // low, so that few systems slip
  LatticeSpecimen lattice(settings, 4, 0);
  const Group fields = lattice.fields();
  double von_mises = 0;
  for (std::size_t i = 0; i < 225; ++i)
    von_mises += std::hypot(0.5 * (fields.doubles("stress_yy")[i] - fields.doubles("stress_xx")[i]),
                            fields.doubles("stress_xy")[i]) /
                 225;
  EXPECT_NEAR(von_mises, 0.1, 0.02);
  TensorField plastic(225);
  for (std::size_t i = 0; i < 225; ++i) {
    plastic.xx[i] = -0.5 * lattice.lattice().plastic_diagonal()[i];
    plastic.yy[i] = -plastic.xx[i];
    plastic.xy[i] = 0.5 * lattice.lattice().plastic_shear()[i];
  }
  const TensorField balanced = test::FiniteElements(15, 15, 13.2, 59).stress(plastic);
  for (std::size_t i = 0; i < 225; ++i) EXPECT_NEAR(fields.doubles("stress_xy")[i], balanced.xy[i], 1e-11);
  for (const double distance : fields.doubles("smallest_distance")) EXPECT_GE(distance, 0);
  EXPECT_EQ(lattice.state().strain, 0);
}

}  // namespace
}  // namespace vitrum::elastoplastic
