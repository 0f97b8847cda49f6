#include "app/stored_samples.h"

#include "base/error.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "study/calibrate.h"
#include "study/run.h"

namespace vitrum::app {

std::vector<std::filesystem::path> record_files(const std::filesystem::path& source) {
  if (std::filesystem::is_directory(source)) return store::finished_files(source);
  return {source};
}

std::vector<study::SampleRecord> stored_samples(const std::string& source) {
  study::Results results;
  for (const auto& file : record_files(source))
    if (!study::belongs_to_calibration(file.stem().string()))
      study::add_records(study::records_of_task(store::read_file(file, store::sample_kind).content), results);
  if (const auto missing = study::remove_glasses_without_record(results); !missing.empty())
    throw InputError(
        source + ": the record of glass " + std::to_string(missing.front()) +
        " is missing, and only its local tests are there; give the command vitrum run again, which "
        "makes it anew, or remove its local tests");
  auto& samples = results.glass.empty() ? results.lattice : results.glass;
  if (samples.empty())
    throw InputError(source + " holds neither glasses nor lattices; name a folder of results or tables");
  return std::move(samples);
}

}  // namespace vitrum::app
