#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

#include "study/tables.h"

namespace vitrum::study {

namespace {

template <class... Numbers>
std::string text(const char* format, Numbers... numbers) {
  char out[160];
  std::snprintf(out, sizeof out, format, numbers...);
  return out;
}

std::string word(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::string capital(std::string name) {
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

void add_rows(const LocalYieldState& state, const compare::LocalStatistics& found, QuantityTable& table) {
  const std::string key =
      state.model + ".local." + word(state.label) + text(".R%.3g.alpha%g.", found.radius, found.angle);
  const std::string where = capital(state.model) + " " + state.label +
                            text(", R %.3g, along %g degrees: ", found.radius, found.angle);
  std::string note = text("%lld tests of %lld realizations", static_cast<long long>(found.tests),
                          static_cast<long long>(found.realizations));
  if (found.not_found > 0)
    note += text("; %.2g %% of them found no instability and are left out", 100 * found.not_found);
  for (std::size_t i = 0; i < found.moments.size(); ++i) {
    const compare::LocalQuantity& quantity = compare::local_quantities()[i];
    const std::string name = quantity.name;
    if (name == "von_mises" && found.angle != 0) continue;  // does not depend on it
    const compare::Estimate& mean = found.moments[i].mean;
    table.rows.push_back({key + name, where + quantity.label, std::string("<") + quantity.symbol + ">",
                          name == "critical_strain" ? "" : "eps/sigma^2", mean.value, mean.error, note});
  }
  table.rows.push_back({key + "negative", where + "share of negative yield stresses", "", "",
                        found.negative.value, found.negative.error, note + "; paper 1, eq. 12"});
}

/// The direction that is tested; whole turns of 180 degrees aside.
bool is_along(double angle, double direction) {
  const double turns = (angle - direction) / 180;
  return std::abs(turns - std::round(turns)) < 1e-9;
}

}  // namespace

QuantityTable local_yield_table(const std::vector<LocalYieldState>& local) {
  QuantityTable table;
  table.title = "Local yield stress";
  table.caption =
      "Means over patches at the largest radius R that was tested, sheared forward (0 degrees) and backward "
      "(90 degrees); errors are standard errors from the differences between realizations. A frozen "
      "surrounding makes small patches stronger (paper 1, sec. 6): compare radii that are alike.";
  for (const LocalYieldState& state : local) {
    double largest = 0;
    for (const auto& found : state.statistics) largest = std::max(largest, found.radius);
    for (const double direction : {0.0, 90.0})
      for (const auto& found : state.statistics)
        if (found.radius == largest && is_along(found.angle, direction)) add_rows(state, found, table);
  }
  return table;
}

}  // namespace vitrum::study
