#include <algorithm>
#include <cctype>
#include <cstdio>

#include "study/tables.h"

namespace vitrum::study {

namespace {

constexpr double offsets[] = {0.01, 0.02, 0.05, 0.1};

std::string key_of(const LegCurve& reload) {
  std::string key = reload.model + "." + reload.label;
  std::erase_if(key, [](char c) { return c == '(' || c == ')'; });
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

std::string capitalized(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

}  // namespace

QuantityTable reload_table(const std::vector<LegCurve>& reloads) {
  QuantityTable table;
  table.title = "Unloaded, then loaded again";
  table.caption =
      "Mean shear stress in the direction of reloading at chosen strains since it began (paper 1, fig. 5d). "
      "A "
      "material with a Bauschinger effect bears less backward than forward. Errors are standard errors over "
      "realizations.";
  for (const LegCurve& reload : reloads) {
    const compare::MeanCurve& curve = reload.curve;
    for (const double offset : offsets) {
      if (curve.x.empty() || offset > curve.x.back() * (1 + 1e-9)) continue;
      char strain[32], name[48], note[96];
      std::snprintf(strain, sizeof strain, "%g", offset);
      std::snprintf(name, sizeof name, ".stress_at_%s", strain);
      std::snprintf(note, sizeof note, "%lld realizations", static_cast<long long>(curve.realizations));
      const compare::Line value{curve.x, curve.value}, error{curve.x, curve.error};
      table.rows.push_back({key_of(reload) + name,
                            capitalized(reload.model) + " " + reload.label + ", strain " + strain + " on", "",
                            "eps/sigma^2", compare::height_at(value, offset),
                            compare::height_at(error, offset), note});
    }
  }
  return table;
}

}  // namespace vitrum::study
