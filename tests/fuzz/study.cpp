// A study file, with overrides as first lines "--set table.key=value": all that `vitrum check` does.
#include "app/study_work.h"
#include "fuzz/target.h"
#include "lammps/engine.h"
#include "study/cost.h"

FUZZ_TARGET(study) {
  using namespace vitrum;
  // LAMMPS reads its lines by itself, and ends the program as it likes.
  if (lammps::available() && bytes.find("lammps") != std::string_view::npos) return;
  constexpr std::string_view mark = "--set ";
  std::vector<std::string> overrides;
  while (bytes.starts_with(mark)) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    overrides.emplace_back(bytes.substr(mark.size(), end - mark.size()));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  fuzz::reads([&] {
    const app::ReadStudy study = app::read_study_text(std::string(bytes), "fuzz/a.toml", overrides);
    study::estimate(study.parsed.settings);
    // What is stored with results is read again by `vitrum report` and `vitrum rerun`.
    config::parse_study(study.parsed.resolved, "stored settings");
  });
}
