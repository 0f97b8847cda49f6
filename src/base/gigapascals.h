// The one factor between what metals are computed in and what people read.
#pragma once

namespace vitrum {

/// 1 eV/angstrom^3 in GPa, exact since the SI of 2019.
constexpr double gigapascals = 160.2176634;

}  // namespace vitrum
