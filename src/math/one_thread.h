// How this room keeps the libraries for matrices from taking threads of their own: the cores are for the
// samples.
#pragma once

#include <omp.h>

namespace vitrum {

/// CHOLMOD takes four threads for itself, which for the matrices of a sample lose more time in waiting for
/// each other than they gain.
class OneThread {
 public:
  OneThread() : levels_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
  ~OneThread() { omp_set_max_active_levels(levels_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int levels_;
};

/// While there is one of these, OpenBLAS computes with one thread, for everybody in the process; with the
/// last one goes the number that it had before. The number changes the order of sums, and so the last bits of
/// results.
class OneBlasThread {
 public:
  OneBlasThread();
  ~OneBlasThread();
  OneBlasThread(const OneBlasThread&) = delete;
  OneBlasThread& operator=(const OneBlasThread&) = delete;
};

}  // namespace vitrum
