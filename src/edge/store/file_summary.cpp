#include "edge/store/file_summary.h"

#include <algorithm>

#include "record/history.h"

namespace vitrum::store {
namespace {

bool is_sample(const Group& group) {
  return group.texts.count("model") != 0 && group.has_array("sample") && group.has_group("history");
}

SampleSummary sample_summary(const Group& group) {
  const History history = history_from(group.group("history"));
  SampleSummary summary;
  summary.sample = group.integer("sample");
  summary.states = history.states.size();
  summary.events = history.events.size();
  summary.increment = history.increment;
  const auto [least, most] =
      std::minmax_element(history.states.begin(), history.states.end(),
                          [](const State& a, const State& b) { return a.strain < b.strain; });
  if (least != history.states.end()) {
    summary.smallest_strain = least->strain;
    summary.largest_strain = most->strain;
  }
  if (group.has_group("snapshots"))
    for (const auto& [name, snapshot] : group.group("snapshots").groups)
      summary.snapshots.push_back(snapshot.number("strain"));
  return summary;
}

}  // namespace

FileSummary summary_of(const File& file) {
  FileSummary summary;
  const auto add = [&summary](const Group& group) {
    if (!is_sample(group)) return;
    summary.model = group.text("model");
    summary.samples.push_back(sample_summary(group));
  };
  add(file.content);
  for (const auto& [name, group] : file.content.groups) add(group);
  std::sort(summary.samples.begin(), summary.samples.end(),
            [](const SampleSummary& a, const SampleSummary& b) { return a.sample < b.sample; });
  return summary;
}

}  // namespace vitrum::store
