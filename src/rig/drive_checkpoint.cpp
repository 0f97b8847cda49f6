// What a drive writes down so that it can go on later, bit for bit.
#include <string>

#include "base/error.h"
#include "rig/drive.h"

namespace vitrum::rig {

Group Drive::checkpoint() const {
  Group out;
  out.put("stretch", static_cast<std::int64_t>(stretch_));
  out.put("inside", static_cast<std::int64_t>(inside_));
  out.put("grid_origin", grid_.origin);
  out.put("grid_step", grid_.step);
  out.put("k", k_);
  out.put("points", points_);
  out.put("target", target_);
  out.put("slopes", slopes_);
  out.put("largest_residual", largest_residual_);
  out.groups["history"] = to_group(history_);
  Group fields;
  for (std::size_t i = 0; i < snapshots_.size(); ++i) {
    Group one = snapshots_[i].fields;
    one.put("strain", snapshots_[i].strain);
    fields.groups[std::to_string(i)] = one;
  }
  out.groups["fields"] = fields;
  out.groups["specimen"] = specimen_.snapshot();
  return out;
}

void Drive::resume(const Group& checkpoint) {
  const auto stretch = checkpoint.integer("stretch");
  if (stretch < 0 || stretch > static_cast<std::int64_t>(stretches_.size()))
    throw InputError("the checkpoint belongs to another loading program");
  specimen_.restore(checkpoint.group("specimen"));
  stretch_ = static_cast<std::size_t>(stretch);
  inside_ = checkpoint.integer("inside") != 0;
  grid_ = {checkpoint.number("grid_origin"), checkpoint.number("grid_step")};
  k_ = checkpoint.integer("k");
  points_ = checkpoint.integer("points");
  target_ = checkpoint.number("target");
  slopes_ = checkpoint.doubles("slopes");
  largest_residual_ = checkpoint.number("largest_residual");
  history_ = history_from(checkpoint.group("history"));
  const Group& fields = checkpoint.group("fields");
  snapshots_.clear();
  for (std::size_t i = 0; i < fields.groups.size(); ++i) {
    Group one = fields.group(std::to_string(i));
    const double strain = one.number("strain");
    one.arrays.erase("strain");
    snapshots_.push_back({strain, one});
  }
  next_snapshot_ = snapshots_.size();
}

}  // namespace vitrum::rig
