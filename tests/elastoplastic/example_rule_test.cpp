// The rule that docs/methods/adding_a_rule.md writes, and that what it shows is what is tested here.
#include "example_rule.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "elastoplastic/lattice_specimen.h"
#include "kolmogorov_smirnov.h"

namespace vitrum::elastoplastic {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(VITRUM_SOURCE_DIR) + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ExampleRule, IsTheOneInTheManual) {
  const std::string code = text_of("/tests/elastoplastic/example_rule.h");
  ASSERT_FALSE(code.empty());
  EXPECT_NE(text_of("/docs/methods/adding_a_rule.md").find(code), std::string::npos);
}

TEST(ExampleRule, DrivesALattice) {
  LatticeSettings settings;
  Rules rules = make_rules(settings, {1, 0});
  rules.slip = std::make_unique<RandomAngles>(9, std::make_shared<UniformThresholds>(1.8));
  LatticeSpecimen lattice(settings, 1, 0, std::move(rules));
  std::vector<double> thresholds;
  for (std::size_t element = 0; element < 225; ++element)
    for (std::size_t system = 0; system < 36; ++system)
      thresholds.push_back(lattice.lattice().systems().threshold(element, system));
  EXPECT_LT(test::kolmogorov_smirnov(thresholds, [](double t) { return t / 3.6; }), 1.95);
  EXPECT_GT(lattice.strain_to(0.2).slips, 0);
}

}  // namespace
}  // namespace vitrum::elastoplastic
