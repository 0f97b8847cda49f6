#include "study/tested_state.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>

namespace vitrum::study {

bool operator<(const TestedState& a, const TestedState& b) {
  return std::tuple(a.leg, std::abs(a.strain), a.strain) < std::tuple(b.leg, std::abs(b.strain), b.strain);
}

TestedState tested_state(const LocalYieldSurvey& survey) {
  if (survey.leg != 0) return {survey.leg, 0};
  // Grid points of one strain may differ in the last bits.
  return {0, std::round(survey.strain * 1e9) / 1e9};
}

std::string label_of(const TestedState& state, const rig::Program& program, bool quenched) {
  const auto leg = static_cast<std::size_t>(state.leg);
  if (leg == 0 && state.strain == 0) return quenched ? "as quenched" : "before loading";
  char text[64];
  // All digits that tell states apart: other strains have other names.
  std::snprintf(text, sizeof text, "at a strain of %.12g", state.strain);
  if (leg == 0) return text;
  const std::string number = "after leg " + std::to_string(leg + 1);
  if (leg >= program.legs.size()) return number;
  const auto of_this_kind =
      std::count_if(program.legs.begin() + 1, program.legs.begin() + static_cast<std::ptrdiff_t>(leg),
                    [&](const rig::Leg& before) { return before.kind == program.legs[leg].kind; });
  const std::string again = of_this_kind == 0 ? "" : " (" + std::to_string(of_this_kind + 1) + ")";
  switch (program.legs[leg].kind) {
    case rig::LegKind::unload:
      return "unloaded" + again;
    case rig::LegKind::reload_forward:
      return "reloaded forward" + again;
    case rig::LegKind::reload_backward:
      return "reloaded backward" + again;
    case rig::LegKind::cycle:
      return "cycled" + again;
    default:
      return number;
  }
}

}  // namespace vitrum::study
