#include <cmath>

#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/local_panels.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

// Overlaps are absolute: 1 - L of eq. 8 is the common share.
constexpr Limits quantitative_overlap{0.15, 0.30}, qualitative_overlap{0.40, 0.60};

Estimate backward_mismatch(const LocalComparison& local, LocalState state, std::size_t quantity) {
  if (!local.comparable()) return {std::nan(""), std::nan("")};
  return mismatch(local.of("glass", state).density(quantity, local.glass_radius, 90),
                  local.of("lattice", state).density(quantity, local.lattice_radius, 90));
}

}  // namespace

PaperFigure figure_9(const Settings& settings, const Results& results) {
  PaperFigure out{"Fig. 9", "Densities of local properties against the load", {}, {}, ""};
  const LocalComparison local(settings, results);
  out.panels = {local_density_panel("9a", yield_row, 90, false, local),
                local_density_panel("9b", distance_row, 90, false, local),
                local_density_panel("9c", drop_row, 90, false, local)};
  for (const LocalRow& row : {yield_row, distance_row, drop_row}) {
    const bool drops = row.quantity == drop;
    const std::string quantity = std::string("Backward densities of the ") + row.words;
    out.claims.push_back(
        claim_small(quantity + (drops ? " agree excellently as quenched." : " agree well as quenched."),
                    "1 minus the overlap of the densities",
                    backward_mismatch(local, LocalState::quenched, row.quantity), quantitative_overlap));
    out.claims.push_back(claim_small(quantity + (drops ? " agree excellently in stationary flow."
                                                       : " agree qualitatively in stationary flow."),
                                     "1 minus the overlap of the densities",
                                     backward_mismatch(local, LocalState::stationary, row.quantity),
                                     drops ? quantitative_overlap : qualitative_overlap));
  }
  for (PaperClaim& claim : out.claims) claim = local.about_paper_radius(claim);
  out.note = local.note();
  return out;
}

}  // namespace vitrum::study::castellanos2021
