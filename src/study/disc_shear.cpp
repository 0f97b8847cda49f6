#include "study/disc_shear.h"

#include <stdexcept>

#include "base/error.h"

namespace vitrum::study {

DiscShear::DiscShear(const atomistic::Configuration& glass, const GlassFormer& former,
                     const atomistic::LocalShearSettings& settings)
    : glass_(glass), former_(former), settings_(settings) {
  if (former.metal)
    throw InputError("local shear tests know potentials of pairs only, not yet those of table files");
  begin();
}

void DiscShear::begin() {
  if (former_.foreign)
    foreign_.emplace(glass_, former_.foreign, settings_);
  else
    own_.emplace(glass_, former_.potentials, settings_);
}

LocalYield DiscShear::test(const LocalTest& disc) {
  try {
    return foreign_ ? foreign_->test(disc.place, disc.radius, disc.angle)
                    : own_->test(disc.place, disc.radius, disc.angle);
  } catch (const std::runtime_error&) {
    if (foreign_) begin();  // a program that has failed cannot be asked again
    throw;
  }
}

}  // namespace vitrum::study
