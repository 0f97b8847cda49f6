// How this room calls OpenBLAS and CHOLMOD from several threads at once.
#pragma once

#include <mutex>

extern "C" int openblas_get_parallel();  // of OpenBLAS

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

}  // namespace vitrum
