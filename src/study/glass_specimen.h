// A glass of a study on the test rig, and how it is made.
#pragma once

#include <cstdint>
#include <memory>

#include "atomistic/configuration.h"
#include "atomistic/preparation.h"
#include "atomistic/specimen.h"
#include "study/glass_former.h"
#include "study/settings.h"

namespace vitrum::study {

/// Of neighbour lists of solids, in the unit of length.
inline constexpr double neighbour_skin = 0.3;

/// From the liquid to the glass, in small steps.
atomistic::Preparation glass_preparation(const Glass& glass, const GlassFormer& former, std::uint64_t seed,
                                         std::uint64_t sample);

/// Forces of `start` are minimised first. @throws InputError, PhysicsError as AtomisticSpecimen.
std::unique_ptr<atomistic::AtomisticSpecimen> glass_specimen(const Glass& glass, const GlassFormer& former,
                                                             atomistic::Configuration start);

/// Puts the number of atoms and the volume among the measures of a record and, for whoever shears it simply
/// from there, the cell.
void put_sizes(const atomistic::Configuration& glass, bool with_cell, Group& measures);

}  // namespace vitrum::study
