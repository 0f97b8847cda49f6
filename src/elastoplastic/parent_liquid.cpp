#include "elastoplastic/parent_liquid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"
#include "elastoplastic/initial_stress.h"

namespace vitrum::elastoplastic {

namespace {

constexpr std::int64_t mepls_events = 1100;  // where the author's code of paper 1 always stops

constexpr double memory_left = 0.01;  // share of elements that may still be as they were in the beginning
constexpr std::int64_t looks_per_element = 16;

}  // namespace

ParentLiquid::ParentLiquid(LatticeSpecimen& specimen)
    : specimen_(specimen),
      interval_(
          std::max<std::int64_t>(1, static_cast<std::int64_t>(specimen.elements()) / looks_per_element)) {
  if (specimen.settings().initial != Initial::liquid)
    throw InputError("lattice: initial is not \"liquid\", so there is no parent liquid to begin with");
  const auto& slips = specimen.lattice_.slip_counts();
  if (specimen.strain_ != 0 || std::any_of(slips.begin(), slips.end(), [](std::int64_t n) { return n != 0; }))
    throw InputError("lattice: a parent liquid begins with a fresh lattice, and this one has been used");
}

void ParentLiquid::advance() {
  if (finished_) return;
  const LatticeSettings& settings = specimen_.settings();
  const auto event =
      specimen_.thermal_.next(specimen_.lattice_, settings.temperature, settings.activation_volume,
                              std::numeric_limits<double>::infinity());
  if (!event)
    throw PhysicsError("lattice: at the temperature " + std::to_string(settings.temperature) +
                       " nothing is ever activated in the parent liquid; raise lattice.temperature");
  time_ += event->wait;
  rig::Response response;
  specimen_.slip({&event->system, 1}, specimen_.thermal_bound(settings.temperature), response);
  specimen_.avalanche(response, specimen_.athermal_bound(settings.temperature));
  specimen_.sites_.clear();
  ++events_;
  slips_ += response.slips;
  if (events_ % interval_ == 0) look();
  if (is_over()) quench();
}

void ParentLiquid::look() {
  const auto& slips = specimen_.lattice_.slip_counts();
  as_in_the_beginning_ =
      static_cast<double>(std::count(slips.begin(), slips.end(), 0)) / static_cast<double>(slips.size());
}

bool ParentLiquid::is_over() const {
  const LatticeSettings& settings = specimen_.settings();
  if (settings.liquid_events > 0)
    return static_cast<double>(events_) >= settings.liquid_events * static_cast<double>(specimen_.elements());
  if (settings.mode == Mode::mepls) return events_ >= mepls_events;
  return as_in_the_beginning_ <= memory_left;
}

// What slips at zero temperature has slipped already, in the avalanche behind the last thermal event: to take
// the temperature away leaves all as it is (paper 1, A.3, relaxes here; there is nothing to relax).
void ParentLiquid::quench() {
  quenched_stress_ = mean_von_mises(specimen_.lattice_.stress());
  specimen_.begin_here();
  finished_ = true;
}

double ParentLiquid::progress() const {
  const LatticeSettings& settings = specimen_.settings();
  const auto events = static_cast<double>(events_);
  if (finished_) return 1;
  if (settings.liquid_events > 0)
    return std::min(1.0, events / (settings.liquid_events * static_cast<double>(specimen_.elements())));
  if (settings.mode == Mode::mepls) return events / mepls_events;
  // The share that is left falls about exponentially.
  return std::min(1.0, std::log(std::max(as_in_the_beginning_, memory_left)) / std::log(memory_left));
}

Group ParentLiquid::record() const {
  Group group;
  group.put("liquid_events", events_, "1", "thermally activated events of the parent liquid");
  group.put("liquid_slips", slips_, "1", "slips in it, those of avalanches included");
  group.put("liquid_time", time_, "inverse attempt rate", "how long it lasted");
  group.put("quench_von_mises", quenched_stress_, "stress",
            "mean von Mises stress of the elements after the quench");
  return group;
}

Group ParentLiquid::snapshot() const {
  Group group;
  group.put("events", events_);
  group.put("slips", slips_);
  group.put("time", time_);
  group.put("as_in_the_beginning", as_in_the_beginning_);
  group.put("quenched_stress", quenched_stress_);
  group.put("finished", static_cast<std::int64_t>(finished_));
  group.groups["specimen"] = specimen_.snapshot();
  return group;
}

void ParentLiquid::restore(const Group& snapshot) {
  // Everything is read before anything is changed.
  ParentLiquid stored(*this);
  stored.events_ = snapshot.integer("events");
  stored.slips_ = snapshot.integer("slips");
  stored.time_ = snapshot.number("time");
  stored.as_in_the_beginning_ = snapshot.number("as_in_the_beginning");
  stored.quenched_stress_ = snapshot.number("quenched_stress");
  stored.finished_ = snapshot.integer("finished") != 0;
  specimen_.restore(snapshot.group("specimen"));
  events_ = stored.events_, slips_ = stored.slips_, time_ = stored.time_;
  as_in_the_beginning_ = stored.as_in_the_beginning_;
  quenched_stress_ = stored.quenched_stress_, finished_ = stored.finished_;
}

Group quench_from_liquid(LatticeSpecimen& specimen) {
  ParentLiquid liquid(specimen);
  while (!liquid.finished()) liquid.advance();
  return liquid.record();
}

}  // namespace vitrum::elastoplastic
