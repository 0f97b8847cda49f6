// Slip systems put where a test wants them.
#pragma once

#include <cmath>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "elastoplastic/rules.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic::test {

/// One pair of slip systems.
struct Planted {
  double angle;  ///< radians
  double forward, backward;
};

/// Gives the elements named the pairs listed, and all others, and all after their first slip, pairs that
/// nothing activates. Lattices draw systems from a place in the random stream that tells element and renewal.
class PlantedSystems : public SlipRule {
 public:
  PlantedSystems(std::size_t elements, std::size_t pairs, std::map<std::size_t, std::vector<Planted>> planted)
      : elements_(elements), pairs_(pairs), planted_(std::move(planted)) {}

  std::size_t pairs() const override { return pairs_; }
  double mean_threshold() const override { return 1; }
  void draw(RandomStream& random, const SlipPairs& systems) const override {
    const std::size_t drawn = random.counter() / most_words;
    const auto here = planted_.find(drawn % elements_);
    for (std::size_t i = 0; i < pairs_; ++i) {
      Planted pair{0.4 * static_cast<double>(i), 1e6, 1e6};
      if (drawn < elements_ && here != planted_.end() && i < here->second.size()) pair = here->second[i];
      const Deviator direction = slip_direction(pair.angle);
      systems.diagonal[i] = direction.diagonal, systems.shear[i] = direction.shear;
      systems.forward[i] = pair.forward, systems.backward[i] = pair.backward;
    }
  }

 private:
  std::size_t elements_, pairs_;
  std::map<std::size_t, std::vector<Planted>> planted_;
};

inline Rules planted_rules(const LatticeSettings& settings, std::size_t pairs,
                           std::map<std::size_t, std::vector<Planted>> planted) {
  Rules rules = make_rules(settings, {1, 0});
  const auto elements = static_cast<std::size_t>(settings.columns * settings.rows);
  rules.slip = std::make_unique<PlantedSystems>(elements, pairs, std::move(planted));
  return rules;
}

}  // namespace vitrum::elastoplastic::test
