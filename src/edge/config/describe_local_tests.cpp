// [glass.probes] and [lattice.patches].
#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

constexpr Range any_strain{-100, 100, false};
constexpr Range any_angle{-360, 360, false};

std::vector<Key> state_keys(rig::Program& program) {
  return {{"strains", Reals{&program.stops, any_strain}, "",
           "Strains of the first leg at which the tests are made; 0 is the beginning"},
          {"leg_ends", Flag{&program.leg_stops}, "",
           "Whether to make them at the end of every leg but the first, too: in the unloaded state, for "
           "instance"}};
}

// What is said of tests has no effect where none are made.
void set_idle_without_tests(Table& table, const rig::Program& program) {
  if (!program.stops.empty() || program.leg_stops) return;
  for (Key& key : table.keys)
    if (key.name != "strains" && key.name != "leg_ends")
      key.idle = "no local tests are asked for, by " + table.path + ".strains or leg_ends";
}

}  // namespace

Table describe_probes(study::Glass& glass) {
  study::GlassProbes& probes = glass.probes;
  atomistic::LocalShearSettings& shear = probes.shear;
  Table table{"glass.probes",
              "Local yield stress of the glasses: discs of atoms are sheared by what surrounds them until "
              "their first instability (paper 1, sec. 2.2)",
              state_keys(glass.program), nullptr};
  const std::vector<Key> keys{
      {"radii", Reals{&probes.radii, {0, 1e4, true}}, "sigma_SL", "Radii R of the discs"},
      {"angles", Reals{&probes.angles, any_angle}, "degree",
       "Directions alpha of the shear: 0 is the forward one of the loading, 90 the backward one"},
      {"spacing", real_above(probes.spacing, 0, 1e4), "sigma_SL",
       "Distance of neighbouring centres on a square grid over the cell; rounded to what fits it"},
      {"places", Reals{&probes.places, {-1e6, 1e6, false}}, "sigma_SL",
       "Centres instead of the grid: x and y of the first, and so on"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
  if (!probes.places.empty())
    for (Key& key : table.keys)
      if (key.name == "spacing") key.idle = "glass.probes.places lists the centres";
  const std::vector<Key> how{
      {"environment", choice(shear.environment, {"frozen", "elastic"}), "",
       "What is around a disc; frozen: atoms that follow the strain affinely, as in paper 1; elastic: first "
       "a "
       "shell of atoms that relax, too, but cannot yield"},
      {"shell", real_above(shear.shell, 0, 1e4), "sigma_SL", "Width of the elastic shell"},
      {"increment", real_above(shear.increment, 0, 0.01), "",
       "Strain to which the instability is located, on a grid of this width"},
      {"increments", choice(shear.increments, {"adaptive", "fixed"}), "",
       "How the strain goes up; adaptive: in steps as long as the elastic branch allows; fixed: every "
       "increment is relaxed, slow and plain"},
      {"most_strain", real_above(shear.most_strain, 0, 1), "",
       "Strain at which a disc that has not yielded is given up"},
      {"force_tolerance", real(shear.force_tolerance, 1e-11, 1e-7), "eps_SL/sigma_SL",
       "Largest force component that an equilibrium may keep"},
  };
  table.keys.insert(table.keys.end(), how.begin(), how.end());
  if (shear.environment != atomistic::Environment::elastic)
    for (Key& key : table.keys)
      if (key.name == "shell") key.idle = "glass.probes.environment is not \"elastic\"";
  set_idle_without_tests(table, glass.program);
  return table;
}

Table describe_patches(study::Lattice& lattice) {
  elastoplastic::PatchSettings& tests = lattice.patches.tests;
  Table table{"lattice.patches",
              "Local yield stress of the lattices: patches of elements are sheared by their edges until "
              "their first instability (paper 1, sec. 3.5)",
              state_keys(lattice.program), nullptr};
  const std::vector<Key> keys{
      {"samples", whole(lattice.patches.samples, 1, 1000000), "",
       "Lattices that are tested, from the first one on"},
      {"sizes", Wholes{&tests.sizes, 1, 57}, "elements",
       "Edges n of the patches; they count as discs of the radius R = n element_length / sqrt(pi)"},
      {"angles", Reals{&tests.angles, any_angle}, "degree",
       "Directions alpha of the shear: 0 is the forward one of the loading, 90 the backward one"},
      {"places", choice(tests.places, {"random", "every"}), "",
       "Where patches are cut out; random: as many as the lattice has room for side by side, at random, for "
       "each size and angle; every: one beginning at every element"},
      {"increment", real(tests.increment, 1e-7, 0.01), "",
       "Strain increment; the instability is at a whole number of them"},
      {"most_strain", real_above(tests.largest_strain, 0, 100), "",
       "Strain at which a patch that has not yielded is given up"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
  set_idle_without_tests(table, lattice.program);
  return table;
}

}  // namespace vitrum::config
