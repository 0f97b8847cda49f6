// What is the same of an event at neighbouring states.
#pragma once

#include "seem/trajectory.h"

namespace vitrum::seem {

/// An event by its stress drop and by its heat, the latter as a share of the elastic energy that the drop
/// sets free while X_1 stays: below 1 an event rejuvenates, above 1 it ages, and at 0 it is reversible (paper
/// 2, fig. 3b). A share that is not negative keeps the bound.
struct EventSize {
  double drop = 0;
  double heat_share = 0;
};

/// Heat that the energies before and after tell, none where they tell less than none. Where a drop of no size
/// sets nothing free, the share is that of a tiny energy.
EventSize size_of(const ElasticLaw& law, const StatePoint& before, const Jump& jump);
/// The jump of an event of this size at `before`: u before = u after + heat, by eqs. 5 and 7.
Jump jump_of(const ElasticLaw& law, const StatePoint& before, const EventSize& size);

}  // namespace vitrum::seem
