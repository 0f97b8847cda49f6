// Units of glasses of reduced potentials, by name.
#pragma once

#include "record/group.h"

namespace vitrum::study {

/// Gives the arrays of a glass' record, which are in the units of its potential, the names of reduced ones:
/// eps, sigma, t0, and eps/sigma^2 or eps/sigma^3 for stresses and moduli. Numbers stay.
void name_reduced_units(Group& record, int dimension);

}  // namespace vitrum::study
