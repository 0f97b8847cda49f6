#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "group_bits.h"
#include "study/calibration.h"
#include "study/lattice_record.h"
#include "study/posterior_record.h"
#include "study/tables.h"

namespace vitrum::study {
namespace {

compare::Posterior posterior() {
  compare::Posterior out;
  out.parameters = {{"k", 2, 0.1, {1.9, 2.1}, {1.8, 2.2}},
                    {"log10 chi", 0.3, 0.02, {0.28, 0.32}, {0.26, 0.34}}};
  out.correlation = {1, -0.5, -0.5, 1};
  out.samples = {{2, 0.3}, {2.1, 0.29}, {1.9, 0.31}};
  out.best = {2.05, 0.3};
  out.chi_square = 7.5;
  out.degrees = 22;
  out.discrepancy = 1.25;
  out.shrinkage = 0.125;
  out.emulator_residual = 0.9;
  for (int i = 0; i < 12; ++i)
    out.pulls.push_back({"statistic " + std::to_string(i), i + 0.5, i + 0.25, 1.0 * i});
  out.r_hat = {1.01, 1.005};
  out.effective_samples = {400, 500};
  out.converged = true;
  return out;
}

CalibratedModel model() {
  CalibratedModel out;
  out.variant = "E";
  out.element_length = 4.4;
  out.lattice.element_length = 4.4;
  out.lattice.columns = 23;
  out.lattice.rows = 22;
  out.lattice.slip_systems = 16;
  out.lattice.thresholds = "fixed";
  out.lattice.threshold = 0.75;
  out.lattice.renewal = false;
  out.lattice.mode = elastoplastic::Mode::mepls;
  out.lattice.temperature = 0.31;
  out.lattice.pressure_deviation = 0.22;
  out.names = {"threshold", "amplitude_exponent"};
  out.optimum = {{0.75, 0.01}, {2.25, std::nan("")}};
  out.search_error = {0.006, 0.1};
  out.reference_error = {0.008, 0.2};
  out.correlation = {1, 0.25, 0.25, 1};
  out.doubt = "log10 chi is at the end of its range";
  out.errors.density = {compare::Estimate{0.1, 0.01}, std::nullopt, compare::Estimate{0.3, 0.02}};
  out.errors.local[1][7] = compare::Estimate{0.5, 0.05};
  out.errors.macro = compare::Estimate{0.2, 0.01};
  out.errors.backward = compare::Estimate{0.5, 0.05};
  out.errors.stat = {0.35, 0.02};
  out.errors.floor = 0.03;
  for (int i = 0; i < 12; ++i) out.errors.missing.push_back("what is missing " + std::to_string(i));
  out.profile = {{1, 1.5}, {{0.3, 0.01}, {0.2, 0.01}}, {{0.4, 0.01}, {0.35, 0.01}}, {0.25, std::nullopt},
                 {},       {{0.7, 2}, {0.75, 2.25}}};
  out.posterior = posterior();
  out.trials = 112;
  return out;
}

void expect_same(const std::optional<compare::Estimate>& a, const std::optional<compare::Estimate>& b) {
  ASSERT_EQ(a.has_value(), b.has_value());
  if (!a) return;
  EXPECT_EQ(a->value, b->value);
  EXPECT_EQ(a->error, b->error);
}

TEST(CalibrationRecord, HoldsAModelWithAllThatIsAbsent) {
  const CalibratedModel wanted = model(), found = calibrated_model_from(to_group(wanted));
  EXPECT_EQ(found.variant, "E");
  EXPECT_EQ(found.element_length, 4.4);
  EXPECT_EQ(text_of(found.lattice), text_of(wanted.lattice));
  EXPECT_EQ(found.lattice.temperature, 0.31);
  EXPECT_EQ(found.names, wanted.names);
  ASSERT_EQ(found.optimum.size(), 2U);
  EXPECT_EQ(found.optimum[0].error, 0.01);
  EXPECT_EQ(found.optimum[1].value, 2.25);
  EXPECT_TRUE(std::isnan(found.optimum[1].error));
  EXPECT_EQ(found.search_error, wanted.search_error);
  EXPECT_EQ(found.reference_error, wanted.reference_error);
  EXPECT_EQ(found.correlation, wanted.correlation);
  EXPECT_EQ(found.doubt, wanted.doubt);
  for (std::size_t q = 0; q < 3; ++q) expect_same(found.errors.density[q], wanted.errors.density[q]);
  for (std::size_t angle = 0; angle < 2; ++angle)
    for (std::size_t m = 0; m < 8; ++m)
      expect_same(found.errors.local[angle][m], wanted.errors.local[angle][m]);
  expect_same(found.errors.macro, wanted.errors.macro);
  expect_same(found.errors.forward, std::nullopt);
  expect_same(found.errors.backward, wanted.errors.backward);
  expect_same(found.errors.stat, wanted.errors.stat);
  EXPECT_EQ(found.errors.floor, 0.03);
  EXPECT_EQ(found.errors.missing, wanted.errors.missing);
  EXPECT_EQ(found.profile.first, wanted.profile.first);
  EXPECT_EQ(found.profile.forward, wanted.profile.forward);
  EXPECT_TRUE(found.profile.backward.empty());
  EXPECT_EQ(found.profile.parameters, wanted.profile.parameters);
  expect_same(found.profile.stat[1], wanted.profile.stat[1]);
  EXPECT_EQ(found.trials, 112);
  ASSERT_TRUE(found.posterior);
}

TEST(CalibrationTable, TellsBothPartsOfAnError) {
  CalibrationResults results;
  EXPECT_TRUE(calibration_table(results).rows.empty());
  results.models = {model()};
  const QuantityTable table = calibration_table(results);
  ASSERT_EQ(table.rows.size(), 3 + results.models[0].posterior->parameters.size());
  EXPECT_EQ(table.rows[0].key, "calibration.E-l4_4.threshold");
  EXPECT_EQ(table.rows[0].value, 0.75);
  EXPECT_EQ(table.rows[0].error, 0.01);
  EXPECT_EQ(table.rows[0].note,
            "error: 0.006 of the search, 0.008 of the finite number of realizations of the reference");
  EXPECT_EQ(table.rows[2].value, 0.35);
  EXPECT_EQ(table.rows[2].note, "doubt: log10 chi is at the end of its range");
}

TEST(CalibrationTable, TellsThePosteriorAndTheTemperature) {
  CalibrationResults results;
  results.models = {model()};
  results.temperature = QuenchTemperature{{0.2, 0.3}, {}, compare::Estimate{0.24, 0.03}};
  const QuantityTable table = calibration_table(results);
  ASSERT_EQ(table.rows.size(), 6U);
  EXPECT_EQ(table.rows[3].key, "calibration.E-l4_4.belief.0");
  EXPECT_EQ(table.rows[3].value, 2);
  EXPECT_EQ(table.rows[3].error, 0.1);
  // Variances are enlarged by 1.25, so widths by 1.118.
  EXPECT_EQ(table.rows[3].note,
            "95 % between 1.8 and 2.2; correlation -0.5 with log10 chi; widened by 1.12, for the model "
            "cannot do it "
            "all");
  EXPECT_EQ(table.rows[5].key, "calibration.temperature");
  EXPECT_EQ(table.rows[5].value, 0.24);
}

TEST(CalibrationRecord, HoldsAModelOfASearchWithoutOptimum) {
  const CalibratedModel found = calibrated_model_from(to_group(CalibratedModel()));
  EXPECT_FALSE(found.posterior);
  EXPECT_TRUE(found.profile.first.empty());
  EXPECT_TRUE(found.correlation.empty());
  EXPECT_FALSE(found.errors.macro);
}

TEST(CalibrationRecord, RefusesWhatIsDamaged) {
  Group group = to_group(model());
  group.put("optimum_error", std::vector<double>{0.01});
  EXPECT_THROW(calibrated_model_from(group), InputError);
  group = to_group(model());
  group.groups["errors"].put("errors", std::vector<double>{1});
  group.groups["errors"].put("errors_error", std::vector<double>{1});
  EXPECT_THROW(calibrated_model_from(group), InputError);
  group = to_group(model());
  group.groups["posterior"].groups["pulls"].put("numbers", std::vector<double>{1, 2});
  EXPECT_THROW(calibrated_model_from(group), InputError);
}

// Columns that do not fit each other, which ended the program.
TEST(CalibrationRecord, RefusesColumnsOfOtherLengths) {
  const Group whole = to_group(model());
  for (const std::string name : {"macro", "stat", "forward", "backward"}) {
    Group group = whole;
    for (const std::string& column : {name, name + "_error"})
      if (group.groups["profile"].has_array(column))
        group.groups["profile"].put(column, std::vector<double>{1, 2, 3});
    EXPECT_THROW(calibrated_model_from(group), InputError) << name;
  }
  Group group = whole;
  for (const char* name : {"stat", "stat_error"}) group.groups["errors"].put(name, std::vector<double>{});
  EXPECT_THROW(calibrated_model_from(group), InputError);
  Group temperature = to_group(QuenchTemperature{{0.2}, {{0.1, 0.01}}, compare::Estimate{0.2, 0.01}});
  for (const char* name : {"best", "best_error"}) temperature.put(name, std::vector<double>{});
  EXPECT_THROW(quench_temperature_from(temperature), InputError);
  Group scales = to_group(std::vector<ScaleOfSystems>{{12, {0.1, 0.01}}});
  scales.put("slip_systems", std::vector<std::int64_t>{});
  EXPECT_THROW(scales_of_systems_from(scales), InputError);
  Group sizes = to_group(std::vector<StressDeviationOfSize>{{12, {0.1, 0.01}}});
  sizes.put("width", std::vector<double>{});
  EXPECT_THROW(sizes_from(sizes), InputError);
}

TEST(CalibrationRecord, HoldsAPosterior) {
  const compare::Posterior wanted = posterior(), found = posterior_from(to_group(wanted));
  ASSERT_EQ(found.parameters.size(), 2U);
  EXPECT_EQ(found.parameters[1].name, "log10 chi");
  EXPECT_EQ(found.parameters[1].middle_95, wanted.parameters[1].middle_95);
  EXPECT_EQ(found.parameters[0].middle_68, wanted.parameters[0].middle_68);
  EXPECT_EQ(found.parameters[0].deviation, 0.1);
  EXPECT_EQ(found.samples, wanted.samples);
  ASSERT_EQ(found.pulls.size(), 12U);
  EXPECT_EQ(found.pulls[11].name, "statistic 11");
  EXPECT_EQ(found.pulls[2].reference, 2.25);
  EXPECT_EQ(found.pulls[2].model, 2.5);
  EXPECT_EQ(found.pulls[2].pull, 2);
  EXPECT_EQ(found.correlation, wanted.correlation);
  EXPECT_EQ(found.best, wanted.best);
  EXPECT_EQ(found.degrees, 22);
  EXPECT_EQ(found.discrepancy, 1.25);
  EXPECT_EQ(found.r_hat, wanted.r_hat);
  EXPECT_TRUE(found.converged);
  EXPECT_TRUE(same_bits(to_group(found), to_group(wanted)));
}

TEST(CalibrationRecord, HoldsTemperaturesSystemsAndSizes) {
  QuenchTemperature temperature{{0.2, 0.25, 0.3}, {{0.1, 0.01}, {0.05, 0.01}, {0.2, 0.02}}, {{0.26, 0.01}}};
  const QuenchTemperature found = quench_temperature_from(to_group(temperature));
  EXPECT_EQ(found.temperature, temperature.temperature);
  EXPECT_EQ(found.mismatch[2].error, 0.02);
  EXPECT_EQ(found.best->value, 0.26);
  temperature.best.reset();
  EXPECT_FALSE(quench_temperature_from(to_group(temperature)).best);

  const auto scales =
      scales_of_systems_from(to_group(std::vector<ScaleOfSystems>{{8, {1.03, 0.02}}, {144, {3.9, 0.1}}}));
  ASSERT_EQ(scales.size(), 2U);
  EXPECT_EQ(scales[1].slip_systems, 144);
  EXPECT_EQ(scales[1].scale.error, 0.1);
  const auto sizes =
      sizes_from(to_group(std::vector<StressDeviationOfSize>{{99, {0.04, 0.001}}, {198, {0.02, 0.001}}}));
  ASSERT_EQ(sizes.size(), 2U);
  EXPECT_EQ(sizes[1].width, 198);
  EXPECT_EQ(sizes[0].deviation.value, 0.04);
}

TEST(LatticeText, TellsLatticesApartByWhatTheyDependOn) {
  elastoplastic::LatticeSettings lattice;
  const std::string text = text_of(lattice);
  lattice.temperature = 0.5;  // there is no parent liquid
  EXPECT_EQ(text_of(lattice), text);
  lattice.initial = elastoplastic::Initial::liquid;
  const std::string with_liquid = text_of(lattice);
  EXPECT_NE(with_liquid, text);
  lattice.temperature = 0.6;
  EXPECT_NE(text_of(lattice), with_liquid);
  lattice = {};
  lattice.renewal = false;
  EXPECT_NE(text_of(lattice), text);
  lattice = {};
  lattice.threshold_shape += 1e-14;
  EXPECT_NE(text_of(lattice), text);
}

}  // namespace
}  // namespace vitrum::study
