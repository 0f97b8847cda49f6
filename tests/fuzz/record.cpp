// Result files: the first byte picks one of tests/fuzz/base, the rest are edits of what it holds. It is then
// read as `vitrum info`, `vitrum export`, `vitrum rerun`, and studies that name it, do.
#include "app/stored_loadings.h"
#include "app/stored_reference.h"
#include "atomistic/configuration_record.h"
#include "atomistic/eam_tables_record.h"
#include "atomistic/orientation.h"
#include "base/error.h"
#include "edge/export/export.h"
#include "edge/export/xdmf.h"
#include "edge/import/eam_file.h"
#include "edge/store/describe.h"
#include "fuzz/edits.h"
#include "fuzz/references.h"
#include "fuzz/target.h"
#include "study/calibrate.h"
#include "study/glass_job.h"
#include "study/repeat.h"
#include "study/run.h"

namespace vitrum::fuzz {
namespace {

constexpr const char* files[] = {"glass.h5",       "lattice.h5",   "metal",       "calibration.h5",
                                 "temperature.h5", "reference.h5", "loadings.h5", "sizes"};

/// What stands in no file of the folder is made here.
store::File base_number(std::size_t number) {
  const std::string name = files[number];
  if (name.ends_with(".h5")) return base(name);
  if (name == "metal") {
    store::File metal = base("glass.h5");
    metal.content.groups[study::potential_name] =
        atomistic::to_group(imports::read_eam(memory_file(base_file("tables.eam.fs"))));
    metal.content.groups[study::read_glass_name] = metal.content.group("glass");
    return metal;
  }
  store::File sizes = base("temperature.h5");
  sizes.content = {};
  for (const char* column : {"width", "deviation", "deviation_error", "scale", "scale_error"})
    sizes.content.put(column, std::vector<double>{1, 2, 3});
  sizes.content.put("slip_systems", std::vector<std::int64_t>{1, 2, 3});
  return sizes;
}

void export_all(const Group& content) {
  const auto records = study::records_of_task(content);
  using exports::Format;
  for (const Format format : {Format::csv, Format::extxyz, Format::lammps, Format::dump, Format::vti})
    reads([&] { exports::documents(records, format); });
  for (const study::SampleRecord& record : records)
    reads([&] { exports::xdmf(record, "file.h5", "/content"); });
}

void begin_rerun(const Group& content, bool metal) {
  study::Settings settings;
  settings.glass.samples = settings.lattice.samples = 100;
  if (metal) settings.glass.from = {"elsewhere"}, settings.glass.potential = "tables.eam.fs";
  study::repetition_of(content, settings);
}

void begin_from(const Group& content) {
  const auto configuration = atomistic::configuration_from(content.group("glass"));
  for (int orientation = 0; orientation < 4; ++orientation)
    reads([&] { atomistic::oriented(configuration, orientation); });
}

}  // namespace
}  // namespace vitrum::fuzz

FUZZ_TARGET(record) {
  using namespace vitrum;
  if (bytes.empty()) return;
  const std::size_t number = static_cast<unsigned char>(bytes[0]) % std::size(fuzz::files);
  store::File file = fuzz::base_number(number);
  fuzz::edit(file.content, bytes.substr(1));
  const std::string path = fuzz::memory_file_in_folder(store::file_bytes(file));
  fuzz::reads([&] { store::describe_file(path); });
  fuzz::reads([&] { store::describe_file_as_json(path); });
  const Group content = store::read_file(path).content;
  fuzz::reads([&] { fuzz::export_all(content); });
  fuzz::reads([&] { fuzz::begin_rerun(content, number == 2); });
  fuzz::reads([&] { fuzz::begin_from(content); });
  fuzz::reads([&] { fuzz::use(app::reference_tables_of(path)); });
  fuzz::reads([&] { app::loadings_of(path); });
  for (const char* task :
       {"calibration-c-l6_6", "calibrated-temperature", "calibrated-systems", "calibrated-sizes"}) {
    study::CalibrationResults results;
    fuzz::reads([&] { study::add_calibration(task, content, results); });
  }
}
