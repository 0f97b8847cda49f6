#include "atomistic/material.h"

#include <utility>

#include "atomistic/metal_lowest_mode.h"
#include "atomistic/metal_moduli.h"
#include "atomistic/metal_relaxation.h"
#include "atomistic/pair_relaxation.h"
#include "atomistic/quench.h"

namespace vitrum::atomistic {

namespace {

class PairMaterial : public Material {
 public:
  PairMaterial(PairPotentials potentials, const RelaxationSettings& settings, double skin)
      : force_field_(std::move(potentials), skin),
        relaxation_(force_field_, settings),
        force_tolerance_(settings.force_tolerance) {}

  ForceField& force_field() override { return force_field_; }
  const NeighbourList& list() const override { return force_field_.list(); }
  void build_list(const Configuration& configuration) override { force_field_.build_list(configuration); }
  MinimiserReport quench(Configuration& configuration) override {
    return atomistic::quench(force_field_, configuration, force_tolerance_);
  }
  Relaxation& relaxation() override { return relaxation_; }
  ElasticModuli moduli(const Configuration& configuration) const override {
    PairForceField field(force_field_.potentials());
    return elastic_moduli(field, configuration);
  }
  std::optional<LowestMode> lowest_mode(const Configuration& configuration) const override {
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
        relaxation_(force_field_, potential, settings) {}

  ForceField& force_field() override { return force_field_; }
  const NeighbourList& list() const override { return force_field_.list(); }
  void build_list(const Configuration& configuration) override { force_field_.build_list(configuration); }
  MinimiserReport quench(Configuration& configuration) override { return relaxation_.quench(configuration); }
  Relaxation& relaxation() override { return relaxation_; }
  std::optional<double> least_dissipation() const override { return -1e-5; }
  ElasticModuli moduli(const Configuration& configuration) const override {
    return metal_moduli(potential_, configuration);
  }
  std::optional<LowestMode> lowest_mode(const Configuration& configuration) const override {
    return metal_lowest_mode(potential_, configuration);
  }

 private:
  std::shared_ptr<const EamPotential> potential_;
  EamForceField force_field_;
  MetalRelaxation relaxation_;
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

}  // namespace vitrum::atomistic
