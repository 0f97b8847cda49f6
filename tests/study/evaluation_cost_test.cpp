#include "study/evaluation_cost.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "base/error.h"
#include "study/cost.h"

namespace vitrum::study {
namespace {

constexpr double nap = 2e-3;  // seconds

/// A program without forces that takes its time, or does not take what it is given.
class SlowField : public atomistic::ForeignForceField {
 public:
  explicit SlowField(bool refuses) : refuses_(refuses) {}
  double cutoff() const override { return 1; }
  int species() const override { return 1; }
  const atomistic::Configuration& built_for() const override { return at_; }
  void build_list(const atomistic::Configuration& configuration) override { at_ = configuration; }
  std::vector<SymmetricTensor> atom_virials(const atomistic::Configuration& /*at*/) override { return {}; }
  atomistic::Evaluation evaluate(const atomistic::Configuration& at, std::vector<double>& forces) override {
    if (refuses_) throw InputError("not these");
    std::this_thread::sleep_for(std::chrono::duration<double>(nap));
    forces.assign(at.positions.size(), 0);
    return {};
  }

 private:
  bool refuses_;
  atomistic::Configuration at_;
};

class SlowPotential : public atomistic::ForeignPotential {
 public:
  explicit SlowPotential(bool refuses) : refuses_(refuses) {}
  int dimension() const override { return 2; }
  int species() const override { return 1; }
  double cutoff() const override { return 1; }
  std::string identity() const override { return "slow"; }
  std::unique_ptr<atomistic::ForeignForceField> force_field(double /*skin*/) const override {
    return std::make_unique<SlowField>(refuses_);
  }

 private:
  bool refuses_;
};

Settings of_slow_glass(bool refuses) {
  Settings settings;
  settings.lattice.samples = 0;
  settings.glass.samples = 1;
  settings.glass.atoms = 2500;
  settings.glass.species.resize(1);
  settings.glass.program.legs = {{rig::LegKind::shear, 0.1, 1}};
  settings.glass.foreign = std::make_shared<SlowPotential>(refuses);
  return settings;
}

TEST(EvaluationCost, IsMeasuredAndScaledToTheAtomsOfTheGlass) {
  const Settings settings = of_slow_glass(false);
  const double found = foreign_evaluation_seconds(settings.glass);
  // Tried with 32 by 32 atoms.
  EXPECT_GE(found, nap * 2500 / 1024);
  EXPECT_LT(found, 0.5);
  // The liquid alone takes a step for each evaluation.
  const Liquid& liquid = settings.glass.liquid;
  EXPECT_GT(estimate(settings).core_seconds, liquid.duration / liquid.timestep * nap);
}

TEST(EvaluationCost, IsUnknownWhereNothingCanBeTried) {
  EXPECT_EQ(foreign_evaluation_seconds(Glass{}), 0);
  Settings settings = of_slow_glass(true);
  EXPECT_EQ(foreign_evaluation_seconds(settings.glass), 0);
  const double as_of_pairs = estimate(settings).core_seconds;
  settings.glass.foreign = nullptr;
  EXPECT_EQ(estimate(settings).core_seconds, as_of_pairs);
}

}  // namespace
}  // namespace vitrum::study
