// How all rooms call the HDF5 library from several threads at once.
#pragma once

#include <mutex>

namespace vitrum {

/// To be held during calls of the HDF5 library, which keeps one state for the whole process and need not be
/// built thread-safe.
inline std::mutex& hdf5_turn() {
  static std::mutex turn;
  return turn;
}

}  // namespace vitrum
