// Units of metals: what is stored, and what is shown.
#pragma once

#include <vector>

#include "record/group.h"
#include "study/results.h"

namespace vitrum::study {

/// Dynamics of metals counts in eV, angstrom and ps, so that masses are in eV ps^2 / angstrom^2: that of one
/// g/mol. CODATA 2018.
constexpr double metal_mass = 1.66053906660e-27 * 1e4 / 1.602176634e-19;
/// k_B in eV/K, exact.
constexpr double metal_boltzmann = 1.380649e-23 / 1.602176634e-19;

/// Gives the arrays of a glass' record, which are in the units of its potential, the names of those of
/// metals: eV, angstrom, ps, K, and eV/angstrom^3 for stresses and moduli. Numbers stay.
void name_metal_units(Group& record);

/// The same for the rows of tables that are about glasses, whose stresses are those of show_gigapascals().
void name_metal_units(std::vector<QuantityTable>& tables);

/// Stresses and moduli of a record in GPa, where they are in eV/angstrom^3: as they are shown.
void show_gigapascals(Group& record);

}  // namespace vitrum::study
