// Local shear tests against those of a plain numpy program: tests/reference/lattice/simulate_patches.py.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "elastoplastic/patch_tests.h"
#include "planted_systems.h"

namespace vitrum::elastoplastic {
namespace {

using Rows = std::vector<std::vector<double>>;

/// Numbers of a table, line by line; words count as zero.
Rows table(const std::string& name) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/" + name);
  EXPECT_TRUE(file) << name << " is missing";
  Rows rows;
  std::string line, cell;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    while (std::getline(cells, cell, ',')) rows.back().push_back(std::strtod(cell.c_str(), nullptr));
  }
  return rows;
}

LatticeSettings settings_of_reference() {
  LatticeSettings settings;
  settings.columns = 6, settings.rows = 5;
  settings.amplitudes = "fixed", settings.amplitude = 0.02;
  settings.renewal = false;
  settings.element_length = 3;
  return settings;
}

/// The lattice of the reference, as a snapshot that a specimen can be restored from.
Group stored_lattice(const LatticeSettings& settings, const Rows& elements, const Rules& rules) {
  LatticeSpecimen fresh(settings, 1, 0);
  Group snapshot = fresh.snapshot();
  StressField stress(elements.size());
  std::vector<double> diagonal, shear;
  std::vector<ElementSlip> slips;
  for (const auto& e : elements) {
    diagonal.push_back(e[0]), shear.push_back(e[1]);
    slips.push_back({slips.size(), {e[0], e[1]}});
  }
  rules.elasticity->add(slips, stress);
  snapshot.put("stress_diagonal", stress.diagonal, "", "");
  snapshot.put("stress_shear", stress.shear, "", "");
  snapshot.put("plastic_diagonal", diagonal, "", "");
  snapshot.put("plastic_shear", shear, "", "");
  snapshot.put("slip_systems", std::int64_t{8});
  return snapshot;
}

TEST(PatchReference, EveryTestIsThatOfPlainNumpy) {
  const LatticeSettings settings = settings_of_reference();
  const Rows elements = table("patch_lattice.csv"), expected = table("patch_tests.csv");
  ASSERT_EQ(elements.size(), 30u);
  std::map<std::size_t, std::vector<test::Planted>> planted;
  for (std::size_t e = 0; e < elements.size(); ++e)
    for (std::size_t i = 2; i < elements[e].size(); i += 3)
      planted[e].push_back({elements[e][i], elements[e][i + 1], elements[e][i + 2]});
  LatticeSpecimen specimen(settings, 1, 0, test::planted_rules(settings, 4, planted));
  specimen.restore(stored_lattice(settings, elements, make_rules(settings, {1, 0})));

  PatchSettings patches;
  patches.sizes = {1, 2, 4}, patches.angles = {0, 30, 112.5};
  patches.places = PatchPlaces::every;
  const LocalYieldSurvey survey = PatchTests(settings, patches).survey(specimen, 0);
  ASSERT_EQ(survey.tests.size(), expected.size());
  const double length = settings.element_length;
  int several = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const LocalYield& test = survey.tests[i];
    const auto& row = expected[i];
    SCOPED_TRACE("test " + std::to_string(i));
    EXPECT_EQ(static_cast<double>(test.elements), row[0]);
    EXPECT_EQ(test.angle, row[1]);
    EXPECT_TRUE(test.found);
    EXPECT_NEAR(test.critical_strain, row[4] * 1e-4, 1e-15);
    EXPECT_NEAR(test.tau_i, row[6], 1e-13);
    EXPECT_NEAR(test.tau_c, row[7], 1e-12);
    EXPECT_NEAR(test.tau_f, row[8], 1e-12);
    EXPECT_NEAR(test.energy_drop, row[9] * length * length, 1e-12);
    EXPECT_NEAR(test.event[0], row[10] * length, 1e-12);
    EXPECT_NEAR(test.event[1], row[11] * length, 1e-12);
    EXPECT_NEAR(test.place[0], std::fmod(row[2] + 0.5 * row[0], 6) * length, 1e-12);
    EXPECT_NEAR(test.place[1], std::fmod(row[3] + 0.5 * row[0], 5) * length, 1e-12);
    several += row[5] > 1 ? 1 : 0;
  }
  EXPECT_GT(several, 20);  // or nothing was said about avalanches
}

TEST(PatchReference, UnequalElementsAreThoseOfPlainNumpy) {
  const Rows expected = table("patch_unequal.csv");
  std::vector<Stiffness> moduli;
  for (int i = 0; i < 9; ++i) moduli.push_back({2.0 + 7 * i % 11, 59});
  const PatchElasticity patch = unequal_patch(3, moduli, true);
  std::vector<StressField> stresses;
  for (const double angle : {0.0, 22.5}) stresses.push_back(patch.loading(angle).field);
  for (const std::size_t source : {0u, 4u, 5u}) {
    stresses.emplace_back(9, true);
    const ElementSlip slip{source, slip_direction(M_PI / 8)};
    add_responses(patch.responses, {&slip, 1}, stresses.back());
  }
  ASSERT_EQ(expected.size(), 9 * stresses.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const StressField& stress = stresses[i / 9];
    const std::size_t e = i % 9;
    EXPECT_NEAR(-stress.pressure[e] - stress.diagonal[e], expected[i][2], 1e-12) << i;
    EXPECT_NEAR(-stress.pressure[e] + stress.diagonal[e], expected[i][3], 1e-12) << i;
    EXPECT_NEAR(stress.shear[e], expected[i][4], 1e-12) << i;
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
