// What a drive writes down so that it can go on later, bit for bit.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "rig/drive.h"

namespace vitrum::rig {

namespace {

Group numbered(const std::vector<FieldSnapshot>& snapshots) {
  Group all;
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    Group& one = all.groups[std::to_string(i)];
    one.put("strain", snapshots[i].strain);
    one.put("leg", snapshots[i].leg);
    one.groups["fields"] = snapshots[i].fields;  // which may be named as these two are
  }
  return all;
}

std::vector<FieldSnapshot> snapshots_from(const Group& numbered) {
  std::vector<FieldSnapshot> snapshots;
  for (std::size_t i = 0; i < numbered.groups.size(); ++i) {
    Group one = numbered.group(std::to_string(i));
    const double strain = one.number("strain");
    const std::int64_t leg = one.integer("leg");
    if (one.has_group("fields")) {
      snapshots.push_back({strain, one.group("fields"), leg});
      continue;
    }
    // Programs of earlier versions kept all in one group.
    one.arrays.erase("strain");
    one.arrays.erase("leg");
    snapshots.push_back({strain, std::move(one), leg});
  }
  return snapshots;
}

constexpr const char* of_another_program =
    "the checkpoint belongs to another loading program; go on with the program that it was made by";

/// Another one for another program; what is measured on the way does not count.
std::vector<double> numbers_of(const Program& program) {
  std::vector<double> out{program.increment};
  for (const Leg& leg : program.legs)
    for (const double number : {static_cast<double>(leg.kind), leg.strain, static_cast<double>(leg.times),
                                leg.stress, leg.temperature, leg.duration, leg.most_strain})
      out.push_back(number);
  return out;
}

}  // namespace

Group Drive::checkpoint() const {
  Group out;
  out.put("program", numbers_of(program_));
  out.put("stretch", static_cast<std::int64_t>(stretch_));
  out.put("inside", static_cast<std::int64_t>(inside_));
  out.put("grid_origin", grid_.origin);
  out.put("grid_step", grid_.step);
  out.put("k", k_);
  out.put("points", points_);
  out.put("target", target_);
  out.put("lowest_strain", range_.lowest);
  out.put("highest_strain", range_.highest);
  out.put("stops_passed", static_cast<std::int64_t>(next_stop_));
  out.put("slopes", slopes_);
  out.put("largest_residual", largest_residual_);
  out.groups["history"] = to_group(history_);
  out.groups["fields"] = numbered(snapshots_);
  out.groups["moduli"] = numbered(moduli_);
  if (program_.measure_every > 0) out.groups["measured"] = numbered(measured_);
  out.put("largest_event", largest_event_.event);
  out.groups["largest_event_fields"] = largest_event_.fields;
  out.groups["specimen"] = specimen_.snapshot();
  return out;
}

void Drive::resume(const Group& checkpoint) {
  const auto stretch = checkpoint.integer("stretch");
  if (stretch < 0 || stretch > static_cast<std::int64_t>(stretches_.size()))
    throw InputError(of_another_program);
  // Programs of earlier versions did not write it down.
  if (checkpoint.has_array("program") && checkpoint.doubles("program") != numbers_of(program_))
    throw InputError(of_another_program);
  specimen_.restore(checkpoint.group("specimen"));
  stretch_ = static_cast<std::size_t>(stretch);
  inside_ = checkpoint.integer("inside") != 0;
  grid_ = {checkpoint.number("grid_origin"), checkpoint.number("grid_step")};
  k_ = checkpoint.integer("k");
  points_ = checkpoint.integer("points");
  target_ = checkpoint.number("target");
  range_ = {checkpoint.number("lowest_strain"), checkpoint.number("highest_strain")};
  stop_.reset();
  next_stop_ = 0;  // programs of earlier versions had none
  if (checkpoint.has_array("stops_passed"))
    next_stop_ = static_cast<std::size_t>(checkpoint.integer("stops_passed"));
  slopes_ = checkpoint.doubles("slopes");
  largest_residual_ = checkpoint.number("largest_residual");
  history_ = history_from(checkpoint.group("history"));
  snapshots_ = snapshots_from(checkpoint.group("fields"));
  moduli_ = snapshots_from(checkpoint.group("moduli"));
  if (program_.measure_every > 0) measured_ = snapshots_from(checkpoint.group("measured"));
  largest_event_ = {checkpoint.integer("largest_event"), checkpoint.group("largest_event_fields")};
  next_snapshot_ = static_cast<std::size_t>(std::count_if(
      snapshots_.begin(), snapshots_.end(), [](const FieldSnapshot& one) { return one.leg == 0; }));
}

}  // namespace vitrum::rig
