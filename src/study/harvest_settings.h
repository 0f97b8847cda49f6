// What a harvest of the state space of paper 2 asks for.
#pragma once

#include <string>
#include <vector>

#include "rig/program.h"
#include "seem/loading.h"
#include "seem/stochastic_map.h"

namespace vitrum::study {

/// Records of one preparation: paper 2 has one set for each cooling rate.
struct HarvestSet {
  std::string label;                 ///< on the page
  std::vector<std::string> records;  ///< folders of results, their files, exported loading records
};

/// Which samples of the study itself are a further set.
enum class OwnSamples { none, glass, lattice };
enum class GridWidths { equal, adaptive };

/// Further variables that a study may name: what every record tells (seem::names_of_path_variables()) and
/// what is measured when the loading asks for it (names_of_measurements()).
std::vector<std::string> names_of_variables();

struct Harvest {
  std::vector<HarvestSet> sets;
  OwnSamples own = OwnSamples::none;
  /// Of the elastic law, eqs. 6 and 7, in the units of the records; 0: fitted. A large number leaves a term
  /// out.
  double modulus = 0, softening = 0, tau_a = 0, tau_b = 0;
  double small_strain = 0.02;     ///< G_0 and u_A are read off below it
  std::vector<int> bins{20, 20};  ///< of X_1 and of the stress
  GridWidths widths = GridWidths::equal;
  seem::Loading loading = seem::Loading::tangent;
  seem::Unvisited unvisited = seem::Unvisited::nearest;
  double least_exposure = 0.02;  ///< strain that a bin must have been exposed to
  double held_out = 0.25;        ///< share of each set's specimens, the last ones, that are not harvested
  int walkers = 1000;            ///< of each set
  double increment = 0;          ///< of the walkers' strain; 0: exact waiting strains
  bool smooth = false;           ///< also a map without bins, compared with the other on what was held out
  /// Names of names_of_variables(): what each tells beside tau and X_1.
  std::vector<std::string> variables;

  /// Legs that specimens of the map go through beside those of the records; none: those of the study's own
  /// samples, where these are harvested. Nothing else of the program is used.
  rig::Program program;

  bool wanted() const { return !sets.empty() || own != OwnSamples::none; }
};

}  // namespace vitrum::study
