// "Did you mean": the known name nearest to one that is not known.
#pragma once

#include <string>
#include <vector>

namespace vitrum {

/// Letters to insert, delete, change or swap with their neighbour to turn one into the other; capital
/// letters and hyphens for underscores count nothing.
int edit_distance(const std::string& a, const std::string& b);

/// The known name that was probably meant, or "" when none is near.
std::string nearest(const std::string& name, const std::vector<std::string>& known);

}  // namespace vitrum
