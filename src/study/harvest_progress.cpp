#include "study/harvest_progress.h"

#include <atomic>
#include <memory>

#include "base/error.h"

namespace vitrum::study {

namespace {

// Unit costs on one core of the reference machine, in seconds.
constexpr double law_cost = 1, attractor_cost = 0.3, walker_cost = 2e-4, legs_cost = 1, variable_cost = 0.5,
                 smooth_cost = 60;
constexpr double least_step = 1e-3;  // of the share: whoever listens hears a thousand times at most

}  // namespace

std::map<std::string, double> parts_of_harvest(const Harvest& settings, std::size_t sets) {
  const auto count = static_cast<double>(sets);
  std::map<std::string, double> parts{{law_part, law_cost},
                                      {attractor_part, attractor_cost},
                                      {walkers_part, walker_cost * count * settings.walkers}};
  if (!settings.program.legs.empty()) parts[legs_part] = legs_cost * count;
  if (!settings.variables.empty())
    parts[variables_part] = variable_cost * static_cast<double>(settings.variables.size());
  if (settings.smooth) parts[smooth_part] = smooth_cost;
  return parts;
}

HearShare told_to(Watcher* watcher, const std::string& part, const std::string& what, std::size_t number,
                  std::size_t of) {
  if (!watcher) return {};
  const auto told = std::make_shared<std::atomic<double>>(-1);
  return [=](double share) {
    if (watcher->stop_requested()) throw Stopped();
    double before = *told;
    if (share < 1 && share < before + least_step) return;
    if (told->compare_exchange_strong(before, share))
      watcher->progress(part, (static_cast<double>(number) + share) / static_cast<double>(of), what);
  };
}

}  // namespace vitrum::study
