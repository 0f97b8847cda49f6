#include "../stationary.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

namespace vitrum::elastoplastic {
namespace {

constexpr std::size_t realizations = 768;

/// Slip systems as another rule draws them, but the first of every element stronger by a quarter, as in an
/// annealed glass. Flow then begins in a few bands, and strong elements are left for long: a factor of 1.5 is
/// seen up to a strain of about 4.
class Strengthened : public SlipRule {
 public:
  Strengthened(std::size_t elements, std::unique_ptr<SlipRule> rule)
      : elements_(elements), rule_(std::move(rule)) {}
  std::size_t pairs() const override { return rule_->pairs(); }
  double mean_threshold() const override { return rule_->mean_threshold(); }
  void draw(RandomStream& random, const SlipPairs& systems) const override {
    const bool first = random.counter() / most_words < elements_;
    rule_->draw(random, systems);
    if (!first) return;
    for (double& threshold : systems.forward) threshold *= 1.25;
    for (double& threshold : systems.backward) threshold *= 1.25;
  }

 private:
  std::size_t elements_;
  std::unique_ptr<SlipRule> rule_;
};

LatticeSpecimen fresh(std::uint64_t sample) { return {test::reference_settings(), 2, sample}; }

LatticeSpecimen annealed(std::uint64_t sample) {
  Rules rules = make_rules(test::reference_settings(), {2, sample});
  rules.slip = std::make_unique<Strengthened>(225, std::move(rules.slip));
  LatticeSpecimen lattice(test::reference_settings(), 2, sample, std::move(rules));
  test::shear_by(lattice, 4.0);
  return lattice;
}

// Flow in the opposite direction first: stress and disorder of the wrong sign.
LatticeSpecimen sheared_backward(std::uint64_t sample) {
  LatticeSpecimen lattice = fresh(sample);
  test::shear_by(lattice, -1.0);
  return lattice;
}

// Paper 1, sec. 4.1: the stationary state does not depend on the initial one.
TEST(LatticeStationaryNightly, EqualsThePapersCodeWhateverTheInitialState) {
  const test::Statistics from_random = test::stationary(realizations, fresh);
  test::expect_equal(from_random, test::reference(), 4);
  test::expect_equal(test::stationary(realizations, annealed), from_random, 4);
  test::expect_equal(test::stationary(realizations, sheared_backward), from_random, 4);
}

}  // namespace
}  // namespace vitrum::elastoplastic
