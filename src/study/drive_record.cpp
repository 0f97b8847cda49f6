#include "study/drive_record.h"

namespace vitrum::study {

SampleRecord record_of(const std::string& model, std::int64_t sample, const rig::Drive& drive) {
  SampleRecord out;
  out.model = model;
  out.sample = sample;
  out.history = drive.history();
  out.fields = drive.snapshots();
  out.moduli = columns(drive.moduli());
  out.along = columns(drive.measured());
  if (const rig::LargestEvent& largest = drive.largest_event(); largest.event >= 0) {
    out.largest_event.put("event", largest.event, "1", "index among the events");
    out.largest_event.groups["fields"] = largest.fields;
  }
  return out;
}

}  // namespace vitrum::study
