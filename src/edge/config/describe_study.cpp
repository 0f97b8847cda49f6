// [study] and [compare].
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
       "Threads that share the samples; 0: one for each core"},
      {"output", Text{&general.output}, "",
       "Folder of the results; empty: results/ and the name of the study file"},
      {"checkpoint_interval", real(general.checkpoint_interval, 0, 86400), "s",
       "A run that is killed loses at most this much work"},
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

}  // namespace vitrum::config
