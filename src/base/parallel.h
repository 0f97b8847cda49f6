// Independent tasks on the cores of one machine.
#pragma once

#include <cstddef>
#include <functional>

namespace vitrum {

/// Number of threads that `parallel_for` uses for `requested` (0: all cores that this process should use,
/// processes.h).
int thread_count(int requested);

/// Calls task(0) .. task(count - 1), each once, on up to `threads` threads, in any order. Tasks must
/// not depend on each other. If tasks throw, no further ones start, and the exception of the lowest
/// index is rethrown when the running ones have ended.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& task);

}  // namespace vitrum
