// What every reader of a record relies on.
#pragma once

#include "study/results.h"

namespace vitrum::study {

/// Series along the loading have one value for each place, fields one for each atom or element, and the cell
/// its edges.
/// @throws InputError that names what is not so: the record's file was not written by this program.
void require_whole(const SampleRecord& record);

}  // namespace vitrum::study
