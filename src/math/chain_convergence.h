// Whether Markov chains have forgotten where they began.
#pragma once

#include <vector>

namespace vitrum {

/// Potential scale reduction of chains that are each cut in halves (Gelman et al. 2013, eq. 11.4): near 1,
/// below 1.01 as a rule, when all of them sample the same distribution.
double split_r_hat(const std::vector<std::vector<double>>& chains);

/// Number of independent samples that tell the mean as well: the correlation between steps is summed up to
/// the first pair of neighbours whose sum is negative (Geyer 1992), over chains cut in halves.
double effective_samples(const std::vector<std::vector<double>>& chains);

}  // namespace vitrum
