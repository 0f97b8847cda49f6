#include "elastoplastic/rules.h"

#include "base/error.h"
#include "base/random.h"
#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/homogeneous_elasticity.h"
#include "elastoplastic/mean_field_elasticity.h"
#include "elastoplastic/shear_moduli.h"
#include "elastoplastic/shuffled_elasticity.h"

namespace vitrum::elastoplastic {

namespace {

using Settings = LatticeSettings;

Stiffness stiffness(const Settings& settings) { return {settings.shear_modulus, settings.bulk_modulus}; }

template <class Rules>
auto& find(const Rules& rules, const std::string& key, const std::string& name) {
  std::string known;
  for (const auto& rule : rules) {
    if (rule.name == name) return rule;
    known += (known.empty() ? "\"" : ", \"") + rule.name + "\"";
  }
  throw InputError("lattice: " + key + " = \"" + name + "\" is not known; choose one of " + known);
}

}  // namespace

const std::vector<NamedThresholds>& threshold_laws() {
  static const std::vector<NamedThresholds> laws{
      {"weibull", "independent, of the Weibull distribution (paper 1, eq. 5)",
       [](const Settings& s) {
         return std::make_unique<WeibullThresholds>(s.threshold_shape, s.threshold_scale);
       }},
      {"fixed", "all equal, and for ever (models E and H)",
       [](const Settings& s) { return std::make_unique<FixedThresholds>(s.threshold); }},
  };
  return laws;
}

const std::vector<NamedAmplitudes>& amplitude_laws() {
  static const std::vector<NamedAmplitudes> laws{
      {"beta", "a random share of the largest that dissipates (paper 1, eq. 7)",
       [](const Settings& s) { return std::make_unique<BetaAmplitudes>(s.amplitude_exponent); }},
      {"fixed", "all equal, as long as they dissipate (models F to H)",
       [](const Settings& s) { return std::make_unique<FixedAmplitudes>(s.amplitude); }},
  };
  return laws;
}

const std::vector<NamedAngles>& slip_angle_rules() {
  static const std::vector<NamedAngles> rules{
      {"random", "groups of four at a random angle and 45, 90 and 135 degrees from it (paper 1, sec. 3.2)",
       [](const Settings& s, std::shared_ptr<const ThresholdLaw> law) {
         return std::make_unique<RandomAngles>(static_cast<std::size_t>(s.slip_systems) / 4, std::move(law));
       }},
      {"fixed", "two slip systems, at 0 and 90 degrees, with one threshold (models F to H)",
       [](const Settings&, std::shared_ptr<const ThresholdLaw> law) {
         return std::make_unique<FixedAngles>(std::move(law));
       }},
  };
  return rules;
}

const std::vector<NamedInteraction>& interactions() {
  static const std::vector<NamedInteraction> rules{
      {"eshelby", "stress balance of finite elements, all with one shear modulus (paper 1, sec. 3)",
       [](const Settings& s, const SampleName&) {
         return std::make_unique<HomogeneousElasticity>(s.columns, s.rows, stiffness(s), s.has_pressure());
       }},
      {"heterogeneous", "stress balance of finite elements, each with its own shear modulus (model A)",
       [](const Settings& s, const SampleName& name) {
         return heterogeneous_elasticity(s.columns, s.rows, shear_moduli(s, name), s.bulk_modulus, true);
       }},
      {"shuffled", "the same stresses, handed out to the other elements at random (models D and G)",
       [](const Settings& s, const SampleName& name) {
         return std::make_unique<ShuffledElasticity>(
             s.columns, s.rows, stiffness(s), true,
             RandomStream(name.seed, name.sample, Purpose::interaction));
       }},
      {"mean field", "all other elements get the mean of what they would get (model I)",
       [](const Settings& s, const SampleName&) {
         return std::make_unique<MeanFieldElasticity>(s.columns, s.rows, stiffness(s), true);
       }},
  };
  return rules;
}

std::vector<double> shear_moduli(const LatticeSettings& settings, const SampleName& name) {
  if (settings.interaction != "heterogeneous") return {};
  RandomStream random(name.seed, name.sample, Purpose::elastic_moduli);
  return weibull_shear_moduli(settings.columns, settings.rows, settings.shear_modulus, settings.modulus_shape,
                              random);
}

Rules make_rules(const LatticeSettings& settings, const SampleName& name) {
  require_valid(settings);
  const auto& law = find(threshold_laws(), "thresholds", settings.thresholds);
  return {find(slip_angle_rules(), "slip_angles", settings.slip_angles).make(settings, law.make(settings)),
          find(amplitude_laws(), "amplitudes", settings.amplitudes).make(settings),
          find(interactions(), "interaction", settings.interaction).make(settings, name)};
}

}  // namespace vitrum::elastoplastic
