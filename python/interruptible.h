// Long work that Python may stop.
#pragma once

#include <pybind11/pybind11.h>

#include <functional>

#include "record/sink.h"

namespace vitrum::python {

/// Does `work` in a thread of its own, without the GIL, so that other Python threads go on. Meanwhile the
/// calling thread looks for signals ten times a second: at Ctrl-C it asks the work to stop, waits until that
/// has kept what it has, and raises KeyboardInterrupt.
/// @param progress None, or called as progress(share, what): share done, 0 to 1, or None for a remark. What
/// it raises stops the work, too.
/// @throws what the work throws.
void run_interruptibly(const std::function<void(Watcher&)>& work, const pybind11::object& progress);

/// A line for `progress` of the work that this watcher belongs to.
void say(Watcher& watcher, const std::string& line);

}  // namespace vitrum::python
