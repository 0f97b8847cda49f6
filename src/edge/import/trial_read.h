// Libraries that damaged files can bring down.
#pragma once

#include <functional>

namespace vitrum::imports {

/// Does the work in a child process first, which is ended when it takes more than half a minute of the
/// processor, `longest` seconds in all, or eight gigabytes of memory. @returns whether the child came to its
/// end by itself, whatever the outcome: the same work is then safe here. True also where no child can be
/// made.
bool comes_to_an_end(const std::function<void()>& work, unsigned longest = 90);

}  // namespace vitrum::imports
