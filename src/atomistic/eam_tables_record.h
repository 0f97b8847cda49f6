// Tables of an embedded-atom potential as stored groups, so that a result needs no other file.
#pragma once

#include "atomistic/eam_tables.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// Texts "elements" (separated by spaces); "masses", "atomic_numbers", "lattice_constants"; "steps" (of
/// density and distance), "cutoff"; "embedding" (elements x densities), "density" (elements x elements x
/// distances), "pair" (pairs a, b <= a, in the order 00, 10, 11, ... x distances). Bit for bit.
Group to_group(const EamTables& tables);
/// @throws InputError when something is missing, sizes disagree, or check(tables) finds a fault.
EamTables eam_tables_from(const Group& group);

}  // namespace vitrum::atomistic
