#include "edge/config/study_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "edge/config/write_settings.h"
#include "study/cost.h"

namespace vitrum::config {
namespace {

const std::string lattice_only = R"([glass]
samples = 0

[lattice]
mode = "mepls"
snapshots = [0, 1]

[[lattice.leg]]
kind = "shear"
strain = 2

[[lattice.leg]]
kind = "unload"

[[lattice.leg]]
kind = "reload backward"
strain = 0.4

[[lattice.leg]]
kind = "cycle"
strain = 0.1
times = 3
)";

TEST(StudyFile, FillsTheSettingsAndLeavesTheRestAtTheirDefaults) {
  const study::Settings settings = parse_study(lattice_only, "a/my study.toml").settings;
  EXPECT_EQ(settings.glass.samples, 0);
  EXPECT_EQ(settings.lattice.model.mode, elastoplastic::Mode::mepls);
  EXPECT_EQ(settings.lattice.program.snapshots, (std::vector<double>{0, 1}));
  const std::vector<rig::Leg> legs{{rig::LegKind::shear, 2, 1},
                                   {rig::LegKind::unload, 0, 1},
                                   {rig::LegKind::reload_backward, 0.4, 1},
                                   {rig::LegKind::cycle, 0.1, 3}};
  EXPECT_EQ(settings.lattice.program.legs, legs);
  EXPECT_EQ(settings.lattice.samples, study::Lattice{}.samples);
  EXPECT_EQ(settings.study.seed, study::General{}.seed);
  EXPECT_EQ(settings.study.output, "results/my study");
}

TEST(StudyFile, KeepsTextNameAndOverrides) {
  const ParsedStudy study = parse_study(lattice_only, "a/b.toml", {"lattice.samples=7", "study.output=out"});
  EXPECT_EQ(study.name, "b");
  EXPECT_EQ(study.text, lattice_only);
  EXPECT_EQ(study.overrides, (std::vector<std::string>{"lattice.samples=7", "study.output=out"}));
  EXPECT_EQ(study.settings.lattice.samples, 7);
  EXPECT_NE(study.resolved.find("output = \"out\"\n"), std::string::npos);
  EXPECT_NE(study.resolved.find("samples = 7\n"), std::string::npos);
}

TEST(StudyFile, ResolvedSettingsReadBackToThemselves) {
  const ParsedStudy once = parse_study(lattice_only, "b.toml", {"lattice.shear_modulus=13.000000000000002"});
  const ParsedStudy twice = parse_study(once.resolved, "another name.toml");
  EXPECT_EQ(twice.resolved, once.resolved);
  EXPECT_EQ(twice.settings.lattice.model.shear_modulus, 13.000000000000002);
  EXPECT_EQ(twice.settings.lattice.program.legs, once.settings.lattice.program.legs);
}

TEST(StudyFile, TakesTheSameTextWithWindowsLineEndsAndByteOrderMark) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : lattice_only) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(parse_study(text, "b.toml").resolved, parse_study(lattice_only, "b.toml").resolved);
}

TEST(StudyFile, AFileThatMayNotBeReadIsRefused) {
  if (geteuid() == 0) GTEST_SKIP() << "the superuser may read everything";
  const auto file = std::filesystem::path(testing::TempDir()) / "vitrum_unreadable.toml";
  std::ofstream(file) << lattice_only;
  std::filesystem::permissions(file, std::filesystem::perms::none);
  const std::vector<std::string> problems = study_problems(file.string());
  std::filesystem::remove(file);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0], file.string() + ": the file cannot be read (Permission denied)");
}

TEST(StudyFile, AHugeFileIsRefusedUnread) {
  const auto file = std::filesystem::path(testing::TempDir()) / "vitrum_huge.toml";
  std::ofstream(file).close();
  std::filesystem::resize_file(file, 3'000'000'000);
  const std::vector<std::string> problems = study_problems(file.string());
  std::filesystem::remove(file);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0], file.string() + ": the file has 3000000000 bytes (a study is a page of text)");
}

TEST(QuickStudy, IsTheMainJobOfTheReadme) {
  const study::Settings s = load_study(VITRUM_SOURCE_DIR "/studies/quick.toml").settings;
  EXPECT_GE(s.glass.samples, 8);
  EXPECT_EQ(s.glass.atoms, 1000);
  EXPECT_EQ(s.glass.liquid.temperature, 0.351);
  EXPECT_EQ(s.glass.program.increment, 1e-4);
  ASSERT_EQ(s.glass.program.legs.size(), 1U);
  EXPECT_GT(s.glass.program.legs[0].strain, s.compare.from);
  EXPECT_EQ(s.lattice.model.columns, 15);
  EXPECT_EQ(s.lattice.model.rows, 15);
  // Table 1 and sec. 4.1 of paper 1.
  EXPECT_EQ(s.lattice.model.slip_systems, 36);
  EXPECT_EQ(s.lattice.model.threshold_shape, 2.18);
  EXPECT_EQ(s.lattice.model.threshold_scale, 2.05);
  EXPECT_EQ(s.lattice.model.amplitude_exponent, 2.25);
  EXPECT_EQ(s.lattice.model.initial, elastoplastic::Initial::liquid);
  EXPECT_EQ(s.lattice.program.legs, (std::vector<rig::Leg>{{rig::LegKind::shear, 2.0, 1}}));
  EXPECT_FALSE(s.glass.program.snapshots.empty());
  EXPECT_FALSE(s.lattice.program.snapshots.empty());
}

TEST(ReadyStudies, HaveNoMistakes) {
  int studies = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(VITRUM_SOURCE_DIR "/studies")) {
    if (entry.is_directory()) continue;
    EXPECT_EQ(study_problems(entry.path().string()), std::vector<std::string>{}) << entry.path();
    ++studies;
  }
  EXPECT_GE(studies, 18);
}

// The classes of glasses of the literature, and what distinguishes them.
TEST(ReadyStudies, PrepareTheThreeClassesOfGlasses) {
  const auto glass_of = [](const std::string& name) {
    return load_study(VITRUM_SOURCE_DIR "/studies/" + name + ".toml").settings.glass;
  };
  const double glass_transition = 0.31;
  const study::Glass htl = glass_of("htl"), esl = glass_of("esl"), gq = glass_of("gq");
  EXPECT_GT(htl.liquid.temperature, 9 * glass_transition);
  EXPECT_EQ(htl.liquid.quench, study::Quench::instantaneous);
  EXPECT_EQ(esl.liquid.temperature, 0.351);
  EXPECT_EQ(esl.liquid.quench, study::Quench::instantaneous);
  EXPECT_EQ(gq.liquid.quench, study::Quench::cooling);
  EXPECT_LT(gq.liquid.final_temperature, 0.1 * glass_transition);
  EXPECT_NEAR((gq.liquid.temperature - gq.liquid.final_temperature) / gq.liquid.cooling_rate, 1e4, 1);
  for (const study::Glass& glass : {htl, esl, gq}) {
    EXPECT_EQ(glass.potential, "lj2d");
    EXPECT_EQ(glass.program.legs, htl.program.legs);
  }
  EXPECT_EQ(glass_of("kob_andersen").dimension, 3);
  EXPECT_EQ(glass_of("kob_andersen").density, 1.2);
}

// Models A to I of paper 1, A.8, and the rules that make the difference.
TEST(ReadyStudies, AreTheVariantsOfPaper1) {
  const auto lattice_of = [](const std::string& name) {
    return load_study(VITRUM_SOURCE_DIR "/studies/" + name + ".toml").settings.lattice;
  };
  const study::Lattice c = lattice_of("variants/c");
  EXPECT_EQ(c.model.initial, elastoplastic::Initial::liquid);
  EXPECT_EQ(c.model.mode, elastoplastic::Mode::paper);
  for (const char name : std::string("abdefghi")) {
    const study::Lattice lattice = lattice_of(std::string("variants/") + name);
    EXPECT_EQ(lattice.program.legs, c.program.legs) << name;
    EXPECT_EQ(lattice.model.columns, 15) << name;
    EXPECT_EQ(lattice.model.rows, 15) << name;
  }
  struct Weibull {
    std::string name;
    double shape, scale, exponent;
  };
  const std::vector<Weibull> random{
      {"a", 2.18, 2.08, 2.19}, {"b", 1.88, 1.05, 3.33}, {"c", 2.18, 2.05, 2.25}, {"d", 2.03, 2.53, 3.05}};
  for (const auto& [name, shape, scale, exponent] : random) {
    const auto model = lattice_of("variants/" + name).model;
    EXPECT_EQ(model.threshold_shape, shape) << name;
    EXPECT_EQ(model.threshold_scale, scale) << name;
    EXPECT_EQ(model.amplitude_exponent, exponent) << name;
    EXPECT_EQ(model.slip_angles, "random") << name;
  }
  EXPECT_EQ(lattice_of("variants/b").model.pressure_sensitivity, 0.2);
  EXPECT_EQ(lattice_of("variants/b").model.mean_pressure, 1.95);
  EXPECT_EQ(lattice_of("variants/b").model.pressure_deviation, 0.22);
  EXPECT_EQ(lattice_of("variants/d").model.interaction, "shuffled");
  EXPECT_EQ(lattice_of("variants/e").model.threshold, 0.925);
  EXPECT_EQ(lattice_of("variants/e").model.amplitude_exponent, 2.27);
  EXPECT_EQ(lattice_of("variants/f").model.threshold_shape, 1.17);
  EXPECT_EQ(lattice_of("variants/f").model.threshold_scale, 0.38);
  EXPECT_EQ(lattice_of("variants/f").model.amplitude, 0.022);
  EXPECT_EQ(lattice_of("variants/g").model.threshold_shape, 1.09);
  EXPECT_EQ(lattice_of("variants/g").model.threshold_scale, 0.57);
  EXPECT_EQ(lattice_of("variants/g").model.amplitude, 0.064);
  EXPECT_EQ(lattice_of("variants/g").model.interaction, "shuffled");
  EXPECT_EQ(lattice_of("variants/h").model.thresholds, "fixed");
  EXPECT_EQ(lattice_of("variants/i").model.interaction, "mean field");
  for (const char name : std::string("fgh")) {
    const auto model = lattice_of(std::string("variants/") + name).model;
    EXPECT_EQ(model.slip_angles, "fixed") << name;
    EXPECT_EQ(model.amplitudes, "fixed") << name;
  }
}

TEST(Legs, UnderStressTakeTheirOwnKeys) {
  const auto legs =
      parse_study(
          "[glass]\nsamples = 0\n[[lattice.leg]]\nkind = \"stress\"\nstress = 0.4\n[[lattice.leg]]\nkind = "
          "\"creep\"\ntemperature = 0.2\nduration = 50\nmost_strain = 0.3\n",
          "any.toml")
          .settings.lattice.program.legs;
  ASSERT_EQ(legs.size(), 2U);
  EXPECT_EQ(legs[0].kind, rig::LegKind::stress);
  EXPECT_EQ(legs[0].stress, 0.4);
  EXPECT_EQ(legs[0].most_strain, 1);
  EXPECT_EQ(legs[1].kind, rig::LegKind::creep);
  EXPECT_EQ(legs[1].temperature, 0.2);
  EXPECT_EQ(legs[1].duration, 50);
  EXPECT_EQ(legs[1].most_strain, 0.3);
}

TEST(CustomPotential, IsReadWithWhatFollowsFromIt) {
  const study::Glass glass =
      parse_study(
          "[glass]\npotential = \"custom\"\ndimension = 3\ndensity = 1.1\natoms = 1000\n"
          "[[glass.species]]\nname = \"A\"\nfraction = 80\n"
          "[[glass.species]]\nname = \"B\"\nfraction = 20\nmass = 2\n"
          "[[glass.pair]]\nspecies = [\"A\", \"A\"]\nepsilon = 1\nsigma = 1\nouter = 2.5\n"
          "[[glass.pair]]\nspecies = [\"B\", \"B\"]\nepsilon = 0.5\nsigma = 0.9\nouter = 2\n"
          "[[glass.pair]]\nspecies = [\"B\", \"A\"]\nepsilon = 1.5\nsigma = 0.8\ninner = 1.75\nouter = 2\n"
          "[glass.liquid]\nmelt_temperature = 2\ntemperature = 1\n"
          "[[glass.leg]]\nkind = \"shear\"\nstrain = 0.1\n[lattice]\nsamples = 0\n",
          "any.toml")
          .settings.glass;
  EXPECT_EQ(glass.dimension, 3);
  ASSERT_EQ(glass.species.size(), 2U);
  EXPECT_EQ(glass.species[0].mass, 1);
  EXPECT_EQ(glass.species[1].mass, 2);
  ASSERT_EQ(glass.pairs.size(), 3U);
  EXPECT_EQ(glass.pairs[0].inner, 2.5);  // cut off
  EXPECT_EQ(glass.pairs[2].inner, 1.75);
  EXPECT_EQ(glass.pairs[2].species, (std::vector<std::string>{"B", "A"}));
}

TEST(StudyFile, ModelsOfWhichNothingIsSaidHaveNoSamples) {
  const std::string leg = "kind = \"shear\"\nstrain = 0.1\n";
  const auto glass = parse_study("[[glass.leg]]\n" + leg, "any.toml").settings;
  EXPECT_GT(glass.glass.samples, 0);
  EXPECT_EQ(glass.lattice.samples, 0);
  const auto lattice = parse_study("[[lattice.leg]]\n" + leg, "any.toml").settings;
  EXPECT_EQ(lattice.glass.samples, 0);
  EXPECT_GT(lattice.lattice.samples, 0);
  // What is said on the command line is said: this one has no leg.
  EXPECT_THROW(
      parse_study("[[glass.leg]]\n" + leg, "any.toml", {"lattice.samples=2", "compare.enabled=false"}),
      InputError);
}

TEST(StudyFile, WholeNumbersMayHaveAnExponent) {
  const auto atoms = [](const std::string& number) {
    return parse_study("[glass]\natoms = " + number + "\n[[glass.leg]]\nkind = \"shear\"\nstrain = 0.1\n",
                       "any")
        .settings.glass.atoms;
  };
  EXPECT_EQ(atoms("1e4"), 10000);
  EXPECT_EQ(atoms("2500.0"), 2500);
  EXPECT_THROW(atoms("2500.5"), InputError);
  EXPECT_THROW(atoms("1e300"), InputError);
}

TEST(Potential, BringsItsDensityUnlessOneIsGiven) {
  const std::string rest =
      "[glass.liquid]\nmelt_temperature = 2\ntemperature = 1\n[[glass.leg]]\nkind = \"shear\"\nstrain = "
      "0.1\n[lattice]\nsamples = 0\n";
  const auto glass = [&rest](const std::string& keys) {
    return parse_study("[glass]\n" + keys + rest, "any.toml").settings.glass;
  };
  EXPECT_EQ(glass("").density, 1.02435);
  EXPECT_EQ(glass("potential = \"ka3d\"\n").density, 1.2);
  EXPECT_EQ(glass("potential = \"ka3d\"\n").dimension, 3);
  EXPECT_EQ(glass("potential = \"ka3d\"\ndensity = 1.15\n").density, 1.15);
}

TEST(StudyFile, OfPaper1HasACostThatCountsItsCalibration) {
  const auto cost_with = [](const std::vector<std::string>& overrides) {
    return study::estimate(
        load_study(VITRUM_SOURCE_DIR "/studies/castellanos2021-small.toml", overrides).settings);
  };
  const study::Cost cost = cost_with({"study.threads=1"});
  ASSERT_EQ(cost.stages.size(), 2U);
  EXPECT_EQ(cost.stages[0].stage, "calibration");
  EXPECT_TRUE(std::isfinite(cost.stages[0].core_seconds));
  EXPECT_GT(cost.stages[0].core_seconds, 100);  // 14 searches of 120 trials of 32 lattices, some 10 ms each
  EXPECT_DOUBLE_EQ(cost.core_seconds, cost.stages[0].core_seconds + cost.stages[1].core_seconds);
  EXPECT_GT(cost_with({"study.threads=1", "calibrate.samples=64"}).core_seconds, 1.8 * cost.core_seconds);
}

}  // namespace
}  // namespace vitrum::config
