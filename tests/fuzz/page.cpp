// The page and tables of a study whose records are those of tests/fuzz/base, edited: what `vitrum report`
// does.
#include "app/stored_loadings.h"
#include "edge/config/study_file.h"
#include "edge/export/figure_tables.h"
#include "edge/report/report.h"
#include "fuzz/edits.h"
#include "fuzz/target.h"
#include "study/calibrate.h"
#include "study/run.h"

namespace vitrum::fuzz {
namespace {

const study::Settings& settings() {
  static const study::Settings read = [] {
    const std::string text = base("glass.h5").provenance.text("settings");
    study::Settings out = config::parse_study(text, "stored settings", {"study.threads=1"}).settings;
    out.compare.enabled = true;
    out.compare.from = 0.002;
    return out;
  }();
  return read;
}

}  // namespace
}  // namespace vitrum::fuzz

FUZZ_TARGET(page) {
  using namespace vitrum;
  Group all;
  for (const char* name : {"glass.h5", "lattice.h5", "loadings.h5", "calibration.h5", "temperature.h5"})
    all.groups[name] = fuzz::base(name).content;
  fuzz::edit(all, bytes);
  fuzz::reads([&] {
    study::Results results;
    study::add_records(study::records_of_task(all.group("glass.h5")), results);
    study::add_records(study::records_of_task(all.group("lattice.h5")), results);
    if (!results.glass.empty()) {  // errors are told from how samples differ
      results.glass.push_back(study::SampleRecord(results.glass.front()));
      results.glass.back().sample = results.glass.front().sample == 0 ? 1 : 0;
    }
    study::add_calibration("calibration-c-l6_6", all.group("calibration.h5"), results.calibration);
    study::add_calibration("calibrated-temperature", all.group("temperature.h5"), results.calibration);
    results.loadings.push_back({"loadings", study::loading_records_from(all.group("loadings.h5"))});
    study::analyse(fuzz::settings(), results);
    report::summary_json(results, {});
    report::report_page(results, {});
    exports::figure_tables(results);
  });
}
