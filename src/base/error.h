// The project's errors, by what the reader can do about them.
#pragma once

#include <stdexcept>
#include <string>

namespace vitrum {

/// Something the user can mend: a setting, a file, an argument. The message is complete: what is
/// wrong, where, why, and what to do. Programs exit with code 2.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A computation that could not do what was asked (no convergence, atoms on top of each other).
/// The message names the sample, the strain and the residual. Programs exit with code 1.
class PhysicsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reading or writing a file failed for a reason outside the program (disk full, no permission).
/// Programs exit with code 1.
class StorageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The user asked to stop (Ctrl-C, SIGTERM); the work so far is kept. Programs exit with code 130.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped on request") {}
};

}  // namespace vitrum
