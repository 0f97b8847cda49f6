// The rules that lattices are composed of, by the names that study files use.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "elastoplastic/amplitude.h"
#include "elastoplastic/elasticity.h"
#include "elastoplastic/lattice_settings.h"
#include "elastoplastic/slip_rule.h"
#include "elastoplastic/threshold.h"

namespace vitrum::elastoplastic {

/// Whom random numbers are for.
struct SampleName {
  std::uint64_t seed = 0;
  std::uint64_t sample = 0;
};

/// A kind of rule, its name in study files, what it does in a few words, and how to make one.
template <class Rule, class... Arguments>
struct Named {
  std::string name;
  std::string description;
  std::function<std::unique_ptr<Rule>(const LatticeSettings&, Arguments...)> make;
};

using NamedThresholds = Named<ThresholdLaw>;
using NamedAmplitudes = Named<AmplitudeLaw>;
using NamedAngles = Named<SlipRule, std::shared_ptr<const ThresholdLaw>>;
using NamedInteraction = Named<Elasticity, SampleName>;

/// A new rule is one line in one of these tables (rules.cpp) beside the file that holds it.
const std::vector<NamedThresholds>& threshold_laws();
const std::vector<NamedAmplitudes>& amplitude_laws();
const std::vector<NamedAngles>& slip_angle_rules();
const std::vector<NamedInteraction>& interactions();

/// What a lattice is composed of.
struct Rules {
  std::unique_ptr<SlipRule> slip;
  std::unique_ptr<AmplitudeLaw> amplitude;
  std::unique_ptr<Elasticity> elasticity;
};

/// Of every element, where the interaction makes them unequal; else empty.
std::vector<double> shear_moduli(const LatticeSettings& settings, const SampleName& name);

/// @throws InputError that lists the known names when there is none of this name, and when a setting makes no
/// sense.
Rules make_rules(const LatticeSettings& settings, const SampleName& name);

}  // namespace vitrum::elastoplastic
