// How this room calls OpenBLAS and CHOLMOD from several threads at once.
#pragma once

#include <omp.h>

#include <mutex>

// Of OpenBLAS; samples run in parallel, each on one core.
extern "C" void openblas_set_num_threads(int);
extern "C" int openblas_get_parallel();

namespace vitrum {

/// The flavour of OpenBLAS without threads shares its work space between all callers, and Debian lets the
/// user choose the flavour: with that one, two samples must not be in it at once.
class BlasTurn {
 public:
  BlasTurn() {
    if (openblas_get_parallel() == 0) lock_ = std::unique_lock(one_at_a_time);
  }

 private:
  static inline std::mutex one_at_a_time;
  std::unique_lock<std::mutex> lock_;
};

/// CHOLMOD takes four threads for itself, which for the matrices of a sample lose more time in waiting for
/// each other than they gain; the cores are for the samples.
class OneThread {
 public:
  OneThread() : levels_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
  ~OneThread() { omp_set_max_active_levels(levels_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int levels_;
};

}  // namespace vitrum
