// What differs between two lists of settings.
#pragma once

#include <cstddef>
#include <string>

namespace vitrum {

/// Lines of `then` and `now` that the other has not, for a message that says what differs: at most `most`
/// of each, "\n  there: threads = 1\n  now:   threads = 2". Empty when none differs.
std::string line_difference(const std::string& then, const std::string& now, std::size_t most);

}  // namespace vitrum
