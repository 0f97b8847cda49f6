// [harvest] and [[harvest.set]].
#include "edge/config/schema.h"
#include "study/harvest_settings.h"

namespace vitrum::config {

Table describe(study::HarvestSet& set, const std::string& path) {
  Table table{path, "", {}, nullptr};
  table.keys = {
      {"label", Text{&set.label}, "", "Its name on the page, such as the cooling rate"},
      {"records", Texts{&set.records}, "",
       "Its specimens: folders of results or files in them, or files of `vitrum export --to loadings`"},
  };
  return table;
}

std::vector<Table> describe(study::Harvest& harvest) {
  constexpr double any = 1e12;
  Table table{
      "harvest",
      "Paper 2: loadings seen in the space of stress and inelastic energy, their events by bins, and the "
      "stochastic map that replays them (docs/methods/seem.md)",
      {},
      nullptr};
  table.keys = {
      {"own", choice(harvest.own, {"none", "glass", "lattice"}), "",
       "Which samples of this study are harvested, beside the sets below"},
      {"modulus", real(harvest.modulus, 0, any), "stress", "G_0 of eq. 6; 0: fitted to the records"},
      {"softening", real(harvest.softening, 0, any), "energy",
       "u_A of eq. 7, likewise; a large number leaves its term out"},
      {"tau_a", real(harvest.tau_a, 0, any), "stress", "tau_A of eq. 6, likewise"},
      {"tau_b", real(harvest.tau_b, 0, any), "stress", "tau_B of eq. 6, likewise"},
      {"small_strain", real_above(harvest.small_strain, 0, 1), "",
       "G_0 and u_A are read off below this strain"},
      {"bins", Wholes{&harvest.bins, 2, 1000}, "", "Of X_1 and of the stress"},
      {"widths", choice(harvest.widths, {"equal", "adaptive"}), "",
       "equal: bins of equal width; adaptive: as many states in each column and in each row"},
      {"loading", choice(harvest.loading, {"modulus", "tangent"}), "",
       "How the stress of a walker rises: by G(X_1) as in paper 2, or by the tangent that belongs to eq. 7"},
      {"unvisited", choice(harvest.unvisited, {"nearest", "elastic"}), "",
       "What happens to walkers in bins that nobody has visited: events of the nearest known bin, or none"},
      {"least_exposure", real(harvest.least_exposure, 0, 100), "",
       "Strain that specimens must have been loaded by in a bin, or it counts as unvisited"},
      {"held_out", real(harvest.held_out, 0, 0.9), "",
       "Share of each set's specimens, the last ones, that are not harvested but compared with the replay"},
      {"walkers", whole(harvest.walkers, 2, 10000000), "", "Replays of each set"},
      {"increment", real(harvest.increment, 0, 0.01), "",
       "Strain increment of the replay, eq. 4; 0: exact waiting strains between events"},
      {"smooth", Flag{&harvest.smooth}, "",
       "Whether a map without bins is made, too, and compared on the specimens that were held out"},
      {"variables", Texts{&harvest.variables}, "",
       "Further variables of which the page says how much they tell: \"plastic strain\" (that events took so "
       "far), \"age\" (X_1 at the beginning), \"strain since event\", \"highest stress\" (so far)"},
  };
  if (!harvest.wanted())
    for (Key& key : table.keys)
      if (key.name != "own") key.idle = "nothing is harvested";
  const Table sets{"harvest.set", "Specimens of one preparation", {}, items_of(harvest.sets, "set")};
  return {table, sets, leg_table("harvest", harvest.program)};
}

}  // namespace vitrum::config
