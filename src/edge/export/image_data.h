// Fields of a lattice for ParaView and VTK.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "record/field.h"

namespace vitrum::exports {

/// True when the snapshot is one of a lattice.
bool holds_lattice(const FieldSnapshot& snapshot);

/// A VTK ImageData file (.vti) in text form: a cell for each element, its edge the unit of length, row 0
/// at the bottom, and one cell array for each field.
/// @throws InputError when the fields are not all over the same elements.
std::string image_data(const FieldSnapshot& snapshot);

/// A ParaView collection (.pvd) of such files by strain, which stands in the place of time.
std::string collection(const std::vector<std::pair<double, std::string>>& files_by_strain);

}  // namespace vitrum::exports
