// Local shear tests against LAMMPS: tests/reference/local_yield, an independent, plain implementation.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <sstream>
#include <string>
#include <vector>

#include "atomistic/local_shear.h"
#include "lammps_reference.h"

namespace vitrum::atomistic {
namespace {

constexpr double increment = 1e-4;
const std::string folder = std::string(VITRUM_REFERENCE_DIR) + "/local_yield/";

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
  std::istringstream in(line + ",");
  std::vector<std::string> out;
  for (std::string cell; std::getline(in, cell, ',');) out.push_back(cell);
  return out;
}

std::vector<Row> read_reference() {
  std::ifstream in(folder + "probes.csv");
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> names = cells(line);
  std::vector<Row> out;
  while (std::getline(in, line)) {
    const std::vector<std::string> values = cells(line);
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = values.at(i);
    out.push_back(std::move(row));
  }
  return out;
}

const std::vector<Row>& reference() {
  static const std::vector<Row> rows = read_reference();
  return rows;
}

double number(const Row& row, const std::string& name) { return std::stod(row.at(name)); }

const Configuration& glass(const std::string& name) {
  static std::map<std::string, Configuration> read;
  const auto found = read.find(name);
  if (found != read.end()) return found->second;
  const std::string file = name.starts_with("large") ? "../local_yield/" + name : name;
  return read[name] = test::read_data(file + ".dat");
}

struct Tested {
  LocalYield record;
  double fallen = 0;  ///< stress where the avalanche ended, an increment further than tau_c
};

Tested tested(const Row& row) {
  static const PairPotentials potentials = paper_glass();
  LocalShearSettings settings;
  settings.most_strain = 0.5;
  LocalShear shear(glass(row.at("glass")), potentials, settings);
  const LocalYield record =
      shear.test({number(row, "x"), number(row, "y")}, number(row, "radius"), number(row, "alpha"));
  return {record, shear.last_fallen_stress()};
}

class LocalShearAgainstLammps : public testing::TestWithParam<std::size_t> {};

TEST_P(LocalShearAgainstLammps, YieldsAtTheSameIncrementAndStressAndFallsAsFar) {
  const Row& row = reference()[GetParam()];
  const auto [test, fallen] = tested(row);
  const double expected = number(row, "increments") * increment;
  ASSERT_TRUE(test.found);
  EXPECT_NEAR(test.tau_i, number(row, "tau_i"), 1e-9);
  EXPECT_NEAR(test.critical_strain, expected, 0.01 * increment);
  EXPECT_NEAR(test.tau_c, number(row, "tau_c"), 1e-6);
  // Steepest descent from the last equilibrium, strained by one increment.
  EXPECT_NEAR(fallen, number(row, "tau_f_descent"), 1e-5);
  // The reference's heat is counted over the whole increment, with the mean of the work per strain before and
  // after: half of what that drops by less than the energy that falls at the strain of the event.
  const double area = std::numbers::pi * test.radius * test.radius;
  const double difference = 1.5 * area * std::abs(test.tau_c - fallen) * increment;
  EXPECT_NEAR(test.energy_drop, number(row, "dissipated_descent"), 3e-5 + difference);
}

std::string name_of(const testing::TestParamInfo<std::size_t>& instance) {
  const Row& row = reference()[instance.param];
  return "probe_" + row.at("probe") + "_radius_" + row.at("radius");
}

INSTANTIATE_TEST_SUITE_P(Probes, LocalShearAgainstLammps, testing::Range(std::size_t{0}, reference().size()),
                         name_of);

TEST(LocalShearReference, AreAtLeastFifty) { EXPECT_GE(reference().size(), 50U); }

}  // namespace
}  // namespace vitrum::atomistic
