#include <algorithm>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

// Of many numbers with errors of one the largest is often above two or three.
constexpr double surely = 5;

std::vector<seem::StatePoint> means_of(const std::vector<seem::StateMoments>& moments) {
  std::vector<seem::StatePoint> out;
  for (const seem::StateMoments& at : moments) out.push_back({at.stress.value, at.inelastic.value});
  return out;
}

/// The pair whose mean curves cross most surely.
const SetCrossing& strongest(const std::vector<SetCrossing>& pairs, seem::Crossing SetCrossing::*which) {
  return *std::max_element(pairs.begin(), pairs.end(), [&](const SetCrossing& a, const SetCrossing& b) {
    return (a.*which).strength < (b.*which).strength;
  });
}

std::string words_of(const SetCrossing& pair, double strength) {
  return "strongest: " + pair.first + " and " + pair.second + ", " + in_words(strength) + " standard errors";
}

PaperClaim no_crossing_claim(const Harvested& harvested) {
  const std::string statement = "Mean trajectories of the map cannot cross.";
  if (harvested.crossings.empty()) return claim_unknown(statement, "there is one preparation only");
  const SetCrossing& pair = strongest(harvested.crossings, &SetCrossing::replayed);
  const double strength = pair.replayed.strength;
  return {statement, "no pair of mean curves crosses and parts again by more than 5 standard errors",
          words_of(pair, strength), strength <= surely ? Verdict::holds : Verdict::fails};
}

PaperClaim crossing_claim(const Harvested& harvested) {
  const std::string statement = "Those of the glass do: two variables are not enough.";
  if (harvested.crossings.empty()) return claim_unknown(statement, "there is one preparation only");
  const SetCrossing& pair = strongest(harvested.crossings, &SetCrossing::measured);
  const double strength = pair.measured.strength;
  return {statement,
          "some pair of means over all specimens, harvested or not, crosses and parts again by more than 5 "
          "standard errors; unknown below",
          words_of(pair, strength), strength > surely ? Verdict::holds : Verdict::unknown};
}

const seem::StateMoments& peak_of(const std::vector<seem::StateMoments>& moments) {
  return *std::max_element(moments.begin(), moments.end(),
                           [](const auto& a, const auto& b) { return a.stress.value < b.stress.value; });
}

/// Of the most and the least relaxed preparation.
PaperClaim peak_claim(const Harvested& harvested, const Units& units) {
  const std::string statement = "The stress peak is the lower, the faster the glass was cooled.";
  const auto by_start = [](const HarvestedSet& a, const HarvestedSet& b) {
    return a.start.inelastic < b.start.inelastic;
  };
  const auto [slow, fast] = std::minmax_element(harvested.sets.begin(), harvested.sets.end(), by_start);
  if (slow == fast) return claim_unknown(statement, "there is one preparation only");
  const auto peak = [&](const HarvestedSet& set) {
    const Estimate stress = peak_of(set.whole).stress;
    return Estimate{units.stress_factor * stress.value, units.stress_factor * stress.error};
  };
  return claim_larger(statement, "peak of " + slow->label, peak(*slow), "of " + fast->label, peak(*fast));
}

/// Walkers begin where the specimens begin that are drawn beside them.
std::string walkers_and(const Harvested& harvested) {
  const bool held_out = std::all_of(harvested.sets.begin(), harvested.sets.end(),
                                    [](const HarvestedSet& set) { return set.held_out > 0; });
  return std::string("Means of ") + (held_out ? "held-out specimens" : "specimens") +
         " (dashed) and of walkers that begin as they do (solid)";
}

}  // namespace

PaperFigure figure_5(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.number = "Fig. 5";
  out.title = "Mean trajectories by preparation";
  FigurePanel all = state_panel("5", walkers_and(harvested), units);
  for (const HarvestedSet& set : harvested.sets) {
    FigureSeries measured = path_of(set.label + ", specimens", set.label, units, means_of(set.measured));
    measured.stroke = Stroke::dashed;
    all.series.push_back(measured);
    all.series.push_back(path_of(set.label + ", walkers", set.label, units, means_of(set.replayed)));
  }
  out.panels = {all};
  out.claims = {no_crossing_claim(harvested), crossing_claim(harvested), peak_claim(harvested, units)};
  return out;
}

}  // namespace vitrum::study::seem2024
