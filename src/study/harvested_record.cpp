#include "study/harvested_record.h"

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace vitrum::study {

namespace {

struct UnitNames {
  std::string energy, stress;
};

UnitNames unit_names(const std::string& units) {
  if (units == "metal") return {"eV/atom", "eV/angstrom^3"};
  return {"energy per atom", "stress"};
}

void put_known(const std::string& name, const Estimate& value, const std::string& unit,
               const std::string& note, Group& out) {
  out.put(name, value.value, unit, note);
  out.put(name + "_error", value.error, unit, "standard error");
}

Group law_group(const seem::ElasticFit& fit, const UnitNames& units) {
  Group out;
  put_known("modulus", fit.modulus, units.stress, "G_0", out);
  put_known("softening", fit.softening, units.energy, "u_A", out);
  put_known("tau_a", fit.tau_a, units.stress, "tau_A", out);
  put_known("tau_b", fit.tau_b, units.stress, "tau_B", out);
  out.put("volume", fit.law.volume, "volume", "Omega, per atom");
  out.put("reference", fit.law.reference, units.energy, "u_0");
  return out;
}

/// One map over the bins, and that of its errors.
template <class Of>
void put_map(const std::string& name, const seem::MeanFlow& flow, const Of& of, const std::string& unit,
             const std::string& note, Group& out) {
  const std::vector<std::size_t> shape{flow.grid.columns(), flow.grid.rows()};
  std::vector<double> values, errors;
  for (const seem::BinFlow& bin : flow.bins) {
    const bool known = bin.exposure > 0;
    values.push_back(known ? of(bin).value : std::nan(""));
    errors.push_back(known ? of(bin).error : std::nan(""));
  }
  out.put_shaped(name, shape, std::move(values), unit, note + "; not a number where nothing was loaded");
  out.put_shaped(name + "_error", shape, std::move(errors), unit, "standard error");
}

void put_segments(const std::string& name, const std::vector<seem::NullSegment>& segments,
                  const std::string& note, Group& out) {
  std::vector<double> values;
  for (const seem::NullSegment& segment : segments)
    for (const seem::StatePoint& end : segment) values.insert(values.end(), {end.inelastic, end.stress});
  const std::size_t count = segments.size();
  out.put_shaped(name, {count, 2, 2}, std::move(values), "", note + ": (X_1, tau) of both ends");
}

Group flow_group(const Harvested& harvested, const UnitNames& units) {
  using seem::BinFlow;
  const seem::MeanFlow& flow = harvested.flow;
  Group out;
  out.put("inelastic_edges", flow.grid.inelastic_edges(), units.energy, "edges of the bins of X_1");
  out.put("stress_edges", flow.grid.stress_edges(), units.stress, "edges of the bins of tau");
  const auto map = [&](const char* name, auto of, const std::string& unit, const char* note) {
    put_map(name, flow, of, unit, note, out);
  };
  map(
      "rate", [](const BinFlow& b) { return b.rate; }, "1", "lambda, events per unit strain, fig. 2a");
  map(
      "inelastic_change", [](const BinFlow& b) { return b.inelastic; }, units.energy,
      "mean Delta X_1 of an event, fig. 2b");
  map(
      "stress_drop", [](const BinFlow& b) { return b.stress_drop; }, units.stress,
      "mean stress drop of an event, fig. 2c");
  map(
      "stress_drift", [](const BinFlow& b) { return b.stress_drift; }, units.stress,
      "d tau/d gamma of the mean flow, fig. 2d");
  map(
      "inelastic_drift", [](const BinFlow& b) { return b.inelastic_drift; }, units.energy,
      "d X_1/d gamma of the mean flow, fig. 2d");
  put_segments("stress_nullcline", harvested.stress_nullcline, "where d tau/d gamma is zero", out);
  put_segments("inelastic_nullcline", harvested.inelastic_nullcline, "where d X_1/d gamma is zero", out);
  return out;
}

Group jumps_group(const Harvested& harvested, const UnitNames& units) {
  const seem::JumpHistogram& jumps = harvested.jumps;
  const std::size_t rows = jumps.inelastic_edges.size() - 1, columns = jumps.drop_edges.size() - 1;
  Group out;
  out.put("bin", static_cast<std::int64_t>(harvested.most_visited), "1", "that with the most events");
  out.put("inelastic_edges", jumps.inelastic_edges, units.energy, "intervals of Delta X_1");
  out.put("drop_edges", jumps.drop_edges, units.stress, "intervals of the stress drop");
  out.put_shaped("counts", {rows, columns}, {jumps.counts.begin(), jumps.counts.end()}, "1",
                 "events of the bin");
  out.put("bound", jumps.bound, units.energy, "the reversible Delta X_1 at each of drop_edges");
  out.put("beyond_bound", harvested.beyond_bound, "1",
          "share of all events beyond the bound of their own state");
  out.put("nearest_tenth", harvested.nearest_tenth, "1",
          "a tenth of the rejuvenating events store more than this share of the elastic energy set free");
  return out;
}

Group curve_group(const std::vector<seem::StateMoments>& moments, const UnitNames& units) {
  std::vector<double> strain, stress, stress_error, stress_deviation, inelastic, inelastic_error,
      inelastic_deviation;
  for (const seem::StateMoments& at : moments) {
    strain.push_back(at.strain);
    stress.push_back(at.stress.value);
    stress_error.push_back(at.stress.error);
    stress_deviation.push_back(at.stress_deviation);
    inelastic.push_back(at.inelastic.value);
    inelastic_error.push_back(at.inelastic.error);
    inelastic_deviation.push_back(at.inelastic_deviation);
  }
  Group out;
  out.put("strain", strain, "1", "external shear strain");
  out.put("stress", stress, units.stress, "mean tau");
  out.put("stress_error", stress_error, units.stress, "standard error");
  out.put("stress_deviation", stress_deviation, units.stress, "standard deviation over specimens");
  out.put("inelastic", inelastic, units.energy, "mean X_1");
  out.put("inelastic_error", inelastic_error, units.energy, "standard error");
  out.put("inelastic_deviation", inelastic_deviation, units.energy, "standard deviation over specimens");
  return out;
}

Group path_group(const StatePath& path, const UnitNames& units) {
  std::vector<double> stress, inelastic;
  for (const seem::StatePoint& at : path.states) {
    stress.push_back(at.stress);
    inelastic.push_back(at.inelastic);
  }
  Group out;
  out.put("strain", path.strain, "1", "external shear strain");
  out.put("stress", stress, units.stress, "tau");
  out.put("inelastic", inelastic, units.energy, "X_1");
  return out;
}

Group set_group(const HarvestedSet& set, const UnitNames& units) {
  Group out;
  out.texts["label"] = set.label;
  out.put("harvested", static_cast<std::int64_t>(set.harvested), "1", "specimens that were harvested");
  out.put("held_out", static_cast<std::int64_t>(set.held_out), "1", "specimens that were not");
  out.put("path_drift", set.path_drift.value, units.energy,
          "change of X_1 per unit strain along elastic paths");
  out.put("path_drift_error", set.path_drift.error, units.energy, "standard error");
  out.put("unvisited", set.unvisited, "1", "share of the walkers' strain in bins that are not known");
  out.groups["measured"] = curve_group(set.measured, units);
  out.groups["whole"] = curve_group(set.whole, units);
  out.groups["replayed"] = curve_group(set.replayed, units);
  out.groups["specimen"] = path_group(set.specimen, units);
  out.groups["walker"] = path_group(set.walker, units);
  return out;
}

Group crossing_group(const SetCrossing& crossing, const UnitNames& units) {
  Group out;
  out.texts["first"] = crossing.first;
  out.texts["second"] = crossing.second;
  const auto put_one = [&](const std::string& name, const seem::Crossing& at) {
    out.put(name, at.strength, "1", "strength in standard errors; 0: the mean curves do not intersect");
    out.put(name + "_stress", at.at.stress, units.stress, "tau of the intersection");
    out.put(name + "_inelastic", at.at.inelastic, units.energy, "X_1 of the intersection");
  };
  put_one("measured", crossing.measured);
  put_one("replayed", crossing.replayed);
  return out;
}

std::string numbered_group(std::size_t number) {
  char name[24];
  std::snprintf(name, sizeof name, "%04zu", number);
  return name;
}

}  // namespace

Group to_group(const Harvested& harvested) {
  const UnitNames units = unit_names(harvested.units);
  Group out;
  out.texts["units"] = harvested.units;
  out.groups["law"] = law_group(harvested.fit, units);
  out.groups["library"] = seem::to_group(harvested.library);
  out.groups["flow"] = flow_group(harvested, units);
  out.groups["jumps"] = jumps_group(harvested, units);
  if (harvested.attractor) {
    Group& attractor = out.groups["attractor"];
    put_known("stress", harvested.attractor->stress, units.stress, "tau", attractor);
    put_known("inelastic", harvested.attractor->inelastic, units.energy, "X_1", attractor);
  } else {
    out.texts["without_attractor"] = harvested.without_attractor;
  }
  for (std::size_t i = 0; i < harvested.sets.size(); ++i)
    out.groups["sets"].groups[numbered_group(i)] = set_group(harvested.sets[i], units);
  for (std::size_t i = 0; i < harvested.crossings.size(); ++i)
    out.groups["crossings"].groups[numbered_group(i)] = crossing_group(harvested.crossings[i], units);
  return out;
}

}  // namespace vitrum::study
