// MPI and the end of LAMMPS: what this process shares among all its instances.
#pragma once

#include <mpi.h>

#include <mutex>
#include <string>

namespace vitrum::lammps {

/// Begins MPI, once, and lets it end with the program, unless somebody else has begun it (mpi4py), who then
/// ends it, too.
/// @throws InputError when it was begun in such a way that other threads than the first must not use it.
void begin_mpi();

/// For any use of MPI by LAMMPS in this thread: where MPI was begun for one thread at a time, it waits for
/// the others.
std::unique_lock<std::mutex> turn_in_mpi();

/// A communicator of its own.
class Communicator {
 public:
  /// Collective, as is the end of it. Begins MPI.
  explicit Communicator(MPI_Comm of);
  ~Communicator();
  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;
  operator MPI_Comm() const { return communicator_; }  // NOLINT(google-explicit-constructor)

 private:
  MPI_Comm communicator_ = MPI_COMM_NULL;
};

/// LAMMPS ends the program where it finds an error: by MPI_Finalize() and exit(), or by MPI_Abort(). While
/// one of these objects lives, in the same thread, both throw LammpsEnds instead, through LAMMPS, whose
/// instance is then of no further use. MPI's profiling interface lets any program put its own functions in
/// the place of MPI's.
class CatchEnd {
 public:
  /// @param alone false: other processes take part; MPI_Abort() then ends all of them, after it has told
  /// what `log` of LAMMPS says.
  CatchEnd(bool alone, const class Log& log);
  ~CatchEnd();
  CatchEnd(const CatchEnd&) = delete;
  CatchEnd& operator=(const CatchEnd&) = delete;
};

struct LammpsEnds {};

/// Where LAMMPS prints: memory that looks like a file.
class Log {
 public:
  Log();
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  /// To be opened.
  std::string path() const;
  std::string text() const;
  /// Empties it.
  void forget() const;
  /// What LAMMPS says of its error, in one line, without the place in its source.
  std::string error() const;

 private:
  int file_;
};

/// Beginning, ending and building are LAMMPS' own business, one thread after the other; forces are not.
std::mutex& one_at_a_time();

}  // namespace vitrum::lammps
