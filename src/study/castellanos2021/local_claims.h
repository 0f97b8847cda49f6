// What paper 1, secs. 4.2, 5 and 6 say of local properties, judged by the tests.
#pragma once

#include <vector>

#include "study/castellanos2021/local_panels.h"

namespace vitrum::study::castellanos2021 {

/// Those about means and densities along the load (fig. 4).
std::vector<PaperClaim> local_mean_claims(const LocalComparison& local);

/// A small minimum near 45 degrees in the lattice, but not in the glass (an artefact of square elements).
PaperClaim diagonal_minimum_claim(const LocalRow& row, Moment moment, const LocalComparison& local);

}  // namespace vitrum::study::castellanos2021
