// A batch of elasto-plastic lattices, each driven on the rig (paper 1, sec. 3).
#pragma once

#include <cstdint>
#include <memory>

#include "elastoplastic/patch_tests.h"
#include "study/job.h"
#include "study/settings.h"

namespace vitrum::study {

/// Samples first .. first + count - 1. The record holds one SampleRecord (results.h) of model "lattice"
/// per sample, under the groups "0", "1", ... Fields are kept for the first samples only
/// (Lattice::fields_of): maps of one lattice suffice, and they are the bulk of the data. A checkpoint may
/// fall anywhere within a lattice.
/// @param patches of these settings, shared by all jobs of a study; nullptr: the job makes its own
std::unique_ptr<Job> lattice_job(const Lattice& settings, std::uint64_t seed, std::uint64_t first,
                                 std::uint64_t count,
                                 std::shared_ptr<const elastoplastic::PatchTests> patches = nullptr);

}  // namespace vitrum::study
