#include "atomistic/material.h"

#include <algorithm>
#include <utility>

#include "atomistic/difference_lowest_mode.h"
#include "atomistic/difference_moduli.h"
#include "atomistic/difference_product.h"
#include "atomistic/iterative_relaxation.h"
#include "atomistic/metal_lowest_mode.h"
#include "atomistic/metal_moduli.h"
#include "atomistic/near_stiffness.h"
#include "atomistic/pair_relaxation.h"
#include "atomistic/quench.h"
#include "atomistic/shell_stiffness.h"

namespace vitrum::atomistic {

namespace {

class PairMaterial : public Material {
 public:
  PairMaterial(PairPotentials potentials, const RelaxationSettings& settings, double skin)
      : force_field_(std::move(potentials), skin),
        relaxation_(force_field_, settings),
        force_tolerance_(settings.force_tolerance) {}

  ForceField& force_field() override { return force_field_; }
  const Configuration& built_for() const override { return force_field_.list().built_for(); }
  void build_list(const Configuration& configuration) override { force_field_.build_list(configuration); }
  MinimiserReport quench(Configuration& configuration) override {
    return atomistic::quench(force_field_, configuration, force_tolerance_);
  }
  Relaxation& relaxation() override { return relaxation_; }
  ElasticModuli moduli(const Configuration& configuration) const override {
    PairForceField field(force_field_.potentials());
    return elastic_moduli(field, configuration);
  }
  LowestMode lowest_mode(const Configuration& configuration) const override {
    PairForceField field(force_field_.potentials());
    return atomistic::lowest_mode(field, configuration);
  }

 private:
  PairForceField force_field_;
  PairRelaxation relaxation_;
  double force_tolerance_;
};

class MetalMaterial : public Material {
 public:
  MetalMaterial(const std::shared_ptr<const EamPotential>& potential, const RelaxationSettings& settings,
                double skin)
      : potential_(potential),
        force_field_(potential, skin),
        relaxation_(
            force_field_, std::make_unique<ShellStiffness>(potential),
            [this] { return eam_stiffness_product(force_field_); }, settings) {}

  ForceField& force_field() override { return force_field_; }
  const Configuration& built_for() const override { return force_field_.list().built_for(); }
  void build_list(const Configuration& configuration) override { force_field_.build_list(configuration); }
  MinimiserReport quench(Configuration& configuration) override { return relaxation_.quench(configuration); }
  Relaxation& relaxation() override { return relaxation_; }
  std::optional<double> least_dissipation() const override { return -1e-5; }
  ElasticModuli moduli(const Configuration& configuration) const override {
    return metal_moduli(potential_, configuration);
  }
  LowestMode lowest_mode(const Configuration& configuration) const override {
    return metal_lowest_mode(potential_, configuration);
  }

 private:
  std::shared_ptr<const EamPotential> potential_;
  EamForceField force_field_;
  IterativeRelaxation relaxation_;
};

class ForeignMaterial : public Material {
 public:
  ForeignMaterial(const std::shared_ptr<const ForeignPotential>& potential,
                  const RelaxationSettings& settings, double skin)
      : potential_(potential),
        settings_(settings),
        skin_(skin),
        force_field_(potential->force_field(skin)),
        relaxation_(relaxation_of(*force_field_, settings)) {}

  ForceField& force_field() override { return *force_field_; }
  const Configuration& built_for() const override { return force_field_->built_for(); }
  void build_list(const Configuration& configuration) override { force_field_->build_list(configuration); }
  MinimiserReport quench(Configuration& configuration) override { return relaxation_.quench(configuration); }
  Relaxation& relaxation() override { return relaxation_; }
  ElasticModuli moduli(const Configuration& configuration) const override {
    const auto field = potential_->force_field(skin_);
    // What forces leave of the stress counts a hundred thousand times.
    RelaxationSettings settings = settings_;
    settings.force_tolerance = std::max(sharper * settings.force_tolerance, rounding);
    IterativeRelaxation relaxation = relaxation_of(*field, settings);
    return difference_moduli(
        *field, [&](Configuration& at) { return relaxation.quench(at).evaluation; }, configuration);
  }
  LowestMode lowest_mode(const Configuration& configuration) const override {
    const auto field = potential_->force_field(skin_);
    return difference_lowest_mode(*field, configuration);
  }

 private:
  static constexpr double sharper = 1e-3, rounding = 1e-11;

  static IterativeRelaxation relaxation_of(ForeignForceField& field, const RelaxationSettings& settings) {
    return {field, std::make_unique<NearStiffness>(field), [&field] { return difference_product(field); },
            settings};
  }

  std::shared_ptr<const ForeignPotential> potential_;
  RelaxationSettings settings_;
  double skin_;
  std::unique_ptr<ForeignForceField> force_field_;
  IterativeRelaxation relaxation_;
};

}  // namespace

std::unique_ptr<Material> pair_material(PairPotentials potentials, const RelaxationSettings& settings,
                                        double skin) {
  return std::make_unique<PairMaterial>(std::move(potentials), settings, skin);
}

std::unique_ptr<Material> metal_material(const std::shared_ptr<const EamPotential>& potential,
                                         const RelaxationSettings& settings, double skin) {
  return std::make_unique<MetalMaterial>(potential, settings, skin);
}

std::unique_ptr<Material> foreign_material(const std::shared_ptr<const ForeignPotential>& potential,
                                           const RelaxationSettings& settings, double skin) {
  return std::make_unique<ForeignMaterial>(potential, settings, skin);
}

}  // namespace vitrum::atomistic
