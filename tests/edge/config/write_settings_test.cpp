#include "edge/config/write_settings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/error.h"
#include "edge/config/study_file.h"
#include "elastoplastic/rules.h"

namespace vitrum::config {
namespace {

std::map<std::string, std::string> as_map(const study::Settings& settings) {
  const auto list = settings_list(settings);
  return {list.begin(), list.end()};
}

// Every member moved away from its default, so that one that is forgotten in the description shows.
study::Settings all_changed() {
  study::Settings s;
  s.study = {"A \"title\"\twith \\ signs \xC3\xA9\x01",
             9223372036854775807U,
             3,
             "some/where",
             7.5,
             "castellanos2021"};
  s.glass.samples = 5;
  s.glass.potential = "custom";
  s.glass.dimension = 3;
  s.glass.atoms = 2000;
  s.glass.density = 1.1;
  s.glass.force_tolerance = 1e-9;
  s.glass.species = {{"A", 1.5, 0.25}, {"B", 1, 0.75}};
  s.glass.pairs = {{{"A", "A"}, 1, 1, 2, 2.5}, {{"A", "B"}, 2, 0.75, 1.5, 1.5}, {{"B", "B"}, 0, 0.5, 1, 1.5}};
  s.glass.liquid = {2, 60, 100, 0.5, 1234.5, 0.004, 1.5, 5, study::Quench::cooling, 2e-3, 0.05, true};
  s.glass.liquid.ensemble = study::Ensemble::constant_pressure;
  s.glass.liquid.pressure = 1.5, s.glass.liquid.barostat_time = 4;
  s.glass.events = {2e-5, 21, 1e-6};
  s.glass.program = {2e-4,         {{rig::LegKind::shear, -0.6, 1}},
                     {-0.1, -0.2}, rig::UnloadEnd::exact,
                     {-0.3},       false,
                     true,         {},
                     false,        0.01,
                     true,         true};
  s.lattice.samples = 6;
  s.lattice.fields_of = 3;
  elastoplastic::LatticeSettings& model = s.lattice.model;
  model.longest_avalanche = 500;
  model.columns = 8;
  model.rows = 9;
  model.mode = elastoplastic::Mode::mepls;
  model.element_length = 8.8;
  model.slip_systems = 64;
  model.renewal = false;
  model.threshold_shape = 2.5;
  model.threshold_scale = 1.0 / 3;
  model.amplitude_exponent = 1.5;
  model.interaction = "shuffled";
  model.shear_modulus = 26;
  model.bulk_modulus = 100;
  model.pressure_sensitivity = 0.1;
  model.mean_pressure = -1.5;
  model.pressure_deviation = 0.25;
  model.initial = elastoplastic::Initial::liquid;
  model.temperature = 0.3;
  model.activation_volume = 1.5;
  model.liquid_events = 12.5;
  rig::Leg stress, creep;
  stress.kind = rig::LegKind::stress;
  stress.stress = -0.3;
  creep.kind = rig::LegKind::creep;
  creep.temperature = 0.125;
  creep.duration = 77;
  creep.most_strain = 0.5;
  s.lattice.program = {5e-4,
                       {{rig::LegKind::reload_forward, 0.5, 1},
                        {rig::LegKind::unload, 0, 1},
                        {rig::LegKind::reload_backward, 0.25, 1},
                        {rig::LegKind::cycle, 0.1, 4},
                        stress,
                        creep},
                       {0.1},
                       rig::UnloadEnd::overshoot,
                       {},
                       true,
                       true,
                       {0.1, 0.25},
                       true};
  s.lattice.patches = {12, {{3, 7}, {-30, 60}, 5e-3, 2.5, elastoplastic::PatchPlaces::every}};
  s.compare = {false, 0.25, 30, 200};
  s.reference = {{"results/some", "more.h5"}, 0.75, 4, 30, 20, {"results/large"}};
  s.calibrate = {study::Search::paper, {"A", "own"}, {4.4, 8.8}, 24, 80, 0.1, 1.5, 0.4, 5, 96,
                 {0.2, 0.25, 0.3},     {8, 144},     {15, 30}};
  s.harvest.sets = {{"slow", {"results/slow"}}};
  s.harvest.own = study::OwnSamples::lattice;
  s.harvest.modulus = 12;
  s.harvest.softening = 0.1;
  s.harvest.tau_a = 8;
  s.harvest.tau_b = 3;
  s.harvest.small_strain = 0.03;
  s.harvest.bins = {10, 12};
  s.harvest.widths = study::GridWidths::adaptive;
  s.harvest.loading = seem::Loading::modulus;
  s.harvest.unvisited = seem::Unvisited::elastic;
  s.harvest.least_exposure = 0.05;
  s.harvest.held_out = 0.5;
  s.harvest.walkers = 77;
  s.harvest.increment = 1e-4;
  s.harvest.smooth = true;
  s.harvest.variables = {"age"};
  s.harvest.program.legs = s.glass.program.legs;
  s.elements = {3, 8, 6, study::ElementInteraction::eshelby, 3.5, {}};
  s.elements.program.legs = s.glass.program.legs;
  return s;
}

TEST(WriteSettings, WhatIsWrittenReadsBackToTheSameSettings) {
  const study::Settings settings = all_changed();
  const study::Settings read = parse_study(settings_toml(settings), "any.toml").settings;
  EXPECT_EQ(read.study.title, settings.study.title);
  EXPECT_EQ(read.study.seed, settings.study.seed);
  EXPECT_EQ(read.lattice.model.threshold_scale, 1.0 / 3);
  EXPECT_EQ(read.lattice.program.legs, settings.lattice.program.legs);
  EXPECT_EQ(read.lattice.program.unload_end, rig::UnloadEnd::overshoot);
  EXPECT_EQ(read.glass.program.snapshots, settings.glass.program.snapshots);
  EXPECT_EQ(read.glass.program.moduli, settings.glass.program.moduli);
  EXPECT_EQ(settings_toml(read), settings_toml(settings));
}

// The table file itself is not read here.
TEST(WriteSettings, MetalsReadBackToTheSameSettings) {
  study::Settings settings;
  settings.study.output = "somewhere";
  settings.lattice.samples = 0;
  settings.glass = study::metal_glass();
  settings.glass.potential = "some/CuZr.eam.fs";
  settings.glass.density = 0.0631;
  settings.glass.force_norm = atomistic::ForceNorm::two_norm;
  settings.glass.force_tolerance = 2e-4;
  settings.glass.species = {{"Cu", 63.546, 64}, {"Zr", 91.224, 36}};
  settings.glass.liquid.melt_temperature = 2500;
  settings.glass.liquid.temperature = 1400;
  settings.glass.program.legs = {{rig::LegKind::shear, 0.1, 1}};
  const study::Settings read = parse_study(settings_toml(settings), "any.toml").settings;
  EXPECT_EQ(read.glass.force_norm, atomistic::ForceNorm::two_norm);
  EXPECT_EQ(settings_toml(read), settings_toml(settings));
}

// LAMMPS itself is not asked here.
study::Settings with_lammps() {
  study::Settings settings;
  settings.study.output = "somewhere";
  settings.lattice.samples = 0;
  settings.glass = study::metal_glass();
  settings.glass.engine = study::Engine::lammps;
  settings.glass.lammps = {"units metal", "pair_style sw", "pair_coeff * * Si.sw Si"};
  settings.glass.together = true;
  settings.glass.density = 0.05;
  settings.glass.species = {{"Si", 28.085, 1}};
  settings.glass.liquid.melt_temperature = 3500;
  settings.glass.liquid.temperature = 2000;
  settings.glass.program.legs = {{rig::LegKind::shear, 0.1, 1}};
  return settings;
}

TEST(WriteSettings, LinesForLammpsReadBackToTheSameSettings) {
  const study::Settings settings = with_lammps();
  EXPECT_EQ(as_map(settings).count("glass.potential"), 0U);
  EXPECT_EQ(as_map(study::Settings{}).count("glass.lammps"), 0U);
  EXPECT_EQ(as_map(study::Settings{}).count("glass.together"), 0U);
  const study::Settings read = parse_study(settings_toml(settings), "any.toml").settings;
  EXPECT_EQ(read.glass.lammps, settings.glass.lammps);
  EXPECT_TRUE(read.glass.together);
  EXPECT_EQ(settings_toml(read), settings_toml(settings));
}

TEST(StudyFile, RefusesWhatLammpsCannotDo) {
  const auto said = [](const std::vector<std::string>& set) -> std::string {
    try {
      parse_study(settings_toml(with_lammps()), "any.toml", set);
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  };
  EXPECT_EQ(said({"glass.samples=3"}), "nothing");
  EXPECT_NE(said({"glass.potential=\"ka3d\""}).find("the potential is that of glass.lammps"),
            std::string::npos);
  EXPECT_NE(said({"glass.dimension=2", "glass.probes.strains=[0.05]", "glass.probes.environment=\"elastic\""})
                .find("of which LAMMPS does not tell"),
            std::string::npos);
}

TEST(StudyFile, TakesTheDefaultsOfMetalsForTableFiles) {
  const char* const text =
      "[lattice]\nsamples = 0\n[glass]\npotential = \"Cu.eam.alloy\"\nfrom = \"a.data\"\nforce_tolerance = "
      "1e-8\n"
      "[[glass.leg]]\nkind = \"shear\"\nstrain = 0.1\n";
  const study::Glass glass = parse_study(text, "any.toml").settings.glass, usual = study::metal_glass();
  EXPECT_EQ(glass.force_tolerance, 1e-8);
  EXPECT_EQ(glass.dimension, 3);
  EXPECT_EQ(glass.events.dissipation, usual.events.dissipation);
  EXPECT_EQ(glass.liquid.timestep, usual.liquid.timestep);
}

// Stops compiling when a struct gains a member: describe it in src/edge/config, change it in
// all_changed(), and count it here.
[[maybe_unused]] void count_members(const study::Settings& s) {
  [[maybe_unused]] const auto& [study, glass, lattice, compare, reference, calibrate, harvest, elements] = s;
  [[maybe_unused]] const auto& [g1, g2, g3, g4, g5, g6] = study;
  [[maybe_unused]] const auto& [k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k13] = calibrate;
  [[maybe_unused]] const auto& [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17,
                                a18, a19, a20, a21, a22] = glass;
  [[maybe_unused]] const auto& [l1, l2, l3, l4, l5] = lattice;
  [[maybe_unused]] const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17,
                                m18, m19, m20, m21, m22, m23, m24, m25, m26, m27] = lattice.model;
  [[maybe_unused]] const auto& [c1, c2, c3, c4] = compare;
  [[maybe_unused]] const auto& [r1, r2, r3, r4, r5, r6] = reference;
  [[maybe_unused]] const auto& [v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                                v18] = s.harvest;
  [[maybe_unused]] const auto& [w1, w2] = s.harvest.sets.front();
  [[maybe_unused]] const auto& [n1, n2, n3, n4, n5, n6] = elements;
  [[maybe_unused]] const auto& [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15] =
      glass.liquid;
  [[maybe_unused]] const auto& [s1, s2, s3] = glass.species.front();
  [[maybe_unused]] const auto& [i1, i2, i3, i4, i5] = glass.pairs.front();
  [[maybe_unused]] const auto& [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12] = glass.program;
  [[maybe_unused]] const auto& [b1, b2, b3, b4, b5] = glass.probes;
  [[maybe_unused]] const auto& [h1, h2, h3, h4, h5, h6, h7] = glass.probes.shear;
  [[maybe_unused]] const auto& [t1, t2] = lattice.patches;
  [[maybe_unused]] const auto& [u1, u2, u3, u4, u5] = lattice.patches.tests;
  [[maybe_unused]] const auto& [e1, e2, e3, e4, e5, e6, e7] = glass.program.legs.front();
  [[maybe_unused]] const auto& [d1, d2, d3] = glass.events;
}

TEST(WriteSettings, EveryKeyTellsAChange) {
  const auto changed = as_map(all_changed());
  for (const auto& [key, value] : as_map(study::Settings{})) {
    if (key == "glass.from") continue;               // leaves no liquid to change
    if (key == "glass.force_norm") continue;         // of metals, see below
    if (key == "glass.engine") continue;             // LAMMPS leaves no potential to choose, see below
    if (key.starts_with("glass.probes.")) continue;  // discs have two dimensions, see below
    if (key == "glass.shear") continue;              // pure shear has no snapshots, see below
    if (key == "lattice.slip_angles" || key == "lattice.thresholds" || key == "lattice.amplitudes")
      continue;  // other rules leave keys without effect, see below
    ASSERT_EQ(changed.count(key), 1U) << key;
    EXPECT_NE(changed.at(key), value) << key;
  }
}

TEST(WriteSettings, WritesTheAngleOfPureShear) {
  study::Settings s = all_changed();
  EXPECT_EQ(as_map(s).count("glass.angle"), 0U);
  s.glass.program.snapshots.clear();
  s.glass.program.leg_fields = false;
  s.glass.shear = study::Shear::pure;
  s.glass.angle = -22.5;
  EXPECT_EQ(as_map(s).at("glass.shear"), "pure");
  EXPECT_EQ(as_map(s).at("glass.angle"), "-22.5");
  const study::Settings read = parse_study(settings_toml(s), "any.toml").settings;
  EXPECT_EQ(read.glass.shear, study::Shear::pure);
  EXPECT_EQ(read.glass.angle, -22.5);
}

// Glasses whose discs are tested.
study::Settings with_probes() {
  study::Settings s;
  s.study.output = "some/where";
  s.lattice.samples = 0;
  s.glass.atoms = 4000;
  s.glass.program.legs = {{rig::LegKind::shear, 0.2, 1}, {rig::LegKind::unload, 0, 1}};
  s.glass.program.stops = {0, 0.1};
  s.glass.program.leg_stops = true;
  s.glass.probes.radii = {4.5, 9};
  s.glass.probes.angles = {0, 10};
  s.glass.probes.spacing = 5;
  atomistic::LocalShearSettings& shear = s.glass.probes.shear;
  shear.increment = 1e-3;
  shear.force_tolerance = 1e-8;
  shear.most_strain = 0.25;
  shear.increments = atomistic::Increments::fixed;
  shear.environment = atomistic::Environment::elastic;
  shear.shell = 7.5;
  return s;
}

TEST(WriteSettings, WritesTheLocalTestsOfGlasses) {
  study::Settings s = with_probes();
  const auto changed = as_map(s), before = as_map(study::Settings{});
  for (const char* key : {"strains", "leg_ends"})
    EXPECT_NE(changed.at(std::string("glass.probes.") + key), before.at(std::string("glass.probes.") + key));
  EXPECT_EQ(before.count("glass.probes.radii"), 0U);  // nothing is tested
  const std::map<std::string, std::string> expected{
      {"radii", "[4.5, 9.0]"}, {"angles", "[0.0, 10.0]"},   {"spacing", "5.0"},
      {"increment", "0.001"},  {"force_tolerance", "1e-8"}, {"most_strain", "0.25"},
      {"increments", "fixed"}, {"environment", "elastic"},  {"shell", "7.5"},
  };
  for (const auto& [key, value] : expected) EXPECT_EQ(changed.at("glass.probes." + key), value) << key;
  s.glass.probes.places = {1, 2.5};
  EXPECT_EQ(as_map(s).at("glass.probes.places"), "[1.0, 2.5]");
  EXPECT_EQ(as_map(s).count("glass.probes.spacing"), 0U);
  const study::Settings read = parse_study(settings_toml(s), "any.toml").settings;
  EXPECT_EQ(settings_toml(read), settings_toml(s));
  EXPECT_EQ(read.glass.probes.places, s.glass.probes.places);
}

TEST(OriginOf, AGlassDoesNotDependOnHowItIsTestedButOnWhere) {
  study::Settings s = with_probes();
  const study::Origin base = origin_of(s);
  s.glass.probes.radii = {6};
  EXPECT_EQ(origin_of(s).glass, base.glass);
  EXPECT_NE(origin_of(s).probes, base.probes);
  s.glass.program.stops = {0};
  EXPECT_NE(origin_of(s).glass, base.glass);
}

TEST(WriteSettings, LeavesOutWhatHasNoEffect) {
  const auto at_once = as_map(study::Settings{});
  EXPECT_EQ(at_once.count("glass.liquid.cooling_rate"), 0U);
  EXPECT_EQ(at_once.at("glass.liquid.quench"), "instantaneous");
  study::Settings s = all_changed();
  EXPECT_EQ(as_map(s).at("glass.liquid.cooling_rate"), "0.002");
  EXPECT_EQ(as_map(s).at("glass.pair[2].species"), "[\"A\", \"B\"]");
  s.glass.from = {"results/some \"study\"", "b.xyz"};
  EXPECT_EQ(as_map(s).count("glass.liquid.duration"), 0U);
  s.glass.orientations = 2;
  EXPECT_EQ(as_map(s).at("glass.orientations"), "2");
  EXPECT_EQ(settings_toml(s).find("[glass.liquid]"), std::string::npos);
  const study::Settings read = parse_study(settings_toml(s), "any.toml").settings;
  EXPECT_EQ(read.glass.from, s.glass.from);
  EXPECT_EQ(read.glass.orientations, s.glass.orientations);
  EXPECT_EQ(settings_toml(read), settings_toml(s));
}

// Lattices under other rules, whose keys the ones above leave idle.
TEST(WriteSettings, WritesTheKeysOfTheChosenRules) {
  study::Settings s = all_changed();
  EXPECT_EQ(as_map(s).count("lattice.threshold"), 0U);
  EXPECT_EQ(as_map(s).count("lattice.amplitude"), 0U);
  EXPECT_EQ(as_map(s).count("lattice.modulus_shape"), 0U);
  EXPECT_EQ(as_map(s).count("lattice.initial_stress"), 0U);
  elastoplastic::LatticeSettings& model = s.lattice.model;
  model.thresholds = model.amplitudes = "fixed";
  model.threshold = 0.75;
  model.amplitude = 0.125;
  model.slip_angles = "random";
  model.pressure_sensitivity = 0;
  model.initial = elastoplastic::Initial::stressed;
  model.initial_stress = 0.375;
  const auto values = as_map(s);
  EXPECT_EQ(values.at("lattice.thresholds"), "fixed");
  EXPECT_EQ(values.at("lattice.amplitudes"), "fixed");
  EXPECT_EQ(values.at("lattice.threshold"), "0.75");
  EXPECT_EQ(values.at("lattice.amplitude"), "0.125");
  EXPECT_EQ(values.at("lattice.initial"), "stressed");
  EXPECT_EQ(values.at("lattice.initial_stress"), "0.375");
  for (const char* idle : {"threshold_shape", "threshold_scale", "amplitude_exponent", "mean_pressure",
                           "pressure_deviation", "temperature", "liquid_events"})
    EXPECT_EQ(values.count(std::string("lattice.") + idle), 0U) << idle;
  EXPECT_EQ(values.at("lattice.activation_volume"), "1.5");  // a leg creeps
  s.lattice.program.legs.pop_back();
  EXPECT_EQ(as_map(s).count("lattice.activation_volume"), 0U);
  EXPECT_EQ(values.at("lattice.slip_systems"), "64");
  model.slip_angles = "fixed";
  EXPECT_EQ(as_map(s).at("lattice.slip_angles"), "fixed");
  EXPECT_EQ(as_map(s).count("lattice.slip_systems"), 0U);
  EXPECT_EQ(as_map(s).count("lattice.renewal"), 0U);
  const study::Settings read = parse_study(settings_toml(s), "any.toml").settings;
  EXPECT_EQ(read.lattice.model.threshold, 0.75);
  EXPECT_EQ(read.lattice.model.amplitude, 0.125);
  EXPECT_EQ(read.lattice.model.initial, elastoplastic::Initial::stressed);
  EXPECT_EQ(read.lattice.model.initial_stress, 0.375);
  EXPECT_EQ(settings_toml(read), settings_toml(s));
}

TEST(WriteSettings, KnowsTheRulesOfTheLatticeByTheirNames) {
  for (const auto& rule : elastoplastic::interactions()) {
    study::Settings s = all_changed();
    s.lattice.model.interaction = rule.name;
    EXPECT_EQ(as_map(s).at("lattice.interaction"), rule.name);
    EXPECT_EQ(parse_study(settings_toml(s), "any.toml").settings.lattice.model.interaction, rule.name);
    EXPECT_NE(settings_reference().find(rule.name + ": " + rule.description), std::string::npos);
  }
}

TEST(WriteSettings, ListsPlainValuesInTheOrderOfTheFile) {
  const auto list = settings_list(all_changed());
  EXPECT_EQ(list.front().first, "study.title");
  const auto values = as_map(all_changed());
  EXPECT_EQ(values.at("lattice.mode"), "mepls");
  EXPECT_EQ(values.at("lattice.leg[1].kind"), "reload forward");
  EXPECT_EQ(values.at("lattice.leg[4].times"), "4");
  EXPECT_EQ(values.count("lattice.leg[2].strain"), 0U);
  EXPECT_EQ(values.at("glass.snapshots"), "[-0.1, -0.2]");
}

TEST(Origin, ChangesWithWhatTheRecordsDependOnOnly) {
  const study::Origin base = origin_of(study::Settings{});
  study::Settings more;
  more.glass.samples = more.lattice.samples = 99;
  more.study.threads = 7;
  more.study.title = "Another";
  more.compare.from = 0.1;
  more.reference.from_files = {"elsewhere"};
  EXPECT_EQ(origin_of(more).glass, base.glass);
  EXPECT_EQ(origin_of(more).lattice, base.lattice);
  study::Settings warmer;
  warmer.glass.liquid.temperature = 0.4;
  EXPECT_NE(origin_of(warmer).glass, base.glass);
  EXPECT_EQ(origin_of(warmer).lattice, base.lattice);
  study::Settings stored;
  stored.glass.from = {"results/some"};
  const study::Origin read = origin_of(stored);
  EXPECT_NE(read.glass, base.glass);
  stored.study.seed = 3;  // draws nothing for a glass that is read
  stored.glass.from = {"moved/elsewhere"};
  EXPECT_EQ(origin_of(stored).glass, read.glass);
  study::Settings reseeded;
  reseeded.study.seed = 2;
  EXPECT_NE(origin_of(reseeded).glass, base.glass);
  EXPECT_NE(origin_of(reseeded).lattice, base.lattice);
}

TEST(NewStudy, IsCompleteCommentedAndRunsAsItStands) {
  const std::string text = new_study();
  const study::Settings settings = parse_study(text, "new.toml", {"study.output=x"}).settings;
  study::Settings defaults;
  defaults.study.output = "x";
  defaults.glass.program.legs = settings.glass.program.legs;
  defaults.glass.program.snapshots = settings.glass.program.snapshots;
  defaults.lattice.program.legs = settings.lattice.program.legs;
  defaults.lattice.program.snapshots = settings.lattice.program.snapshots;
  EXPECT_EQ(settings_toml(settings), settings_toml(defaults));
  for (const auto& [path, value] : settings_list(settings)) {
    const std::string key = path.substr(path.rfind('.') + 1);
    EXPECT_NE(text.find("\n" + key + " = "), std::string::npos) << path;
  }
}

TEST(Reference, OfTheDocumentationIsThatOfTheProgram) {
  std::ifstream in(VITRUM_SOURCE_DIR "/docs/studies.md");
  const std::string documented{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(documented, settings_reference())
      << "bring it up to date: vitrum new --reference > docs/studies.md";
}

TEST(Reference, NamesEveryKeyOnceInItsTable) {
  const std::string text = settings_reference();
  for (const auto& [path, value] : settings_list(study::Settings{})) {
    const std::size_t dot = path.rfind('.');
    const std::size_t section = text.find("\n## [" + path.substr(0, dot) + "]\n");
    ASSERT_NE(section, std::string::npos) << path;
    const std::size_t end = text.find("\n## ", section + 1);
    const std::size_t row = text.find("\n| `" + path.substr(dot + 1) + "` |", section);
    EXPECT_LT(row, end) << path;
  }
}

}  // namespace
}  // namespace vitrum::config
