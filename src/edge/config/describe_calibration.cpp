// [calibrate].
#include "edge/config/schema.h"
#include "study/calibration_settings.h"

namespace vitrum::config {

std::vector<Table> describe(study::Calibration& calibration) {
  Table table{"calibrate",
              "The lattice that is the reference: which parameters give the least error (paper 1, sec. 4)",
              {},
              nullptr};
  table.keys = {
      {"search", choice(calibration.search, {"none", "surrogate", "paper"}), "",
       "How parameters are sought; none: nothing is calibrated; surrogate: a Gaussian process that learns "
       "the "
       "error from few trials; paper: the protocol of paper 1, sec. 4, value after value of k"},
      {"variants", Texts{&calibration.variants}, "",
       "Models that are calibrated: letters A to I of paper 1, fig. 6, or own, the rules of [lattice]"},
      {"element_lengths", Reals{&calibration.element_lengths, {0, 10000, true}}, "sigma_SL",
       "Lengths l of elements with which the first of the variants is calibrated, the others with that of "
       "[lattice] alone; columns, rows and slip_systems follow (paper 1, table 1); with "
       "lattice.element_length among them where "
       "lattice.samples is above 0; empty: that of [lattice]"},
      {"samples", whole(calibration.samples, 2, 100000), "", "Lattices of every trial, the same ones in all"},
      {"trials", whole(calibration.trials, 36, 2000), "", "Parameter sets that a surrogate search may try"},
      {"shape_step", real(calibration.shape_step, 0.001, 1), "",
       "Spacing of the values of k, from 1 to 3, in the search of paper 1; of log10 tau_c where all "
       "thresholds "
       "are equal"},
      {"strain", real_above(calibration.strain, 0, 100), "", "To which the lattices of trials are sheared"},
      {"from", real(calibration.from, 0, 100), "", "Strain at which their stationary window begins"},
      {"tested_states", whole(calibration.tested_states, 1, 1000), "",
       "States of that window in which patches are tested, evenly spaced"},
      {"final_samples", whole(calibration.final_samples, 2, 1000000), "",
       "Lattices at every optimum, other ones than those of trials, for the errors that are reported; also "
       "those "
       "quenched from each of `temperatures`"},
      {"temperatures", Reals{&calibration.temperatures, {0, 1e6, true}}, "eps_SL/k_B",
       "Rising temperatures of the parent liquid that are compared with the quenched reference (paper 1, "
       "A.3), "
       "three or more; empty: lattice.temperature stays"},
      {"slip_systems", Wholes{&calibration.slip_systems, 4, 4096}, "",
       "Numbers of slip systems at which lambda is sought anew (paper 1, fig. 7); multiples of 4"},
      {"sizes", Wholes{&calibration.sizes, 2, 1024}, "elements",
       "Columns and rows of further lattices that are sheared at the first optimum (paper 1, fig. 5b)"},
  };
  if (calibration.search == study::Search::none)
    for (Key& key : table.keys)
      if (key.name != "search") key.idle = "calibrate.search is \"none\"";
  return {table};
}

}  // namespace vitrum::config
