// Local shear tests of a glass, whoever computes its forces.
#pragma once

#include <optional>

#include "atomistic/foreign_local_shear.h"
#include "atomistic/local_shear.h"
#include "study/glass_former.h"
#include "study/glass_probes.h"

namespace vitrum::study {

class DiscShear {
 public:
  /// All must outlive this object.
  /// @throws InputError as the tests themselves do, and for metals of table files.
  DiscShear(const atomistic::Configuration& glass, const GlassFormer& former,
            const atomistic::LocalShearSettings& settings);

  /// @throws PhysicsError when the disc finds no equilibrium, InputError when nothing is in it; another one
  /// can be tested then.
  LocalYield test(const LocalTest& disc);

 private:
  void begin();

  const atomistic::Configuration& glass_;
  const GlassFormer& former_;
  const atomistic::LocalShearSettings& settings_;
  std::optional<atomistic::LocalShear> own_;
  std::optional<atomistic::ForeignLocalShear> foreign_;  // instead, when another program has the potential
};

}  // namespace vitrum::study
