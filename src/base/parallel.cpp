#include "base/parallel.h"

#include <atomic>
#include <exception>
#include <mutex>

#include "base/processes.h"

namespace vitrum {

int thread_count(int requested) { return requested > 0 ? requested : cores_for_this_process(); }

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& task) {
  std::atomic<bool> failed{false};
  std::mutex guard;
  std::exception_ptr first;
  std::size_t first_index = count;
#pragma omp parallel for schedule(dynamic, 1) num_threads(thread_count(threads))
  for (std::size_t i = 0; i < count; ++i) {
    if (failed) continue;
    try {
      task(i);
    } catch (...) {
      failed = true;
      const std::lock_guard lock(guard);
      if (i < first_index) {
        first_index = i;
        first = std::current_exception();
      }
    }
  }
  if (first) std::rethrow_exception(first);
}

}  // namespace vitrum
