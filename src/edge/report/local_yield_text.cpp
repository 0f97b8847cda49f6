#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "compare/angle_along.h"
#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : (i + 1 == words.size() ? " and " : ", ")) + words[i];
  return text;
}

std::string three_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string of_model(const std::string& model, const std::vector<study::LocalYieldState>& local) {
  std::vector<std::string> states, radii;
  std::set<double> sizes, angles;
  std::int64_t tests = 0, realizations = 0;
  for (const auto& state : local) {
    if (state.model != model) continue;
    states.push_back(state.label);
    for (const auto& one : state.statistics) {
      sizes.insert(one.radius);
      angles.insert(one.angle);
      tests += one.tests;
      realizations = std::max(realizations, one.realizations);
    }
  }
  if (states.empty()) return "";
  for (const double radius : sizes) radii.push_back(three_digits(radius));
  const bool glass = model == "glass";
  return (glass ? "Glass: " : "Lattice: ") + counted(static_cast<std::size_t>(tests), "test", "tests") +
         " in " +
         counted(static_cast<std::size_t>(realizations), glass ? "glass" : "lattice",
                 glass ? "glasses" : "lattices") +
         ", " + listed(states) + ", with <i>R</i>&nbsp;=&nbsp;" + listed(radii) + " along " +
         counted(angles.size(), "direction", "directions") + ".";
}

/// The forward tests of a state with the largest radius that has any; null without.
const compare::LocalStatistics* forward_at_largest(const study::LocalYieldState& state) {
  std::map<double, std::set<double>> angles;  // of every radius
  for (const auto& one : state.statistics) angles[one.radius].insert(one.angle);
  const compare::LocalStatistics* largest = nullptr;
  for (const auto& one : state.statistics)
    if (one.angle == compare::angle_along(angles[one.radius], 0) &&
        (largest == nullptr || one.radius > largest->radius))
      largest = &one;
  return largest;
}

/// Of -90 to 90 degrees the one that is the same direction; nothing where that is exactly forward.
std::string direction_text(double angle) {
  const double folded = std::remainder(angle, 180);
  if (std::abs(folded) < 1e-9) return "";
  return std::string(", α&nbsp;=&nbsp;") + (folded < 0 ? "−" : "") + three_digits(std::abs(folded)) + "°";
}

/// Where the local yield stress stands among the quantities.
std::size_t yield_stress() {
  const auto quantities = compare::local_quantities();
  const auto found = std::find_if(quantities.begin(), quantities.end(),
                                  [](const auto& one) { return std::string_view(one.name) == "tau_c"; });
  return static_cast<std::size_t>(found - quantities.begin());
}

std::string yields_at(const std::string& model, const std::vector<study::LocalYieldState>& local) {
  const auto state =
      std::find_if(local.begin(), local.end(), [&](const auto& one) { return one.model == model; });
  const auto* found = state == local.end() ? nullptr : forward_at_largest(*state);
  if (found == nullptr) return "";
  const compare::Estimate& mean = found->moments[yield_stress()].mean;
  return "<strong>" + with_error(mean.value, mean.error) + "&nbsp;ε/σ²</strong> in the " + model + " " +
         state->label + " (<i>R</i>&nbsp;=&nbsp;" + three_digits(found->radius) +
         direction_text(found->angle) + ")";
}

}  // namespace

std::string local_yield_lead(const std::vector<study::LocalYieldState>& local) {
  const std::string glass = yields_at("glass", local), lattice = yields_at("lattice", local);
  if (glass.empty() && lattice.empty()) return "";
  std::int64_t tests = 0;
  for (const auto& state : local)
    for (const auto& one : state.statistics) tests += one.tests;
  return "In " + counted(static_cast<std::size_t>(tests), "local shear test", "local shear tests") +
         " the mean yield stress of a patch that is sheared forward is " + glass +
         (glass.empty() || lattice.empty() ? "" : " and ") + lattice + ".";
}

std::string local_yield_text(const std::vector<study::LocalYieldState>& local) {
  const std::string glass = of_model("glass", local), lattice = of_model("lattice", local);
  return glass + (glass.empty() || lattice.empty() ? "" : " ") + lattice;
}

}  // namespace vitrum::report
