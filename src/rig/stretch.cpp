#include "rig/stretch.h"

#include <cmath>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/rounded_text.h"
#include "record/leg_number.h"

namespace vitrum::rig {

namespace {

void require(bool good, std::size_t leg, const char* what) {
  if (!good) throw InputError("leg " + std::to_string(leg + 1) + " of the loading program: " + what);
}

constexpr double least_increment = 1e-12;

bool is_positive(double value) { return std::isfinite(value) && value > 0; }

Stretch strained(StretchEnd end, double strain, std::int64_t leg) {
  Stretch stretch;
  stretch.end = end, stretch.strain = strain, stretch.leg = leg;
  return stretch;
}

}  // namespace

std::vector<Stretch> stretches_of(const Program& program) {
  if (!(program.increment > 0) || !std::isfinite(program.increment))
    throw InputError("the strain increment of a loading program must be a positive number");
  if (program.increment < least_increment)
    throw InputError(
        "the strain increment of a loading program is less than 1e-12, and strains that differ by "
        "less are not told apart; take a larger one");
  if (program.legs.empty()) throw InputError("a loading program needs at least one leg");
  if (program.legs.size() > static_cast<std::size_t>(most_legs))
    throw InputError("the loading program has " + std::to_string(program.legs.size()) + " legs (at most " +
                     std::to_string(most_legs) + " are recorded); make repeated ones one leg of kind cycle");
  std::vector<Stretch> out;
  for (std::size_t i = 0; i < program.legs.size(); ++i) {
    const Leg& leg = program.legs[i];
    const auto number = static_cast<std::int64_t>(i);
    require(std::isfinite(leg.strain), i, "its strain is not a number");
    const bool by_stress = leg.kind == LegKind::stress || leg.kind == LegKind::creep;
    if (leg.kind != LegKind::shear && leg.kind != LegKind::unload && !by_stress)
      require(leg.strain > 0, i, "its strain must be positive (the kind of the leg gives the direction)");
    switch (leg.kind) {
      case LegKind::shear:
        out.push_back(strained(StretchEnd::to, leg.strain, number));
        break;
      case LegKind::unload:
        out.push_back(strained(StretchEnd::zero_stress, 0, number));
        break;
      case LegKind::reload_forward:
        out.push_back(strained(StretchEnd::by, leg.strain, number));
        break;
      case LegKind::reload_backward:
        out.push_back(strained(StretchEnd::by, -leg.strain, number));
        break;
      case LegKind::cycle:
        require(leg.times > 0, i, "a cycle must be made at least once");
        for (int n = 0; n < leg.times; ++n) {
          out.push_back(strained(StretchEnd::by, leg.strain, number));
          out.push_back(strained(StretchEnd::by, -2 * leg.strain, number));
          out.push_back(strained(StretchEnd::by, leg.strain, number));
        }
        break;
      case LegKind::stress:
        require(std::isfinite(leg.stress), i, "its stress is not a number");
        require(is_positive(leg.most_strain), i, "its most_strain must be a positive number");
        out.push_back({StretchEnd::stress, 0, number, leg.stress, 0, 0, leg.most_strain});
        break;
      case LegKind::creep:
        require(is_positive(leg.temperature), i,
                "its temperature must be positive (nothing happens without)");
        require(is_positive(leg.duration), i, "its duration must be a positive number");
        require(is_positive(leg.most_strain), i, "its most_strain must be a positive number");
        out.push_back({StretchEnd::time, 0, number, 0, leg.temperature, leg.duration, leg.most_strain});
        break;
    }
  }
  return out;
}

void require_on_the_way(const Program& program, const Stretch& first, double start) {
  // Under a given stress the first state beyond the strain must do.
  if (first.end == StretchEnd::stress || first.end == StretchEnd::time) return;
  const double end = first.end == StretchEnd::to ? first.strain : start + first.strain;
  const double way = std::abs(end - start) / program.increment, sign = end < start ? -1 : 1;
  for (const auto& [what, strains] : {std::pair{"snapshot", &program.snapshots},
                                      {"measurement of moduli", &program.moduli},
                                      {"stop", &program.stops}}) {
    std::vector<double> places;  // in increments from the start
    for (const double strain : *strains) {
      const double place = sign * (strain - start) / program.increment;
      const auto refuse = [&, what = what](const std::string& why) {
        throw InputError("the loading program has a " + std::string(what) + " at strain " +
                         rounded_text(strain) + ", but " + why);
      };
      if (first.end == StretchEnd::zero_stress)
        refuse("its first leg unloads, to a strain that is not known; give it a first leg of strain");
      if (!(place >= -on_grid && place <= way + on_grid))
        refuse("its first leg goes from " + rounded_text(start) + " to " + rounded_text(end));
      if (std::abs(place - std::round(place)) > on_grid && std::abs(place - way) > on_grid)
        refuse("that is no whole number of increments of " + rounded_text(program.increment) +
               " from where it begins, " + rounded_text(start));
      for (const double other : places)
        if (std::abs(other - place) <= on_grid) refuse("another one is there; name it once");
      places.push_back(place);
    }
  }
}

}  // namespace vitrum::rig
