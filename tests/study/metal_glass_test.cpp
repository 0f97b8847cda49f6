#include <gtest/gtest.h>

#include <filesystem>

#include "atomistic/eam_force_field.h"
#include "edge/import/eam_file.h"
#include "group_bits.h"
#include "study/glass_former.h"
#include "study/glass_job.h"
#include "study/metal_units.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

const std::string metal_table = "/usr/share/lammps/potentials/CuZr_mm.eam.fs";

/// A few hundred atoms of Cu and Zr, made in half a picosecond or so.
Glass hasty_metal() {
  Glass glass = metal_glass();
  glass.potential = metal_table;
  glass.metal = std::make_shared<const atomistic::EamPotential>(imports::read_eam(glass.potential));
  glass.species = {{"Cu", 0, 64}, {"Zr", 0, 36}};
  glass.samples = 1;
  glass.atoms = 400;
  glass.density = 1 / 15.857;
  glass.liquid.melt_temperature = 2500;
  glass.liquid.temperature = 1400;
  glass.liquid.melt_duration = glass.liquid.cooling_duration = 0.1;
  glass.liquid.duration = 0.4;
  glass.liquid.drift_limit = 1000;
  glass.liquid.quench = Quench::cooling;
  glass.liquid.cooling_rate = 1e4;
  glass.program.increment = 1e-3;
  glass.program.legs = {{rig::LegKind::shear, 0.01, 1}};
  return glass;
}

Group finished(Job& job) {
  while (!job.finished()) job.advance();
  return job.result();
}

TEST(MetalGlass, is_the_same_to_the_last_bit_after_any_interruption) {
  if (!std::filesystem::exists(metal_table)) GTEST_SKIP() << "the package lammps-data is missing";
  const Glass glass = hasty_metal();
  const Group straight = finished(*glass_job(glass, 5, 0));
  auto job = glass_job(glass, 5, 0);
  while (!job->finished()) {
    job->advance();
    const Group checkpoint = job->checkpoint();
    job = glass_job(glass, 5, 0);  // as another process would
    job->resume(checkpoint);
  }
  EXPECT_TRUE(same_bits(job->result(), straight));
  EXPECT_FALSE(same_bits(finished(*glass_job(glass, 5, 1)), straight));
}

TEST(MetalGlass, is_made_at_constant_pressure_with_a_density_of_its_own) {
  if (!std::filesystem::exists(metal_table)) GTEST_SKIP() << "the package lammps-data is missing";
  Glass glass = hasty_metal();
  glass.liquid.ensemble = Ensemble::constant_pressure;
  glass.liquid.melt_duration = glass.liquid.cooling_duration = 0.5;  // till it knows nothing of its start
  glass.liquid.duration = 3;
  glass.liquid.pressure = 20;
  glass.liquid.barostat_time = 0.5;
  Group straight = finished(*glass_job(glass, 5, 0));
  auto job = glass_job(glass, 5, 0);
  while (!job->finished()) {
    job->advance();
    const Group checkpoint = job->checkpoint();
    job = glass_job(glass, 5, 0);  // as another process would
    job->resume(checkpoint);
  }
  EXPECT_TRUE(same_bits(job->result(), straight));
  const Group& measures = straight.group("measures");
  EXPECT_NEAR(measures.number("density"), 400 / measures.number("volume"), 1e-12);
  EXPECT_GT(measures.number("density"), 1.05 * glass.density);  // 20 GPa of some 100
  // Shown in GPa, as it was asked for.
  show_gigapascals(straight);
  EXPECT_NEAR(straight.group("measures").number("liquid/pressure"), 20, 1e-9);
  EXPECT_NEAR(straight.group("measures").number("liquid/pressure_mean"), 20, 6);
}

TEST(MetalGlass, is_stored_in_electronvolts_and_shown_in_gigapascals) {
  if (!std::filesystem::exists(metal_table)) GTEST_SKIP() << "the package lammps-data is missing";
  const Glass glass = hasty_metal();
  const Group record = finished(*glass_job(glass, 5, 0));
  const Group& measures = record.group("measures");
  EXPECT_EQ(record.group("history").group("states").arrays.at("stress_xy").unit, "eV/A^3");
  EXPECT_EQ(record.group("history").group("states").arrays.at("energy").unit, "eV");
  EXPECT_EQ(record.group("moduli").arrays.at("shear_modulus").unit, "eV/A^3");
  EXPECT_EQ(measures.group("liquid").arrays.at("temperature").unit, "K");
  EXPECT_LE(measures.number("largest_force"), 1e-6);
  EXPECT_LE(measures.number("largest_residual"), 1e-6);
  EXPECT_EQ(measures.integer("unexplained_gains"), 0);
  EXPECT_GT(measures.group("liquid").number("temperature_mean"), 1000);  // not yet that of the bath
  EXPECT_LT(measures.group("liquid").number("temperature_mean"), 5000);
  EXPECT_EQ(measures.number("glass_energy") * 400,
            record.group("history").group("states").doubles("energy")[0]);
  EXPECT_LT(measures.number("glass_energy"), measures.group("liquid").number("energy_mean"));

  const History stored = history_from(record.group("history"));
  const SampleRecord shown = records_of_task(record).front();
  ASSERT_EQ(shown.history.states.size(), stored.states.size());
  EXPECT_EQ(shown.history.states[3].stress.xy, stored.states[3].stress.xy * atomistic::gigapascals);
  EXPECT_EQ(shown.history.states[3].energy, stored.states[3].energy);
  EXPECT_EQ(shown.moduli.arrays.at("shear_modulus").unit, "GPa");
}

TEST(GlassFormer, of_metals_has_the_masses_of_the_table) {
  if (!std::filesystem::exists(metal_table)) GTEST_SKIP() << "the package lammps-data is missing";
  Glass glass = hasty_metal();
  const GlassFormer former = glass_former(glass);
  EXPECT_EQ(former.species, (std::vector<std::string>{"Cu", "Zr"}));
  ASSERT_EQ(former.mixture.masses.size(), 2U);
  // 1 g/mol is 1.03642697e-4 eV ps^2 / A^2.
  EXPECT_NEAR(former.mixture.masses[0], 63.546 * 1.03642697e-4, 1e-5);
  EXPECT_NEAR(former.mixture.masses[1], 91.224 * 1.03642697e-4, 1e-4);
  EXPECT_EQ(former.cutoff(), glass.metal->cutoff());
  glass.metal = nullptr;
  EXPECT_ANY_THROW(glass_former(glass));
}

}  // namespace
}  // namespace vitrum::study
