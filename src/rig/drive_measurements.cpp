// What a drive measures beside states and events: elastic moduli, and what moves in an event.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "rig/drive.h"

namespace vitrum::rig {

namespace {

// A strain counts as one of a list when it is this close to it, in increments.
constexpr double same_strain = 1e-6;

}  // namespace

void Drive::measure_moduli_if_due() {
  if (stretch_ != 0) return;
  const double strain = specimen_.state().strain;
  const auto asked = [&](const std::vector<double>& strains) {
    return std::any_of(strains.begin(), strains.end(),
                       [&](double s) { return std::abs(s - strain) <= same_strain * program_.increment; });
  };
  const bool start = k_ == 0 && moduli_.empty();
  if (!start && !asked(program_.snapshots) && !asked(program_.moduli)) return;
  Group moduli = specimen_.moduli();
  if (!moduli.arrays.empty()) moduli_.push_back({strain, std::move(moduli)});
}

void Drive::describe_rearrangement(Event& event) {
  std::optional<Rearrangement> moved = specimen_.last_rearrangement();
  if (!moved) return;
  event.participation = moved->participation;
  event.centre = moved->centre;
  event.direction = moved->direction;
  const bool largest =
      largest_event_.event < 0 ||
      event.dissipated > history_.events[static_cast<std::size_t>(largest_event_.event)].dissipated;
  if (largest) largest_event_ = {static_cast<std::int64_t>(history_.events.size()), moved->fields()};
}

}  // namespace vitrum::rig
