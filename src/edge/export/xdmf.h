// Sidecars with which ParaView and XDMF readers open the fields in a result file as they lie there.
#pragma once

#include <string>
#include <vector>

#include "study/results.h"

namespace vitrum::exports {

/// XDMF 3: all snapshots of a lattice as a temporal collection, strain in the place of time; cells of edge 1,
/// row 0 at the bottom. Nothing is copied: arrays are named by `file`, a path from where the sidecar will
/// stand, and their place in it.
/// @param group of the record in the file: "/content", or "/content/3" in a batch
/// @throws InputError when fields are not all over the same elements. Empty without snapshots of a lattice.
std::string xdmf(const study::SampleRecord& record, const std::string& file, const std::string& group);

}  // namespace vitrum::exports
