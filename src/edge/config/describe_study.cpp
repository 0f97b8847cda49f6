// [study], [compare] and [reference].
#include <limits>

#include "edge/config/schema.h"

namespace vitrum::config {

std::vector<Table> describe(study::General& general) {
  Table table{"study", "The study as a whole", {}, nullptr};
  table.keys = {
      {"title", Text{&general.title}, "", "Stands at the top of the page"},
      {"seed", whole(general.seed, 0, std::numeric_limits<std::int64_t>::max()), "",
       "Every random number follows from it; the same seed gives the same results on any number of threads"},
      {"threads", whole(general.threads, 0, 1024), "",
       "Threads that share the samples; 0: one for each core, the cores of a machine divided among the "
       "processes "
       "that a launcher started on it together"},
      {"output", Text{&general.output}, "",
       "Folder of the results; empty: results/ and the name of the study file"},
      {"checkpoint_interval", real(general.checkpoint_interval, 0, 86400), "s",
       "A run that is killed loses at most this much work"},
      {"paper", choice(general.paper, {"none", "castellanos2021", "seem2024"}), "",
       "Paper of which all figures are redrawn on the page, each with what the paper says about it; "
       "castellanos2021: paper 1, of a calibration; seem2024: paper 2, of a harvest"},
  };
  return {table};
}

std::vector<Table> describe(study::Comparison& comparison) {
  Table table{"compare", "The macroscale comparison of the two models (paper 1, sec. 4.1)", {}, nullptr};
  table.keys = {
      {"enabled", Flag{&comparison.enabled}, "",
       "Whether to compare; a study with one model only compares nothing"},
      {"from", real(comparison.from, 0, 100), "",
       "Strain at which the stationary window begins; it lasts to the end of the first leg"},
      {"bins", whole(comparison.bins, 2, 10000), "", "Bins of each probability density"},
      {"bootstrap", whole(comparison.bootstrap, 10, 1000000), "",
       "Resamples of the realizations that the statistical errors are taken from"},
  };
  return {table};
}

std::vector<Table> describe(study::ReferenceSettings& reference) {
  Table table{"reference", "What a model is calibrated to (docs/methods/calibration.md)", {}, nullptr};
  table.keys = {
      {"records", Texts{&reference.from_files}, "",
       "Measured glasses: folders of results or files in them, files of `vitrum export --to reference`, or "
       "tables "
       "of other programs (a folder with stress.csv, events.csv and local.csv, such files, or one HDF5 "
       "file)"},
      {"from", real(reference.from, 0, 100), "",
       "Strain at which the stationary window begins; it lasts to the end of the first leg"},
      {"blocks", whole(reference.blocks, 1, 1000), "",
       "Windows of equal width that each realization is cut into, which then count as realizations: a "
       "makeshift "
       "for few of them"},
      {"radius", real(reference.radius, 0, 1e4), "length",
       "Radius of the local tests that count; 0: the largest one that was tested"},
      {"bins", whole(reference.bins, 2, 10000), "", "Bins of each probability density"},
      {"sizes", Texts{&reference.sizes}, "",
       "Glasses of other sizes, records or exports, for the fluctuation of the stress against the size "
       "(paper 1, "
       "fig. 5b); the reference itself may be among them"},
  };
  if (reference.from_files.empty())
    for (std::size_t k = 1; k < table.keys.size(); ++k)
      table.keys[k].idle = "reference.records names nothing";
  return {table};
}

}  // namespace vitrum::config
