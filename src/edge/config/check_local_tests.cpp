// [glass.probes] and [lattice.patches]: what fits together.
#include <algorithm>
#include <cmath>

#include "atomistic/potential_registry.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/glass_former.h"
#include "study/glass_probes.h"

namespace vitrum::config {

namespace {

const std::string probes = "glass.probes";

// Tests need glasses whose strained configurations are known as they lie in the frame of the laboratory.
void check_kind_of_glass(const study::Glass& glass, Findings& findings) {
  if (glass.dimension != 2)
    findings.inconsistent({probes, "glass.dimension", "glass.potential"},
                          probes + " asks for local tests (they are made of discs, and the glasses have " +
                              std::to_string(glass.dimension) + " dimensions); leave it out");
  if (glass.shear != study::Shear::simple)
    findings.inconsistent({probes, "glass.shear"},
                          probes +
                              " asks for local tests (their angles count from the direction of simple shear, "
                              "and glass.shear is \"pure\"); leave it out");
}

void check_lists(const study::GlassProbes& settings, Findings& findings) {
  if (settings.radii.empty())
    findings.inconsistent({probes + ".radii"},
                          probes + ".radii is empty (nothing would be tested); name one");
  if (settings.angles.empty())
    findings.inconsistent({probes + ".angles"},
                          probes + ".angles is empty (nothing would be tested); name one");
  if (settings.places.size() % 2 != 0)
    findings.inconsistent({probes + ".places"}, probes + ".places holds " +
                                                    std::to_string(settings.places.size()) +
                                                    " numbers (each place is an x and a y); add or drop one");
}

double cutoff(const study::Glass& glass) {
  if (glass.potential != study::custom_potential) return atomistic::pair_potentials(glass.potential).cutoff();
  double largest = 0;
  for (const study::GlassPair& pair : glass.pairs) largest = std::max(largest, pair.outer);
  return largest;
}

// Glasses that are read may have any cell: what tests them says then whether it is too small.
void check_radii(const study::Glass& glass, Findings& findings) {
  if (glass.dimension != 2 || !glass.from.empty() || glass.probes.radii.empty()) return;
  const double width = study::cell_width(glass);
  const double most = 0.5 * width - cutoff(glass);
  const double largest = *std::max_element(glass.probes.radii.begin(), glass.probes.radii.end());
  if (largest <= most) return;
  findings.inconsistent({probes + ".radii", "glass.atoms", "glass.density"},
                        probes + ".radii holds " + short_text(largest) + " (the cell is " +
                            short_text(std::round(100 * width) / 100) +
                            " wide, and a disc with what surrounds it must not meet its own image); take " +
                            short_text(std::floor(10 * most) / 10) + " at most, or more atoms");
}

void check_sizes(const study::Lattice& lattice, Findings& findings) {
  const std::vector<int>& sizes = lattice.patches.tests.sizes;
  const std::string path = "lattice.patches.sizes";
  if (sizes.empty())
    return findings.inconsistent({path}, path + " is empty (nothing would be tested); name one");
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
  check_sizes(lattice, findings);
  if (lattice.patches.tests.angles.empty())
    findings.inconsistent({"lattice.patches.angles"},
                          "lattice.patches.angles is empty (nothing would be tested); name one");
}

void check_probes(const study::Glass& glass, Findings& findings) {
  if (study::tested_states(glass.program) == 0) return;
  check_kind_of_glass(glass, findings);
  check_lists(glass.probes, findings);
  check_radii(glass, findings);
}

}  // namespace vitrum::config
