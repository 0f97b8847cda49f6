#include "study/loading_record.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "known_map.h"
#include "study/results.h"

namespace vitrum::study {
namespace {

/// 40 atoms per unit of energy, so that energies per atom differ from those of the specimen.
LoadingRecord loading_of_known_glass(std::uint64_t number) {
  const seem::KnownGlass glass;
  LoadingRecord out{1, 1, "lj",
                    glass.sample({0.001, 2e-4}, 0.1, 1e-3, RandomStream(3, number, Purpose::test))};
  out.atoms = 40;
  out.volume = 41;
  for (State& state : out.history.states) state.energy = 40 * (state.energy - 4);
  for (Event& event : out.history.events) {
    event.energy_before = 40 * (event.energy_before - 4);
    event.energy_after = 40 * (event.energy_after - 4);
    event.dissipated *= 40;
  }
  return out;
}

TEST(LoadingRecords, ComeBackToSinglePrecision) {
  const std::vector<LoadingRecord> records{loading_of_known_glass(1), loading_of_known_glass(2)};
  const std::vector<LoadingRecord> back = loading_records_from(to_group(records));
  ASSERT_EQ(back.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const History &was = records[i].history, &is = back[i].history;
    EXPECT_EQ(back[i].atoms, 40);
    EXPECT_EQ(back[i].volume, 41);
    EXPECT_EQ(back[i].units, "lj");
    EXPECT_EQ(is.increment, was.increment);
    EXPECT_EQ(is.leg, was.leg);
    ASSERT_EQ(is.states.size(), was.states.size());
    ASSERT_EQ(is.events.size(), was.events.size());
    ASSERT_GT(was.events.size(), 10U);
    const double base = was.states.front().energy;
    for (std::size_t k = 0; k < was.states.size(); ++k) {
      EXPECT_EQ(is.states[k].strain, was.states[k].strain);
      EXPECT_NEAR(is.states[k].stress.xy, was.states[k].stress.xy, 1e-7 * std::abs(was.states[k].stress.xy));
      // Relative to what the energy has changed by, not to the energy.
      EXPECT_NEAR(is.states[k].energy, was.states[k].energy,
                  1e-7 * std::abs(was.states[k].energy - base) + 1e-13);
    }
    for (std::size_t k = 0; k < was.events.size(); ++k) {
      EXPECT_EQ(is.events[k].state, was.events[k].state);
      EXPECT_EQ(is.events[k].strain, was.events[k].strain);
      EXPECT_NEAR(is.events[k].drop(), was.events[k].drop(), 2e-7 * was.events[k].stress_before);
      EXPECT_NEAR(is.events[k].energy_drop(), was.events[k].energy_drop(), 1e-8);
      EXPECT_NEAR(is.events[k].dissipated, was.events[k].dissipated, 1e-7 * was.events[k].dissipated);
    }
  }
}

TEST(LoadingRecords, KeepWhatWasMeasuredWhereItWas) {
  std::vector<LoadingRecord> records{loading_of_known_glass(1), loading_of_known_glass(2)};
  const double none = std::nan("");
  records[1].measured = {{"back stress", {0, 0.01, 0.02}, {0.5, none, -0.25}}};
  const auto back = loading_records_from(to_group(records));
  EXPECT_TRUE(back[0].measured.empty());
  ASSERT_EQ(back[1].measured.size(), 1U);
  const MeasuredSeries& series = back[1].measured[0];
  EXPECT_EQ(series.name, "back stress");
  EXPECT_EQ(series.strain, records[1].measured[0].strain);
  EXPECT_EQ(series.value[0], 0.5);
  EXPECT_TRUE(std::isnan(series.value[1]));
  EXPECT_EQ(series.value[2], -0.25);
}

TEST(LoadingRecords, OfMetalsHoldStressesPerVolume) {
  SampleRecord sample;
  sample.model = "glass";
  sample.measures.put("atoms", 10.0);
  sample.measures.put("volume", 160.0, "A^3");
  sample.history.states.resize(1);
  sample.stress_unit = "GPa";
  sample.history.states[0].stress.xy = 160.21766208;  // 1 eV per cubic angstrom
  sample.history.leg = {0};
  sample.along.put("strain", std::vector<double>{0});
  sample.along.put("back_stress", std::vector<double>{2 * 160.21766208}, "GPa");
  sample.along.put("stability", std::vector<double>{3});
  const LoadingRecord found = loading_record(sample);
  EXPECT_NEAR(found.history.states[0].stress.xy, 1, 1e-7);
  ASSERT_EQ(found.measured.size(), 2U);
  EXPECT_EQ(found.measured[0].value[0], 3);
  EXPECT_NEAR(found.measured[1].value[0], 2, 1e-7);
  for (const std::string unit : {"eV/A^3", "model units", ""}) {  // as in files, and in memory
    sample.stress_unit = unit;
    const LoadingRecord same = loading_record(sample);
    EXPECT_EQ(same.units, "metal");
    EXPECT_EQ(same.history.states[0].stress.xy, 160.21766208) << unit;
    EXPECT_EQ(same.measured[1].value[0], 2 * 160.21766208) << unit;
  }
}

TEST(LoadingRecords, AreInTheUnitsThatTheyName) {
  SampleRecord sample;
  sample.measures.put("atoms", 10.0);
  sample.measures.put("volume", 160.0, "volume");
  EXPECT_EQ(loading_record(sample).units, "lj");  // a guess, of records of earlier versions
  sample.measures.texts["units"] = "metal";
  EXPECT_EQ(loading_record(sample).units, "metal");
  sample.measures.put("volume", 160.0, "A^3");
  sample.measures.texts["units"] = "lj";
  EXPECT_EQ(loading_record(sample).units, "lj");
}

TEST(LoadingRecords, KeepEveryEventWhenTheyAreThinned) {
  const LoadingRecord record = loading_of_known_glass(4);
  const History few = thinned(record.history, 10);
  EXPECT_EQ(few.states.size(), (record.history.states.size() - 1) / 10 + 1);
  EXPECT_EQ(few.states.back(), record.history.states.back());
  ASSERT_EQ(few.events.size(), record.history.events.size());
  for (std::size_t k = 0; k < few.events.size(); ++k) {
    const auto state = static_cast<std::size_t>(few.events[k].state);
    ASSERT_LT(state, few.states.size());
    EXPECT_GE(few.states[state].strain, few.events[k].strain);
    EXPECT_LT(few.states[state].strain - few.events[k].strain, 10e-3 + 1e-12);
  }
  // The elastic paths between events are what they were, in fewer pieces: exposures of bins stay.
  const seem::ElasticLaw law = seem::KnownGlass().law;
  const auto strain_of = [&](const History& history) {
    double sum = 0;
    for (const seem::ElasticPath& path : seem::trajectory_of(history, 40, law).paths) sum += path.increment;
    return sum;
  };
  EXPECT_NEAR(strain_of(few), strain_of(record.history), 1e-12);
  EXPECT_EQ(thinned(record.history, 1), record.history);
  EXPECT_THROW(thinned(record.history, 0), InputError);
}

TEST(LoadingRecords, OfSamplesNeedTheirAtomsAndVolume) {
  SampleRecord sample;
  sample.model = "glass";
  sample.history = loading_of_known_glass(1).history;
  EXPECT_THROW(loading_record(sample), InputError);
  sample.measures.put("atoms", 40.0);
  sample.measures.put("volume", 41.0, "sigma^2");
  EXPECT_EQ(loading_record(sample), loading_of_known_glass(1));
  sample.measures.put("volume", 41.0, "A^3");
  sample.stress_unit = "GPa";
  // Records of metals as records_of_task() gives them have stresses in GPa, and energies in eV.
  const LoadingRecord metal = loading_record(sample);
  EXPECT_EQ(metal.units, "metal");
  EXPECT_NEAR(metal.history.states.back().stress.xy * 160.2176634, sample.history.states.back().stress.xy,
              1e-12);
  EXPECT_NEAR(metal.history.events.back().drop() * 160.2176634, sample.history.events.back().drop(), 1e-12);
}

TEST(LoadingRecords, ThatAreDamagedAreRefused) {
  const Group whole = to_group({loading_of_known_glass(1)});
  const auto refused = [&](const auto& damage) {
    Group group = whole;
    damage(group);
    EXPECT_THROW(loading_records_from(group), InputError);
  };
  refused([](Group& g) { g.groups["states"].put("stress", std::vector<double>{1}); });
  refused([](Group& g) { g.groups["events"].arrays.erase("dissipated"); });
  refused([](Group& g) { g.groups["specimens"].put("atoms", std::vector<double>{0}); });
  refused([](Group& g) {
    std::get<std::vector<std::int64_t>>(g.groups["states"].arrays["specimen"].values)[0] = 7;
  });
  refused([](Group& g) {
    std::get<std::vector<std::int64_t>>(g.groups["events"].arrays["state"].values)[0] = 1000000;
  });
  refused([](Group& g) { g.texts.erase("units"); });
}

}  // namespace
}  // namespace vitrum::study
