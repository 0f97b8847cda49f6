// [glass.probes] and [lattice.patches]: what fits together.
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/glass_former.h"
#include "study/glass_probes.h"

namespace vitrum::config {

namespace {

const std::string probes = "glass.probes", patches = "lattice.patches";

constexpr double most_tests = 1e7;  // of one state of a sample

// Tests need glasses whose strained configurations are known as they lie in the frame of the laboratory.
void check_kind_of_glass(const study::Glass& glass, Findings& findings) {
  if (glass.dimension != 2)
    findings.inconsistent({probes, "glass.dimension", "glass.potential"},
                          probes + " asks for local tests (they are made of discs, and the glasses have " +
                              std::to_string(glass.dimension) + " dimensions); leave it out");
  if (glass.engine == study::Engine::lammps &&
      glass.probes.shear.environment == atomistic::Environment::elastic)
    findings.inconsistent({probes + ".environment", "glass.engine"},
                          probes +
                              ".environment is \"elastic\" (it needs the stiffness of pairs, of which LAMMPS "
                              "does not tell); take \"frozen\"");
  if (glass.shear != study::Shear::simple)
    findings.inconsistent({probes, "glass.shear"},
                          probes +
                              " asks for local tests (their angles count from the direction of simple shear, "
                              "and glass.shear is \"pure\"); leave it out");
  if (glass.from.empty() && glass.liquid.ensemble == study::Ensemble::constant_pressure)
    findings.inconsistent(
        {probes, "glass.liquid.ensemble"},
        probes +
            " asks for local tests (their places lie in a cell that is known only when the "
            "glass is made, at constant pressure); prepare the glasses first, and test them in "
            "a study with glass.from");
}

// Two entries that ask for the same tests.
template <class Number>
void check_repeats(const std::string& path, const std::vector<Number>& values, bool angles,
                   Findings& findings) {
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const double turns = (static_cast<double>(values[i]) - static_cast<double>(values[k])) / 180;
      if (angles ? turns != std::round(turns) : values[i] != values[k]) continue;
      return findings.inconsistent(
          {path}, path + " holds " + short_text(static_cast<double>(values[k])) + " and " +
                      short_text(static_cast<double>(values[i])) + " (" +
                      (angles ? "the same direction: they differ by whole turns of 180 degrees"
                              : "the same tests twice") +
                      "); leave one of them out");
    }
}

// A list of what is tested.
template <class Number>
void check_list(const std::string& path, const std::vector<Number>& values, bool angles, Findings& findings) {
  if (values.empty())
    return findings.inconsistent({path}, path + " is empty (nothing would be tested); name one");
  check_repeats(path, values, angles, findings);
}

void check_strains(const std::string& table, double increment, double most_strain, Findings& findings) {
  if (most_strain >= increment) return;
  findings.inconsistent({table + ".most_strain", table + ".increment"},
                        table + ".most_strain is " + short_text(most_strain) +
                            " (less than one increment of " + short_text(increment) + "); take a larger one");
}

void check_leg_ends(const std::string& table, const rig::Program& program, Findings& findings) {
  if (!program.leg_stops || program.legs.size() != 1) return;
  findings.inconsistent(
      {table + ".leg_ends"},
      table +
          ".leg_ends is true (there is one leg only, and the end of the first is a strain); "
          "leave it out, and name that strain in " +
          table + ".strains");
}

void check_places(const study::Glass& glass, Findings& findings) {
  const std::vector<double>& places = glass.probes.places;
  if (places.size() % 2 != 0)
    findings.inconsistent({probes + ".places"}, probes + ".places holds " + std::to_string(places.size()) +
                                                    " numbers (each place is an x and a y); add or drop one");
  const double tests = study::test_count(glass.probes, study::prepared_box(glass));
  if (tests <= most_tests) return;
  findings.inconsistent({probes + ".spacing", probes + ".radii", probes + ".angles"},
                        probes + " asks for " + short_text(tests) + " tests of every state (at most " +
                            short_text(most_tests) + "); take a larger spacing, or fewer radii or angles");
}

// Where a force jumps at the cut-off, every pair that crosses it is an instability.
void check_smoothness(const study::Glass& glass, Findings& findings) {
  if (glass.potential != study::custom_potential) return;
  for (std::size_t i = 0; i < glass.pairs.size(); ++i)
    if (glass.pairs[i].inner == glass.pairs[i].outer)
      return findings.inconsistent(
          {probes, "glass.pair[" + std::to_string(i + 1) + "].outer"},
          probes + " asks for local tests (the force of glass.pair[" + std::to_string(i + 1) +
              "] jumps where it ends, which would be taken for yielding); give the pairs an "
              "`inner` distance");
}

// Glasses that are read may have any cell: what tests them says then whether it is too small.
void check_radii(const study::Glass& glass, Findings& findings) {
  if (glass.dimension != 2 || !glass.from.empty() || glass.probes.radii.empty()) return;
  double most = 0;
  try {
    most = study::largest_radius(glass, study::prepared_box(glass));
  } catch (const InputError&) {
    return;  // of the potential itself, and said there
  }
  const double largest = *std::max_element(glass.probes.radii.begin(), glass.probes.radii.end());
  if (largest <= most) return;
  const bool elastic = glass.probes.shear.environment == atomistic::Environment::elastic;
  findings.inconsistent({probes + ".radii", "glass.atoms", "glass.density", probes + ".shell"},
                        probes + ".radii holds " + short_text(largest) + " (the cell is " +
                            short_text(std::round(100 * study::cell_width(glass)) / 100) +
                            " wide, and a disc with what surrounds it" +
                            (elastic ? ", the shell first," : "") + " must not meet its own image); take " +
                            short_text(std::floor(10 * most) / 10) + " at most, or more atoms");
}

void check_sizes(const study::Lattice& lattice, Findings& findings) {
  const std::vector<int>& sizes = lattice.patches.tests.sizes;
  const std::string path = patches + ".sizes";
  check_list(path, sizes, false, findings);
  if (sizes.empty()) return;
  const int largest = *std::max_element(sizes.begin(), sizes.end());
  const int most = std::min(lattice.model.columns, lattice.model.rows);
  if (largest <= most) return;
  findings.inconsistent({path, "lattice.columns", "lattice.rows"},
                        path + " holds " + std::to_string(largest) + " (the lattice has " +
                            std::to_string(lattice.model.columns) + " x " +
                            std::to_string(lattice.model.rows) + " elements); take " + std::to_string(most) +
                            " at most");
}

}  // namespace

void check_patches(const study::Lattice& lattice, Findings& findings) {
  if (study::tested_states(lattice.program) == 0) return;
  const elastoplastic::PatchSettings& tests = lattice.patches.tests;
  check_leg_ends(patches, lattice.program, findings);
  check_sizes(lattice, findings);
  check_list(patches + ".angles", tests.angles, true, findings);
  check_strains(patches, tests.increment, tests.largest_strain, findings);
}

void check_probes(const study::Glass& glass, Findings& findings) {
  if (study::tested_states(glass.program) == 0) return;
  check_leg_ends(probes, glass.program, findings);
  check_kind_of_glass(glass, findings);
  check_smoothness(glass, findings);
  check_list(probes + ".radii", glass.probes.radii, false, findings);
  check_list(probes + ".angles", glass.probes.angles, true, findings);
  check_strains(probes, glass.probes.shear.increment, glass.probes.shear.most_strain, findings);
  check_places(glass, findings);
  check_radii(glass, findings);
}

}  // namespace vitrum::config
