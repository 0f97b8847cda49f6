// Configurations as stored groups, and a checksum that tells them apart.
#pragma once

#include <string>

#include "atomistic/configuration.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// "positions" (atoms x dimension), "species", "edges" (lx, ly (, lz)), "tilts" (xy (, xz, yz)), "origin".
Group to_group(const Configuration& configuration);
/// @throws InputError when something is missing or sizes disagree.
Configuration configuration_from(const Group& group);

/// FNV-1a over species, box and positions, bit for bit, in hexadecimal.
std::string checksum(const Configuration& configuration);

}  // namespace vitrum::atomistic
