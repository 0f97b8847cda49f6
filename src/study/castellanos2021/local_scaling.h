// Power laws of distances to threshold: against the size of the patch, and at their weak end.
#pragma once

#include <vector>

#include "study/castellanos2021/local_states.h"

namespace vitrum::study::castellanos2021 {

/// The mean distance backward falls with another exponent of R in the lattice than in the glass (sec. 4.2).
PaperClaim backward_scaling_claim(const LocalComparison& local);

/// The density of distances forward rises from 0 in the glass, as marginal stability asks for, and falls in
/// the lattice (sec. 6): the sign of the exponent over distances below a third of the mean.
std::vector<PaperClaim> weak_end_claims(const LocalComparison& local);

}  // namespace vitrum::study::castellanos2021
