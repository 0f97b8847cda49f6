// What a drive measures beside states and events: elastic moduli, and what moves in an event.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "rig/back_stress.h"
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

// 0: there are none in this stretch.
std::int64_t Drive::increments_between_measurements() const {
  if (stretch_ != 0 || !(program_.measure_every > 0)) return 0;
  if (stretches_.front().end != StretchEnd::to && stretches_.front().end != StretchEnd::by) return 0;
  return std::max<std::int64_t>(1, std::llround(program_.measure_every / program_.increment));
}

void Drive::measure_if_due() {
  const std::int64_t every = increments_between_measurements();
  if (every == 0 || k_ % every != 0) return;
  const double strain = specimen_.state().strain, none = std::numeric_limits<double>::quiet_NaN();
  if (!measured_.empty() && measured_.back().strain == strain) return;
  Group found;
  const Group here = specimen_.snapshot();
  if (program_.measure_stability)
    found.put("stability", specimen_.stability().value_or(none), "",
              "falls to zero towards the next instability; atoms: square of the Hessian's lowest eigenvalue; "
              "NaN: not "
              "found");
  if (program_.measure_back_stress) {
    BackStressSettings settings;
    settings.detection = detection_;
    settings.detection.resolution = 0;
    found.put(
        "back_stress", back_stress(specimen_, settings).value_or(none), "model units",
        "half the sum of the stress and of that at which the specimen yields backward; NaN: it did not");
  }
  specimen_.restore(here);  // whatever was measured, the loading goes on as if it had not been
  measured_.push_back({strain, std::move(found)});
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
