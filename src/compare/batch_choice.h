// Which trials of a search are worth most, given those that are known.
#pragma once

#include <vector>

#include "base/random.h"
#include "compare/search.h"
#include "compare/search_box.h"

namespace vitrum::compare {

/// Points of the unit cube that are tried next, all at once. Half of them are minima of functions that could
/// be L_stat (Thompson 1933): as many where the minimum is likely as it is likely there. A quarter are where
/// L_macro, less its deviation, is lowest at values of the first parameter that are spread over its range, so
/// that profiles along it are known, too. The others have the largest expected improvement (Jones, Schonlau,
/// Welch 1998) over the lowest mean of L_stat, one after the other, each as if those before had come out as
/// expected (Ginsbourger, Le Riche, Carraro 2010).
std::vector<Point> choose_batch(const SearchBox& box, const std::vector<Trial>& trials, std::size_t count,
                                RandomStream& random);

}  // namespace vitrum::compare
