// Settings of a lattice as a stored group, and as text that tells lattices apart.
#pragma once

#include <string>

#include "elastoplastic/lattice_settings.h"
#include "record/group.h"

namespace vitrum::study {

/// All but the state that it begins in.
Group to_group(const elastoplastic::LatticeSettings& lattice);
/// @throws InputError when a number is missing.
elastoplastic::LatticeSettings lattice_settings_from(const Group& group);

/// All that a lattice depends on, one line each, "lattice.columns = 15"; the parent liquid only where there
/// is one.
std::string text_of(const elastoplastic::LatticeSettings& lattice);

}  // namespace vitrum::study
