// Studies as whole: checked and run as the program does.
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "app/page.h"
#include "base/build_info.h"
#include "base/error.h"
#include "python/bind.h"
#include "python/interruptible.h"
#include "study/cost.h"

namespace vitrum::python {

namespace {

/// A study by its file, or by its text, which `name` then names in messages.
app::ReadStudy read(const std::string& name, const std::optional<std::string>& text,
                    const std::vector<std::string>& overrides) {
  return text ? app::read_study_text(*text, name, overrides) : app::read_study(name, overrides);
}

std::string run_study(const std::string& name, const std::optional<std::string>& text,
                      const std::vector<std::string>& overrides, const py::object& progress) {
  std::string folder;
  run_interruptibly(
      [&](Watcher& watcher) {
        const app::ReadStudy study = read(name, text, overrides);
        folder = study.parsed.settings.study.output;
        app::do_study(study, {}, store::Locks::required, watcher,
                      [&](const std::string& line) { say(watcher, line); });
      },
      progress);
  return folder;
}

py::dict check_study(const std::string& name, const std::optional<std::string>& text,
                     const std::vector<std::string>& overrides) {
  app::ReadStudy study;
  study::Cost cost;
  {
    const py::gil_scoped_release release;
    study = read(name, text, overrides);
    cost = study::estimate(study.parsed.settings);
  }
  py::dict stages, out;
  const auto entry = [](double core, double wall, double memory, double disk) {
    return py::dict(py::arg("core_seconds") = core, py::arg("wall_seconds") = wall,
                    py::arg("memory_bytes") = memory, py::arg("disk_bytes") = disk);
  };
  for (const study::StageCost& stage : cost.stages)
    stages[py::str(stage.stage)] =
        entry(stage.core_seconds, stage.wall_seconds, stage.memory_bytes, stage.disk_bytes);
  stages["all"] = entry(cost.core_seconds, cost.wall_seconds, cost.memory_bytes, cost.disk_bytes);
  out["cost"] = stages;
  out["settings"] = study.parsed.resolved;
  out["output"] = study.parsed.settings.study.output;
  out["remarks"] = study.reference.remarks;
  return out;
}

}  // namespace

std::uint64_t sample_number(std::int64_t sample) {
  if (sample < 0)
    throw InputError("sample is " + std::to_string(sample) +
                     " (samples are numbered from 0); give 0 or more.");
  return static_cast<std::uint64_t>(sample);
}

app::ReadStudy settings_from(const std::string& text) { return app::read_study_text(text, "settings", {}); }

void bind_studies(py::module_& module) {
  module.def("_run", run_study);
  module.def("_check", check_study);
  module.def(
      "_report", [](const std::filesystem::path& folder) { app::write_page(folder); },
      py::call_guard<py::gil_scoped_release>());
  const BuildInfo& build = build_info();
  module.attr("__version__") = build.version;
  module.attr("_build") =
      py::dict(py::arg("version") = build.version, py::arg("commit") = build.commit,
               py::arg("compiler") = build.compiler, py::arg("build_type") = build.build_type);
}

}  // namespace vitrum::python
