#include "example_results.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/random.h"
#include "compare/stationary.h"
#include "example_local.h"
#include "study/event_sizes.h"

namespace vitrum::report::example {
namespace {

constexpr double increment = 1e-4, modulus = 13.2, window_begin = 0.3;

State state_at(double strain, double stress) {
  State state;
  state.strain = strain;
  state.stress.xy = stress;
  return state;
}

/// Elastic rises, and drops that come the more often the higher the stress. A jumping model stores the
/// states after its events only.
History history(RandomStream& random, double end, double roughness, bool jumps, bool events) {
  History record;
  record.increment = increment;
  record.states.push_back(state_at(0, 0.02 * random.normal()));
  double stress = record.states[0].stress.xy;
  const int points = static_cast<int>(std::lround(end / increment));
  for (int k = 1; k <= points; ++k) {
    stress += modulus * increment * (1 + (jumps ? 0 : 0.05 * random.normal()));
    const double rate = 0.07 / roughness * std::exp((stress - 0.52) / (0.08 * roughness));
    const bool event = events && random.uniform() < rate;
    if (event) {
      const double drop = roughness * std::min(0.0012 * std::pow(random.uniform_positive(), -1.25), 0.16);
      Event found;
      found.state = static_cast<std::int64_t>(record.states.size());
      found.strain = k * increment;
      found.stress_before = stress;
      found.stress_after = stress -= drop * (random.uniform() < 0.002 ? -0.1 : 1);
      record.events.push_back(found);
    }
    const bool looked_at = k == std::lround(tested_strain / increment);
    if (event || looked_at || !jumps || k == points) record.states.push_back(state_at(k * increment, stress));
  }
  record.leg.assign(record.states.size(), 0);
  return record;
}

Group lattice_fields(RandomStream& random, double strain) {
  const std::size_t size = 15;
  std::vector<double> shear;
  for (std::size_t i = 0; i < size * size; ++i) {
    const double band = 1 + 0.8 * std::sin(2 * std::numbers::pi * static_cast<double>(i / size) / size);
    shear.push_back(strain * band * (0.3 - 0.7 * std::log(random.uniform_positive())));
  }
  std::vector<double> stress, distance;
  for (std::size_t i = 0; i < size * size; ++i) stress.push_back(0.5 + 0.2 * random.normal());
  for (int direction = 0; direction < 8; ++direction)
    for (std::size_t i = 0; i < size * size; ++i)
      distance.push_back(0.8 - 0.3 * std::cos(std::numbers::pi * direction / 4) + 0.1 * random.uniform());
  Group fields;
  fields.put_shaped("plastic_shear", {size, size}, shear);
  fields.put_shaped("stress_xy", {size, size}, stress);
  fields.put_shaped("directional_distance", {8, size, size}, distance);
  return fields;
}

Group glass_fields(RandomStream& random, double strain) {
  std::vector<double> x, y, across, up;
  for (int row = 0; row < 32; ++row) {
    for (int column = 0; column < 32; ++column) {
      // Followed through the periodic images, as the specimen does.
      y.push_back(row + 0.2 * random.normal());
      x.push_back(column + 0.2 * random.normal() + strain * y.back());
      const double far = std::hypot(column - 20, row - 12);
      const double size = strain * (6 * std::exp(-far / 6) + 0.8 * random.uniform());
      across.push_back(size * std::cos(far));
      up.push_back(size * std::sin(far));
    }
  }
  Group fields;
  fields.put("x", x);
  fields.put("y", y);
  fields.put("dx", across);
  fields.put("dy", up);
  return fields;
}

/// Places, sizes and directions for the events of a glass, and the motion in the largest of them.
void describe_events(RandomStream& random, study::SampleRecord& record) {
  auto& events = record.history.events;
  std::int64_t largest = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& event = events[i];
    event.dissipated = 40 * std::max(event.drop(), 0.0);
    event.energy_before = event.dissipated;
    event.participation = 3 + 60 * random.uniform();
    event.centre = {32 * random.uniform(), 32 * random.uniform(), 0};
    event.direction = 180 * random.uniform();
    if (event.dissipated > events[static_cast<std::size_t>(largest)].dissipated)
      largest = static_cast<std::int64_t>(i);
  }
  // A small one, below which a logarithmic axis ends at 9.8e-5: near, but short of, a power of ten.
  if (!events.empty()) events.front().energy_before = 1.766e-4;
  Group fields = glass_fields(random, 0.1);
  std::vector<double> shear;
  for (const double up : fields.doubles("dy")) shear.push_back(0.1 * up);
  fields.put("strain_xy", shear);
  record.largest_event.put("event", largest);
  record.largest_event.groups["fields"] = fields;
}

/// Sizes for the avalanches of a lattice, and where the last of them slipped.
void describe_avalanches(RandomStream& random, study::SampleRecord& record) {
  const std::size_t size = 15;
  for (Event& event : record.history.events) {
    event.slips = static_cast<std::int64_t>(std::pow(random.uniform_positive(), -0.8));
    event.duration = (event.slips + 2) / 3;
    event.participation = static_cast<double>(std::min<std::int64_t>(event.slips, 120));
    event.dissipated = 40 * std::max(event.drop(), 0.0);
    event.centre = {99 * random.uniform(), 99 * random.uniform(), 0};
  }
  if (record.history.events.empty()) return;
  std::vector<double> slips(size * size);
  for (std::size_t i = 0; i < size; ++i) slips[7 * size + i] = 1 + static_cast<double>(i % 3);
  record.largest_event.put("event", static_cast<std::int64_t>(record.history.events.size()) - 1);
  record.largest_event.groups["fields"].put_shaped("slips", {size, size}, slips);
}

study::LegCurve leg_curve(const std::string& label, const std::vector<double>& x, double scale) {
  study::LegCurve out{"lattice", label, {x, {}, {}, 8}};
  for (const double at : x) {
    out.curve.value.push_back(scale * (1 - std::exp(-at)));
    out.curve.error.push_back(0.02 * scale);
  }
  return out;
}

void add_legs(study::Results& results) {
  const auto strains = compare::even_points(0, 0.4, 100),
             times = compare::logarithmic_points(9.8e-5, 1e4, 10);
  results.reloads = {leg_curve("reloaded forward", strains, 1), leg_curve("reloaded backward", strains, 0.8)};
  results.stress_legs = {leg_curve("to stress 0.4", strains, 0.1)};
  results.creeps = {leg_curve("stress 0.3, temperature 0.25", times, 0.02),
                    leg_curve("stress 0.4, temperature 0.25", times, 0.05)};
}

Group moduli(RandomStream& random) {
  Group group;
  group.put("strain", std::vector<double>{0, 0.1, 0.2, 0.5, 1});
  for (const auto& [name, value] : {std::pair{"shear_modulus", 13.2},
                                    {"affine_shear_modulus", 27.0},
                                    {"bulk_modulus", 57.7},
                                    {"affine_bulk_modulus", 64.0}}) {
    std::vector<double> values;
    for (int i = 0; i < 5; ++i) values.push_back(value + 0.3 * random.normal());
    group.put(name, values);
  }
  return group;
}

study::EventSizes event_sizes(const std::vector<study::SampleRecord>& glasses) {
  study::EventSizes sizes;
  sizes.from = window_begin;
  std::vector<std::vector<double>> energies, stresses;
  for (const auto& record : glasses) {
    energies.emplace_back();
    stresses.emplace_back();
    for (const Event& event : record.history.events) {
      energies.back().push_back(event.energy_drop());
      stresses.back().push_back(event.drop());
    }
  }
  sizes.energy_drop = compare::size_density(energies);
  sizes.stress_drop = compare::size_density(stresses);
  return sizes;
}

Group liquid(RandomStream& random) {
  std::vector<double> time, energy;
  double wander = 0;
  for (int i = 0; i < 2000; ++i) {
    wander = 0.99 * wander + 0.001 * random.normal();
    time.push_back(0.5 * i);
    energy.push_back(-1.96 + 0.05 * std::exp(-i / 150.0) + wander);
  }
  Group group;
  group.put("time", time);
  group.put("energy", energy);
  return group;
}

study::SampleRecord glass(int sample, const Size& size) {
  RandomStream random(1, static_cast<std::uint64_t>(sample), Purpose::test);
  study::SampleRecord record;
  record.model = "glass";
  record.sample = sample;
  record.history = history(random, 1.0, 1.5, false, size.events);
  record.measures.groups["liquid"] = liquid(random);
  record.measures.put("box", std::vector<double>{32, 32});
  if (size.fields) record.moduli = moduli(random);
  if (size.events) describe_events(random, record);
  if (size.events) add_surveys(record);
  if (sample == 0 && size.fields) {
    for (const double strain : {0.05, 0.2, 0.5, 1.0})
      record.fields.push_back({strain, glass_fields(random, strain)});
  }
  return record;
}

study::SampleRecord lattice(int sample, const Size& size) {
  RandomStream random(2, static_cast<std::uint64_t>(sample), Purpose::test);
  study::SampleRecord record;
  record.model = "lattice";
  record.sample = sample;
  record.history = history(random, 2.0, 1.0, true, size.events);
  record.measures.put("box", std::vector<double>{99, 99});
  record.measures.put("quench_von_mises", 0.5);
  describe_avalanches(random, record);
  if (size.events) add_surveys(record);
  if (sample == 0 && size.fields) {
    for (const double strain : {0.05, 0.2, 0.5, 2.0})
      record.fields.push_back({strain, lattice_fields(random, strain)});
  }
  return record;
}

std::vector<compare::MacroscaleSample> windows(const std::vector<study::SampleRecord>& records, double to) {
  std::vector<compare::MacroscaleSample> samples;
  for (const auto& record : records)
    samples.push_back(compare::macroscale_sample(record.history, window_begin, to));
  return samples;
}

study::QuantityTable table(const std::string& model, const std::vector<compare::MacroscaleSample>& samples) {
  const auto summary = compare::stationary_summary(samples);
  const std::string unit = "eps/sigma^2";
  study::QuantityTable result{"The " + model + " past yield", "Means over realizations.", {}};
  result.rows = {
      {model + ".realizations", "Realizations", "", "", static_cast<double>(summary.realizations), -1, ""},
      {model + ".stress_mean", "Mean shear stress", "<Sigma_xy>", unit, summary.stress_mean.value,
       summary.stress_mean.error, "on the uniform strain grid"},
      {model + ".stress_std", "Standard deviation of the stress", "std(Sigma_xy)", unit,
       summary.stress_std.value, summary.stress_std.error,
       "within a realization; falls with size as L^-0.94 (paper 1, fig. 5b)"},
      {model + ".drop_mean", "Mean stress drop of an event", "<delta Sigma_xy>", unit,
       summary.drop_mean.value, summary.drop_mean.error, ""},
      {model + ".events_per_strain", "Events per unit strain", "", "", summary.events_per_strain.value,
       summary.events_per_strain.error, ""},
      {model + ".largest_force", "Largest force left on an atom", "", "eps/sigma", 8.7e-11, -1,
       "asked for: 1e-10"},
  };
  return result;
}

}  // namespace

study::Results results(const Size& size) {
  study::Results found;
  for (int i = 0; i < size.glasses; ++i) found.glass.push_back(glass(i, size));
  for (int i = 0; i < size.lattices; ++i) found.lattice.push_back(lattice(i, size));
  found.event_sizes = event_sizes(found.glass);
  const auto glasses = windows(found.glass, 1.0), lattices = windows(found.lattice, 2.0);
  if (!glasses.empty()) found.tables.push_back(table("glass", glasses));
  if (!lattices.empty()) found.tables.push_back(table("lattice", lattices));
  if (glasses.size() > 1 && lattices.size() > 1 && size.events) {
    found.comparison = compare::compare_macroscale(glasses, lattices, {});
    found.compared = true;
  } else if (lattices.size() > 1 && size.events) {
    found.description = {"lattice", compare::describe_macroscale(lattices, {})};
  }
  if (size.lattices > 0 && size.events) {
    found.avalanche_sizes = study::avalanche_sizes(found.lattice, window_begin);
    add_legs(found);
  }
  if (size.events) add_local_yield(found);
  found.remarks = {
      "Finite size: the glasses are 31.2 wide, the lattices 99.0. Stress fluctuations fall with size as "
      "L^-0.94 (paper 1, fig. 5b), so those of the glass are expected to be 2.9 times as large for this "
      "reason alone.",
      "Statistics: 8 glasses. Errors are standard errors over realizations, which are independent; an error "
      "estimated from so few is itself uncertain by about 27 %."};
  return found;
}

}  // namespace vitrum::report::example
