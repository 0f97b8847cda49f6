// Posteriors as stored groups.
#pragma once

#include "compare/posterior.h"
#include "record/group.h"

namespace vitrum::study {

Group to_group(const compare::Posterior& posterior);
/// @throws InputError when a number is missing.
compare::Posterior posterior_from(const Group& group);

}  // namespace vitrum::study
