// Ensembles of records compared: paper 1, sec. 4.1.
#include <pybind11/stl.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "app/stored_reference.h"
#include "compare/macroscale_record.h"
#include "python/bind.h"
#include "python/interruptible.h"
#include "record/history.h"
#include "study/harvest_progress.h"
#include "study/reference_records.h"

namespace vitrum::python {

namespace {

std::vector<History> histories_of(const py::iterable& records) {
  std::vector<History> out;
  for (const py::handle& record : records) out.push_back(history_from(group_of(record).group("history")));
  return out;
}

/// The strain up to which the first leg of all of them leads.
double common_end(const std::vector<History>& histories) {
  double out = std::numeric_limits<double>::infinity();
  for (const History& one : histories) {
    double last = 0;
    for (std::size_t i = 0; i < one.states.size() && one.leg[i] == 0; ++i) last = one.states[i].strain;
    out = std::min(out, last);
  }
  return out;
}

std::vector<compare::MacroscaleSample> windows_of(const std::vector<History>& histories, double from,
                                                  std::optional<double> to) {
  std::vector<compare::MacroscaleSample> out;
  const double end = to ? *to : common_end(histories);
  for (const History& one : histories) out.push_back(compare::macroscale_sample(one, from, end));
  return out;
}

py::object compared(const py::iterable& first, const py::iterable& second, double from,
                    std::optional<double> to, int bins, int bootstrap, std::uint64_t seed,
                    const py::object& progress) {
  const auto first_histories = histories_of(first), second_histories = histories_of(second);
  Group out;
  run_interruptibly(
      [&](Watcher& watcher) {
        watcher.plan({{"comparison", 1.0}});
        const HearShare hear = study::told_to(&watcher, "comparison", "resamples");
        out = to_group(compare::compare_macroscale(windows_of(first_histories, from, to),
                                                   windows_of(second_histories, from, to),
                                                   {bins, bootstrap, seed, hear}));
      },
      progress);
  return as_record(std::move(out));
}

py::list reference_of(const std::string& source) {
  study::Results results;
  {
    const py::gil_scoped_release release;
    study::Settings settings;
    study::adopt_reference(app::reference_tables_of(source), settings, results);
  }
  py::list out;
  for (const study::SampleRecord& one : results.glass) out.append(as_record(study::to_group(one)));
  return out;
}

}  // namespace

void bind_compare(py::module_& module) {
  module.def("_compare", compared);
  module.def("_reference", reference_of);
}

}  // namespace vitrum::python
