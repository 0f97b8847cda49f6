// The library of events as arrays, and back.
#include <string>

#include "base/error.h"
#include "seem/event_library.h"

namespace vitrum::seem {

Group to_group(const EventLibrary& library) {
  std::vector<double> exposure, drops, inelastic;
  std::vector<std::int64_t> visits, begins{0};
  for (const BinRecord& bin : library.bins_) {
    exposure.push_back(bin.exposure);
    visits.push_back(bin.visits);
    for (const Jump& jump : bin.jumps) {
      drops.push_back(jump.stress_drop);
      inelastic.push_back(jump.inelastic);
    }
    begins.push_back(static_cast<std::int64_t>(drops.size()));
  }
  const std::vector<std::size_t> shape{library.grid_.columns(), library.grid_.rows()};
  Group group;
  group.put("inelastic_edges", library.grid_.inelastic_edges(), "energy per atom",
            "edges of the bins of X_1");
  group.put("stress_edges", library.grid_.stress_edges(), "stress", "edges of the bins of tau");
  group.put_shaped("exposure", shape, std::move(exposure), "1", "strain that was spent in each bin");
  group.put("visits", std::move(visits), "1", "recorded states in each bin, the stress running fastest");
  group.put("begin", std::move(begins), "1", "bin i has the events from begin[i] to before begin[i + 1]");
  group.put("stress_drop", std::move(drops), "stress", "Delta tau_pl of every event");
  group.put("inelastic_change", std::move(inelastic), "energy per atom", "Delta X_1 of every event");
  group.put("beyond", library.beyond_, "1",
            "strain that was spent beyond the bins, counted in the nearest ones");
  return group;
}

EventLibrary event_library_from(const Group& group) {
  EventLibrary library(StateGrid(group.doubles("inelastic_edges"), group.doubles("stress_edges")));
  const auto& exposure = group.doubles("exposure");
  const auto& visits = group.integers("visits");
  const auto& begins = group.integers("begin");
  const auto& drops = group.doubles("stress_drop");
  const auto& inelastic = group.doubles("inelastic_change");
  const std::size_t bins = library.bins_.size();
  bool fits = exposure.size() == bins && visits.size() == bins && begins.size() == bins + 1 &&
              drops.size() == inelastic.size() && begins.front() == 0 &&
              begins.back() == static_cast<std::int64_t>(drops.size());
  for (std::size_t i = 0; fits && i < bins; ++i) fits = begins[i] <= begins[i + 1];
  if (!fits) throw InputError("library of events: the lengths of its arrays do not belong to one another");
  for (std::size_t i = 0; i < bins; ++i) {
    library.bins_[i].exposure = exposure[i];
    library.bins_[i].visits = visits[i];
    for (auto k = static_cast<std::size_t>(begins[i]); k < static_cast<std::size_t>(begins[i + 1]); ++k)
      library.bins_[i].jumps.push_back({drops[k], inelastic[k]});
  }
  library.beyond_ = group.number("beyond");
  return library;
}

}  // namespace vitrum::seem
