// The model variants of paper 1, A.8, against an independent simulation in numpy, and against the paper's
// words.
#include "../variants.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "../stationary.h"
#include "elastoplastic/initial_stress.h"
#include "elastoplastic/parent_liquid.h"

namespace vitrum::elastoplastic {
namespace {

/// tests/reference/lattice/variants.csv, by variant.
std::map<char, test::Statistics> reference() {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/variants.csv");
  std::map<char, test::Statistics> out;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string variant, name, mean, error;
    std::getline(fields, variant, ','), std::getline(fields, name, ',');
    std::getline(fields, mean, ','), std::getline(fields, error, ',');
    out[variant.at(0)][name] = {std::stod(mean), std::stod(error)};
  }
  return out;
}

test::Statistics measure(const LatticeSettings& settings, std::size_t realizations) {
  std::vector<std::map<std::string, double>> numbers(realizations);
  parallel_for(realizations, 0, [&](std::size_t sample) {
    LatticeSpecimen lattice(settings, 8, sample);
    quench_from_liquid(lattice);
    const Group fields = lattice.fields();
    test::Realization one;
    std::map<std::string, double>& out = numbers[sample];
    out["quench_von_mises"] = mean_von_mises(lattice.lattice().stress());
    out["quench_distance"] = test::mean(fields.doubles("smallest_distance"));
    out["quench_shear_std"] = test::deviation(fields.doubles("stress_xy"));
    test::measure_stationary(test::shear_by(lattice, 2.0), settings.shear_modulus, one);
    for (const std::string name : {"stress_mean", "stress_std", "aval_per_step", "slips_per_aval",
                                   "drop_mean", "drop_std", "r_0.001", "r_0.01", "r_0.1"})
      out[name] = one.numbers.at("macro_stationary." + name + ".mean");
  });
  return test::over_batches(numbers);
}

TEST(Variants, EqualAnIndependentSimulation) {
  const auto expected = reference();
  ASSERT_EQ(expected.size(), 9u);
  double squares = 0;
  int count = 0;
  for (const auto& [name, statistics] : expected) {
    const test::Statistics measured = measure(test::variant(name), 48);
    std::printf("%c: stress %.4f, std %.4f, slips per avalanche %.2f, r(0.01) %.4f\n", name,
                measured.at("stress_mean").mean, measured.at("stress_std").mean,
                measured.at("slips_per_aval").mean, measured.at("r_0.01").mean);
    for (const auto& [quantity, value] : statistics) {
      const double z = test::standard_errors(measured.at(quantity), value);
      squares += z * z;
      ++count;
      EXPECT_LT(std::abs(z), 4) << name << " " << quantity << ": " << measured.at(quantity).mean << " +- "
                                << measured.at(quantity).error << " against " << value.mean << " +- "
                                << value.error;
    }
  }
  std::printf("%d statistics, rms z %.3f\n", count, std::sqrt(squares / count));
  EXPECT_LT(std::sqrt(squares / count), 1.2);
}

// Paper 1, sec. 6: at their optima, A, B, D, E, F and G flow at the stress of C; I, at the parameters of C,
// and H, the scalar model without disorder, do not fluctuate as C does, and no parameters make them.
TEST(Variants, MeanFieldAndScalarModelFailAsThePaperSays) {
  const test::Statistics complete = measure(test::variant('C'), 48);
  for (const char name : {'A', 'B', 'D', 'E', 'F', 'G'})
    EXPECT_NEAR(measure(test::variant(name), 48).at("stress_mean").mean, complete.at("stress_mean").mean,
                0.02)
        << name;
  const auto ratio = [&](const test::Statistics& other, const std::string& name) {
    return other.at(name).mean / complete.at(name).mean;
  };
  const test::Statistics mean_field = measure(test::variant('I'), 48);
  EXPECT_LT(ratio(mean_field, "r_0.01"), 0.5);
  EXPECT_LT(ratio(mean_field, "stress_std"), 0.7);
  // The scalar model without disorder flows in system-spanning steps at any threshold.
  for (const double threshold : {0.3, 0.5, 0.8}) {
    LatticeSettings settings = test::variant('H');
    settings.threshold = threshold;
    const test::Statistics scalar = measure(settings, 16);
    EXPECT_GT(scalar.at("slips_per_aval").mean, 5 * complete.at("slips_per_aval").mean) << threshold;
    EXPECT_LT(scalar.at("aval_per_step").mean, 0.2 * complete.at("aval_per_step").mean) << threshold;
  }
}

// Paper 1, A.1 and fig. 7: with N slip systems per element the same stationary state needs lambda N^(1/k).
TEST(Variants, ThresholdScaleFollowsTheNumberOfSlipSystems) {
  const test::Statistics usual = measure(test::variant('C'), 96);
  for (const int systems : {8, 16, 64, 144}) {
    LatticeSettings settings = test::variant('C');
    settings.slip_systems = systems;
    settings.threshold_scale *= std::pow(systems / 36.0, 1 / settings.threshold_shape);
    const test::Statistics other = measure(settings, 96);
    std::printf("N = %d: lambda %.3f, mean %.4f std %.4f slips %.3f drop %.5f\n", systems,
                settings.threshold_scale, other.at("stress_mean").mean, other.at("stress_std").mean,
                other.at("slips_per_aval").mean, other.at("drop_mean").mean);
    for (const std::string name :
         {"stress_mean", "stress_std", "aval_per_step", "slips_per_aval", "drop_mean"})
      EXPECT_NEAR(other.at(name).mean / usual.at(name).mean, 1, 0.03) << systems << " " << name;
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
