#include "rig/stretch.h"

#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::rig {

namespace {

void require(bool good, std::size_t leg, const char* what) {
  if (!good) throw InputError("leg " + std::to_string(leg + 1) + " of the loading program: " + what);
}

}  // namespace

std::vector<Stretch> stretches_of(const Program& program) {
  if (!(program.increment > 0) || !std::isfinite(program.increment))
    throw InputError("the strain increment of a loading program must be a positive number");
  if (program.legs.empty()) throw InputError("a loading program needs at least one leg");
  std::vector<Stretch> out;
  for (std::size_t i = 0; i < program.legs.size(); ++i) {
    const Leg& leg = program.legs[i];
    const auto number = static_cast<std::int64_t>(i);
    require(std::isfinite(leg.strain), i, "its strain is not a number");
    if (leg.kind != LegKind::shear && leg.kind != LegKind::unload)
      require(leg.strain > 0, i, "its strain must be positive (the kind of the leg gives the direction)");
    switch (leg.kind) {
      case LegKind::shear:
        out.push_back({StretchEnd::to, leg.strain, number});
        break;
      case LegKind::unload:
        out.push_back({StretchEnd::zero_stress, 0, number});
        break;
      case LegKind::reload_forward:
        out.push_back({StretchEnd::by, leg.strain, number});
        break;
      case LegKind::reload_backward:
        out.push_back({StretchEnd::by, -leg.strain, number});
        break;
      case LegKind::cycle:
        require(leg.times > 0, i, "a cycle must be made at least once");
        for (int n = 0; n < leg.times; ++n) {
          out.push_back({StretchEnd::by, leg.strain, number});
          out.push_back({StretchEnd::by, -2 * leg.strain, number});
          out.push_back({StretchEnd::by, leg.strain, number});
        }
        break;
    }
  }
  return out;
}

}  // namespace vitrum::rig
