// [glass], [[glass.species]], [[glass.pair]] and [glass.liquid]: complete, and fitting together.
#include <algorithm>
#include <cmath>

#include "atomistic/potential_registry.h"
#include "base/nearest_name.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/glass_former.h"
#include "study/lammps_lines.h"

namespace vitrum::config {

namespace {

// The cut-off and the skin of the neighbour list fit into the smallest box twice, also when it is tilted by
// half its width. In a smaller one an atom would meet several images of another, and the sample would mostly
// interact with itself.
constexpr double skin = 0.3;
constexpr double hottest = 100;  // of reduced units
const double thinning_by_tilt = std::sqrt(1 + 0.5 * 0.5);

std::string two_decimals(double value) { return short_text(std::round(value * 100) / 100); }

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::vector<std::string> names_of(const study::Glass& glass) {
  std::vector<std::string> out;
  for (const auto& species : glass.species) out.push_back(species.name);
  return out;
}

std::string item(const std::string& table, std::size_t index) {
  return "glass." + table + "[" + std::to_string(index + 1) + "]";
}

// Keys without which an item means nothing.
void require_keys(const std::string& path, const std::vector<std::string>& keys, Findings& findings) {
  for (const std::string& key : keys)
    if (!findings.is_given(path + "." + key))
      findings.wrong(path + "." + key, findings.place(path), path + " has no " + key + "; add it");
}

// Metals. Whoever reads the table says which elements it does not have, and knows their masses.
void check_elements(const study::Glass& glass, Findings& findings) {
  if (glass.species.empty() && glass.from.empty())
    findings.inconsistent({"glass.potential", "glass.species"},
                          "glass.potential is the table " + quoted(glass.potential) +
                              " (it has elements, but not how many atoms of each); add [[glass.species]] "
                              "with name and fraction, once for each");
}

void check_species(const study::Glass& glass, Findings& findings) {
  const std::vector<std::string> names = names_of(glass);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string path = item("species", i);
    require_keys(path, {"name", "fraction"}, findings);
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i))
      findings.inconsistent({path + ".name"}, path + ".name is " + quoted(names[i]) +
                                                  " (a species before it has this name); choose another");
  }
  if (glass.engine == study::Engine::lammps) {
    if (names.empty())
      findings.inconsistent(
          {"glass.lammps", "glass.species"},
          "glass.lammps is given without species (LAMMPS' types are not known); add [[glass.species]] with "
          "name, mass and fraction, once for each type");
    return;
  }
  if (glass.potential == study::custom_potential) {
    if (names.empty())
      findings.inconsistent(
          {"glass.potential", "glass.species"},
          "glass.potential is \"custom\" (its species are not known); add [[glass.species]] "
          "with name, mass and fraction, once for each");
    return;
  }
  if (study::names_a_table(glass.potential)) return check_elements(glass, findings);
  const std::vector<std::string>& known = atomistic::potential_info(glass.potential).species;
  if (!names.empty() && names != known)
    findings.inconsistent({"glass.species", "glass.potential"},
                          "glass.species lists " + list(names) + " (the species of " + glass.potential +
                              " are " + list(known) + "); list these, in this order, or leave all out");
}

class PairsCheck {
 public:
  PairsCheck(const study::Glass& glass, Findings& findings)
      : glass_(glass), findings_(findings), names_(names_of(glass)) {}

  void run() {
    if (glass_.potential != study::custom_potential) {
      if (!glass_.pairs.empty())
        findings_.inconsistent({"glass.pair", "glass.potential"},
                               "glass.pair is given (the potential " + quoted(glass_.potential) +
                                   " has its own pairs); leave it out, or set glass.potential = \"custom\"");
      return;
    }
    for (std::size_t i = 0; i < glass_.pairs.size(); ++i) check_pair(i);
    if (!findings_.in_doubt("glass.pair") && sound_) require_every_pair();
  }

 private:
  void check_pair(std::size_t index) {
    const study::GlassPair& pair = glass_.pairs[index];
    const std::string path = item("pair", index);
    const std::size_t before = findings_.problems().size();
    require_keys(path, {"species", "epsilon", "sigma", "outer"}, findings_);
    if (findings_.is_given(path + ".species") && pair.species.size() != 2)
      findings_.inconsistent({path + ".species"}, path + ".species has " +
                                                      std::to_string(pair.species.size()) +
                                                      " names (a pair has two); write [\"A\", \"B\"]");
    for (const std::string& name : pair.species) check_name(path, name);
    if (pair.inner > pair.outer)
      findings_.inconsistent({path + ".inner", path + ".outer"},
                             path + ".inner is " + short_text(pair.inner) +
                                 " (beyond the pair's outer end, " + short_text(pair.outer) +
                                 "); take a smaller one");
    sound_ = sound_ && findings_.problems().size() == before;
  }

  void check_name(const std::string& path, const std::string& name) {
    if (names_.empty() || std::find(names_.begin(), names_.end(), name) != names_.end()) return;
    const std::string meant = nearest(name, names_);
    findings_.inconsistent({path + ".species"},
                           path + ".species names " + quoted(name) + " (the species are " + list(names_) +
                               ")" + (meant.empty() ? "" : "; did you mean " + quoted(meant) + "?"));
  }

  void require_every_pair() {
    for (std::size_t a = 0; a < names_.size(); ++a)
      for (std::size_t b = a; b < names_.size(); ++b) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < glass_.pairs.size(); ++i) {
          const auto& s = glass_.pairs[i].species;
          if ((s[0] == names_[a] && s[1] == names_[b]) || (s[0] == names_[b] && s[1] == names_[a]))
            found.push_back(i);
        }
        const std::string both = names_[a] + " and " + names_[b];
        if (found.empty())
          findings_.inconsistent({"glass.pair", "glass.species"},
                                 "glass.pair has no entry for " + both +
                                     " (every pair of species is needed, also twice the same); add one");
        if (found.size() > 1)
          findings_.inconsistent({item("pair", found[1]) + ".species"},
                                 item("pair", found[1]) + " is for " + both + " (so is " +
                                     item("pair", found[0]) + "); leave one of them out");
      }
  }

  const study::Glass& glass_;
  Findings& findings_;
  std::vector<std::string> names_;
  bool sound_ = true;
};

void check_box(const study::Glass& glass, Findings& findings) {
  const double cutoff = cutoff_of(glass);
  if (cutoff == 0) return;
  const double least_width = 2 * (cutoff + skin) * thinning_by_tilt;
  const double width = study::cell_width(glass);
  if (width >= least_width) return;
  const auto least_atoms =
      static_cast<std::int64_t>(std::ceil(std::pow(least_width, glass.dimension) * glass.density));
  const char* const key = glass.from.empty() ? "glass.atoms" : "glass.from";
  findings.inconsistent({key, "glass.atoms", "glass.density", "glass.potential", "glass.pair"},
                        "glass.atoms is " + std::to_string(glass.atoms) + " (at density " +
                            short_text(glass.density) + " the box is " + two_decimals(width) +
                            " wide, and the cut-off needs " + two_decimals(least_width) +
                            "); take at least " + std::to_string(least_atoms));
}

// Denser, atoms placed at random cannot be parted; thinner, there is a gas, which nothing can shear.
constexpr double densest = 1.5, thinnest = 0.6;  // of the density that the potential was made for

void check_density(const study::Glass& glass, Findings& findings) {
  const double usual = atomistic::potential_info(glass.potential).density;
  const bool dense = glass.density > densest * usual;
  if (!dense && glass.density >= thinnest * usual) return;
  findings.inconsistent({"glass.density", "glass.potential"},
                        "glass.density is " + short_text(glass.density) + " (the potential " +
                            quoted(glass.potential) + " was made for " + short_text(usual) + ", and makes " +
                            (dense ? "no liquid that is so dense" : "no solid that is so thin") + "); take " +
                            two_decimals(thinnest * usual) + " to " + two_decimals(densest * usual) +
                            ", or leave it out");
}

void require_temperatures(const study::Glass& glass, Findings& findings) {
  const auto requires_all = glass.potential != "lj2d";
  for (const std::string key : {"temperature", "melt_temperature"}) {
    const double value = key == "temperature" ? glass.liquid.temperature : glass.liquid.melt_temperature;
    if (!study::in_metal_units(glass) && value > hottest)
      findings.wrong(
          "glass.liquid." + key, findings.place("glass.liquid." + key),
          "glass.liquid." + key + " is " + short_text(value) + " (in units of " +
              (glass.engine == study::Engine::lammps ? "lj, which glass.lammps does not change"
                                                     : "the potential " + quoted(glass.potential)) +
              ", not in kelvin: nothing is liquid beyond " + short_text(hottest) + "); lower it");
    if (requires_all && !findings.is_given("glass.liquid." + key))
      findings.inconsistent({"glass.liquid." + key, "glass.potential"},
                            "glass.liquid." + key + " is left out (its default is one for lj2d, not for " +
                                quoted(glass.potential) + "); give it");
  }
}

void check_quench(const study::Liquid& liquid, Findings& findings) {
  if (liquid.quench != study::Quench::cooling) return;
  const std::string path = "glass.liquid.";
  if (liquid.final_temperature >= liquid.temperature)
    findings.inconsistent({path + "final_temperature", path + "temperature"},
                          path + "final_temperature is " + short_text(liquid.final_temperature) +
                              " (the cooling begins at " + short_text(liquid.temperature) +
                              "); take a lower one");
}

void check_liquid(const study::Liquid& liquid, Findings& findings) {
  const std::string path = "glass.liquid.";
  if (liquid.melt_temperature < liquid.temperature)
    findings.inconsistent({path + "melt_temperature", path + "temperature"},
                          path + "melt_temperature is " + short_text(liquid.melt_temperature) +
                              " (a melt colder than the liquid at " + short_text(liquid.temperature) +
                              " does not forget its random start); raise it");
  const auto check_duration = [&](const std::string& key, double duration) {
    if (duration < liquid.timestep)
      findings.inconsistent({path + key, path + "timestep"},
                            path + key + " is " + short_text(duration) + " (less than one time step, " +
                                short_text(liquid.timestep) + "); make it longer");
  };
  check_duration("melt_duration", liquid.melt_duration);
  check_duration("duration", liquid.duration);
  const auto check_bath = [&](const std::string& key, double time, const std::string& what) {
    if (time < 10 * liquid.timestep)
      findings.inconsistent({path + key, path + "timestep"}, path + key + " is " + short_text(time) + " (a " +
                                                                 what + " needs at least 10 time steps, " +
                                                                 short_text(10 * liquid.timestep) + ")");
  };
  check_bath("thermostat_time", liquid.thermostat_time, "thermostat");
  if (liquid.ensemble == study::Ensemble::constant_pressure)
    check_bath("barostat_time", liquid.barostat_time, "barostat");
}

// Defaults of metals, where nothing is given.
void complete_metal(study::Glass& glass, Findings& findings) {
  const study::Glass usual = study::metal_glass();
  const bool table = glass.engine == study::Engine::vitrum;
  if (findings.is_given("glass.dimension") && glass.dimension != usual.dimension)
    findings.inconsistent(
        {"glass.dimension", table ? "glass.potential" : "glass.lammps"},
        "glass.dimension is " + std::to_string(glass.dimension) +
            (table ? " (metals by table files have 3); leave it out"
                   : " (with \"units metal\" stresses are per volume, in eV/A^3 and GPa); leave "
                     "it out, or give the lines in units lj"));
  glass.dimension = usual.dimension;
  const auto complete = [&](const std::string& path, auto& value, auto standard) {
    if (!findings.is_given(path)) value = standard;
  };
  complete("glass.force_tolerance", glass.force_tolerance, usual.force_tolerance);
  complete("glass.events.dissipation", glass.events.dissipation, usual.events.dissipation);
  const std::string liquid = "glass.liquid.";
  complete(liquid + "melt_duration", glass.liquid.melt_duration, usual.liquid.melt_duration);
  complete(liquid + "cooling_duration", glass.liquid.cooling_duration, usual.liquid.cooling_duration);
  complete(liquid + "duration", glass.liquid.duration, usual.liquid.duration);
  complete(liquid + "timestep", glass.liquid.timestep, usual.liquid.timestep);
  complete(liquid + "thermostat_time", glass.liquid.thermostat_time, usual.liquid.thermostat_time);
  complete(liquid + "barostat_time", glass.liquid.barostat_time, usual.liquid.barostat_time);
  complete(liquid + "cooling_rate", glass.liquid.cooling_rate, usual.liquid.cooling_rate);
  complete(liquid + "final_temperature", glass.liquid.final_temperature, usual.liquid.final_temperature);
  complete(liquid + "resample", glass.liquid.resample, usual.liquid.resample);
}

}  // namespace

double cutoff_of(const study::Glass& glass) {
  if (glass.engine == study::Engine::lammps) return glass.foreign ? glass.foreign->cutoff() : 0;
  if (study::names_a_table(glass.potential)) return glass.metal ? glass.metal->cutoff() : 0;
  if (glass.potential != study::custom_potential) return atomistic::pair_potentials(glass.potential).cutoff();
  double largest = 0;
  for (const study::GlassPair& pair : glass.pairs) largest = std::max(largest, pair.outer);
  return largest;
}

void complete_glass(study::Glass& glass, Findings& findings) {
  for (std::size_t i = 0; i < glass.pairs.size(); ++i)
    if (!findings.is_given(item("pair", i) + ".inner")) glass.pairs[i].inner = glass.pairs[i].outer;
  if (glass.engine == study::Engine::lammps) {
    glass.potential = study::lammps_potential;
    if (study::in_metal_units(glass)) complete_metal(glass, findings);
    return;
  }
  if (glass.potential == study::custom_potential) return;
  if (study::names_a_table(glass.potential)) return complete_metal(glass, findings);
  const atomistic::PotentialInfo& info = atomistic::potential_info(glass.potential);
  if (!findings.is_given("glass.density")) glass.density = info.density;
  if (findings.is_given("glass.dimension") && glass.dimension != info.dimension)
    findings.inconsistent({"glass.dimension", "glass.potential"},
                          "glass.dimension is " + std::to_string(glass.dimension) + " (the potential " +
                              quoted(glass.potential) + " is made for " + std::to_string(info.dimension) +
                              "); leave it out");
  glass.dimension = info.dimension;
}

void check_glass(const study::Glass& glass, Findings& findings) {
  if (glass.engine == study::Engine::lammps) check_lammps(glass, findings);
  check_species(glass, findings);
  PairsCheck(glass, findings).run();
  const bool metal = study::names_a_table(glass.potential);
  const bool lammps = glass.engine == study::Engine::lammps;
  const bool own_density = glass.potential != study::custom_potential && !metal && !lammps;
  const bool density_known = own_density || findings.is_given("glass.density") || !glass.from.empty();
  if (!density_known)
    findings.inconsistent(
        {"glass.density", "glass.potential"},
        std::string("glass.density is left out (") +
            (lammps  ? "LAMMPS has none of its own); give it"
             : metal ? "a table file has none of its own); give it, in atoms per cubic angstrom"
                     : "a custom potential has none of its own); give it"));
  if (!metal && !lammps && glass.force_norm != atomistic::ForceNorm::largest)
    findings.inconsistent(
        {"glass.force_norm", "glass.potential"},
        "glass.force_norm is \"2-norm\" (only metals by table files know it); leave it out");
  if (density_known) check_box(glass, findings);
  if (!glass.from.empty()) return;
  if (own_density) check_density(glass, findings);
  require_temperatures(glass, findings);
  check_liquid(glass.liquid, findings);
  check_quench(glass.liquid, findings);
}

}  // namespace vitrum::config
