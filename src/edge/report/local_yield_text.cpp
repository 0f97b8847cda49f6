#include <algorithm>
#include <set>

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

}  // namespace

std::string local_yield_text(const std::vector<study::LocalYieldState>& local) {
  const std::string glass = of_model("glass", local), lattice = of_model("lattice", local);
  return glass + (glass.empty() || lattice.empty() ? "" : " ") + lattice;
}

}  // namespace vitrum::report
