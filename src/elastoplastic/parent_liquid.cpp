#include "elastoplastic/parent_liquid.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "elastoplastic/initial_stress.h"

namespace vitrum::elastoplastic {

namespace {

// The author's code of paper 1 always stops here.
constexpr std::int64_t mepls_events = 1100;

// A window is 100 events on 15 x 15 elements, as many per element on others, and at least 100.
constexpr double events_per_element = 100.0 / 225;
constexpr std::int64_t shortest_window = 100;
constexpr std::size_t fewest_windows = 10;
constexpr double stationary_change = 0.01;

std::int64_t window_of(std::size_t elements) {
  return std::max(shortest_window, static_cast<std::int64_t>(
                                       std::llround(events_per_element * static_cast<double>(elements))));
}

}  // namespace

ParentLiquid::ParentLiquid(LatticeSpecimen& specimen) : specimen_(specimen) {
  if (specimen.settings().initial != Initial::liquid)
    throw InputError("lattice: initial is not \"liquid\", so there is no parent liquid to begin with");
}

void ParentLiquid::advance() {
  if (finished_) return;
  const LatticeSettings& settings = specimen_.settings();
  Lattice& lattice = specimen_.lattice_;
  const auto event = specimen_.thermal_.next(lattice, settings.temperature, settings.activation_volume,
                                             std::numeric_limits<double>::infinity());
  if (!event)
    throw PhysicsError("lattice: at the temperature " + std::to_string(settings.temperature) +
                       " nothing is ever activated in the parent liquid; raise lattice.temperature");
  time_ += event->wait;
  rig::Response response;
  specimen_.slip({&event->system, 1}, specimen_.thermal_bound(settings.temperature), response);
  specimen_.avalanche(response, specimen_.athermal_bound(settings.temperature));
  ++events_;
  slips_ += response.slips;
  measure();
  if (is_over()) quench();
}

void ParentLiquid::measure() {
  const std::int64_t window = window_of(specimen_.elements());
  sum_ += mean_von_mises(specimen_.lattice_.stress());
  if (events_ % window != 0) return;
  windows_.push_back(sum_ / static_cast<double>(window));
  sum_ = 0;
}

bool ParentLiquid::is_over() const {
  const LatticeSettings& settings = specimen_.settings();
  if (settings.liquid_events > 0)
    return static_cast<double>(events_) >= settings.liquid_events * static_cast<double>(specimen_.elements());
  if (settings.mode == Mode::mepls) return events_ >= mepls_events;
  if (events_ % window_of(specimen_.elements()) != 0 || windows_.size() <= fewest_windows) return false;
  const double last = windows_.back(), before = windows_[windows_.size() - 2];
  return std::abs(last - before) < stationary_change * before;
}

void ParentLiquid::quench() {
  rig::Response response;
  specimen_.avalanche(response, {});
  quenched_stress_ = mean_von_mises(specimen_.lattice_.stress());
  specimen_.begin_here();
  finished_ = true;
}

double ParentLiquid::progress() const {
  if (finished_) return 1;
  return 0.5;
}

}  // namespace vitrum::elastoplastic
