// Which groups are built alike, so that a description need not repeat itself.
#pragma once

#include "record/group.h"

namespace vitrum::store {

/// True when both hold the same names, all the way down, and arrays of the same type and rank.
bool built_alike(const Group& a, const Group& b);

}  // namespace vitrum::store
