// Times as people say them.
#pragma once

#include <string>

namespace vitrum {

/// "40 s", "3 min", "2.5 h", "6 days", "150 years": two digits or more, rounded up.
std::string duration_in_words(double seconds);

}  // namespace vitrum
