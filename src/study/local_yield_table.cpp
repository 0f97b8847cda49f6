#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

#include "study/tables.h"
#include "study/with_numbers.h"

namespace vitrum::study {

namespace {

std::string word(std::string name) {
  std::erase_if(name, [](char c) { return c == '(' || c == ')'; });
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::string capital(std::string name) {
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

/// The direction that is tested; whole turns of 180 degrees aside.
bool is_along(double angle, double direction) {
  return std::abs(std::remainder(angle - direction, 180)) < 1e-9;
}

/// Those of paper 1, fig. 4, whose means do not follow from the stress of the sample alone.
bool is_shown(const compare::LocalQuantity& quantity, bool forward) {
  const std::string_view name = quantity.name;
  if (name == "von_mises") return forward;  // does not depend on the direction
  return name == "tau_c" || name == "distance" || name == "drop";
}

void add_rows(const LocalYieldState& state, const compare::LocalStatistics& found, bool forward,
              QuantityTable& table) {
  const std::string key = state.model + ".local." + word(state.label) +
                          with_numbers(".R%.3g.angle%d.", found.radius, forward ? 0 : 90);
  const std::string where = capital(state.model) + " " + state.label +
                            with_numbers(", R = %.3g, ", found.radius) +
                            (forward ? "forward: " : "backward: ");
  std::string note = with_numbers("%lld tests of %lld realizations", static_cast<long long>(found.tests),
                                  static_cast<long long>(found.realizations));
  if (found.not_found > 0)
    note += with_numbers("; %.2g %% of them found no instability and are left out", 100 * found.not_found);
  for (std::size_t i = 0; i < found.moments.size(); ++i) {
    const compare::LocalQuantity& quantity = compare::local_quantities()[i];
    if (!is_shown(quantity, forward)) continue;
    const compare::Estimate& mean = found.moments[i].mean;
    table.rows.push_back({key + quantity.name, where + quantity.label,
                          std::string("<") + quantity.symbol + ">", "eps/sigma^2", mean.value, mean.error,
                          note});
  }
  table.rows.push_back({key + "negative", where + "share of negative yield stresses", "", "",
                        found.negative.value, found.negative.error, note + "; paper 1, eq. 12"});
}

}  // namespace

QuantityTable local_yield_table(const std::vector<LocalYieldState>& local) {
  QuantityTable table;
  table.title = "Local yield stress";
  table.caption =
      "Means over patches at the largest radius R that was tested, sheared forward and backward; errors are "
      "standard errors from the differences between realizations. All radii and directions stand in "
      "summary.json under local_yield. Surroundings that cannot yield make small patches stronger (paper 1, "
      "sec. 6): compare radii that are alike.";
  for (const LocalYieldState& state : local) {
    double largest = 0;
    for (const auto& found : state.statistics) largest = std::max(largest, found.radius);
    for (const bool forward : {true, false})
      for (const auto& found : state.statistics)
        if (found.radius == largest && is_along(found.angle, forward ? 0 : 90))
          add_rows(state, found, forward, table);
  }
  return table;
}

}  // namespace vitrum::study
