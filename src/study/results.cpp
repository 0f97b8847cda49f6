#include "study/results.h"

#include <cstdio>

#include "record/leg_number.h"
#include "study/whole_record.h"

namespace vitrum::study {

std::string snapshot_name(std::size_t i) {
  char text[24];
  std::snprintf(text, sizeof text, "%04zu", i);
  return text;
}

namespace {

std::string unit_of_stress(const Group& history) {
  const auto& columns = history.group("states").arrays;
  const auto stress = columns.find("stress_xy");
  return stress == columns.end() ? "" : stress->second.unit;
}

}  // namespace

Group to_group(const SampleRecord& record) {
  Group group;
  group.texts["model"] = record.model;
  group.put("sample", record.sample, "1", "number of the realization in its ensemble, from 0");
  group.groups["history"] = vitrum::to_group(record.history);
  group.groups["measures"] = record.measures;
  if (!record.moduli.arrays.empty()) group.groups["moduli"] = record.moduli;
  if (!record.along.arrays.empty()) group.groups["along"] = record.along;
  if (!record.largest_event.groups.empty()) group.groups["largest_event"] = record.largest_event;
  Group& snapshots = group.groups["snapshots"];
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    Group& snapshot = snapshots.groups[snapshot_name(i)];
    snapshot.put("strain", record.fields[i].strain, "1", "external shear strain of the snapshot");
    snapshot.put("leg", record.fields[i].leg, "1",
                 "leg of the loading program at the end of which it was taken; 0: during the first one");
    snapshot.groups["fields"] = record.fields[i].fields;
  }
  for (std::size_t i = 0; i < record.surveys.size(); ++i)
    group.groups["local_yield"].groups[snapshot_name(i)] = to_group(record.surveys[i]);
  return group;
}

SampleRecord sample_record_from(const Group& group) {
  SampleRecord record;
  record.model = group.text("model");
  record.sample = group.integer("sample");
  record.history = history_from(group.group("history"));
  record.stress_unit = unit_of_stress(group.group("history"));
  record.measures = group.group("measures");
  if (group.has_group("moduli")) record.moduli = group.group("moduli");
  if (group.has_group("along")) record.along = group.group("along");
  if (group.has_group("largest_event")) record.largest_event = group.group("largest_event");
  for (const auto& [name, snapshot] : group.group("snapshots").groups) {
    record.fields.push_back({snapshot.number("strain"), snapshot.group("fields"),
                             snapshot.has_array("leg") ? snapshot.integer("leg") : 0});
    require_leg(record.fields.back().leg);
  }
  if (group.has_group("local_yield"))
    for (const auto& [name, survey] : group.group("local_yield").groups)
      record.surveys.push_back(local_yield_survey_from(survey));
  require_whole(record);
  return record;
}

}  // namespace vitrum::study
