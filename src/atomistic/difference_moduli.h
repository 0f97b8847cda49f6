// Elastic moduli from differences of stresses, for interactions of which only forces are known.
#pragma once

#include <functional>

#include "atomistic/elastic_moduli.h"

namespace vitrum::atomistic {

/// Takes a configuration to its nearest equilibrium; returns what is found there.
using FindEquilibrium = std::function<Evaluation(Configuration&)>;

/// As elastic_moduli(), from central differences of the stress over strains of +-1e-5: close to an
/// instability the relaxed ones change over less, and the forces that are left count a hundred thousand
/// times. Not stable where `relax` finds no equilibrium.
ElasticModuli difference_moduli(ForceField& force_field, const FindEquilibrium& relax,
                                const Configuration& configuration);

}  // namespace vitrum::atomistic
