#include "lammps/session.h"

#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <regex>
#include <stdexcept>

#include "base/error.h"

namespace vitrum::lammps {

namespace {

thread_local bool catching = false, catching_alone = false;
thread_local const Log* catching_log = nullptr;

std::atomic<bool> one_by_one = false;

void end_mpi() { PMPI_Finalize(); }

}  // namespace

void begin_mpi() {
  const std::lock_guard lock(one_at_a_time());
  // Where Debian keeps its tables.
  setenv("LAMMPS_POTENTIALS", "/usr/share/lammps/potentials", 0);
  int begun = 0, threads = 0;
  MPI_Initialized(&begun);
  if (!begun) {
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_MULTIPLE, &threads);
    std::atexit(end_mpi);
  }
  MPI_Query_thread(&threads);
  if (threads < MPI_THREAD_SERIALIZED)
    throw InputError(
        "MPI was begun for one thread only (MPI_Query_thread tells a level below MPI_THREAD_SERIALIZED), but "
        "glasses are sheared in threads of their own; begin it with MPI_Init_thread and MPI_THREAD_MULTIPLE, "
        "as "
        "mpi4py does by default, or leave it to Vitrum");
  one_by_one = threads < MPI_THREAD_MULTIPLE;
}

std::unique_lock<std::mutex> turn_in_mpi() {
  return one_by_one ? std::unique_lock(one_at_a_time()) : std::unique_lock<std::mutex>();
}

Communicator::Communicator(MPI_Comm of) {
  begin_mpi();
  const std::lock_guard lock(one_at_a_time());
  MPI_Comm_dup(of, &communicator_);
}

Communicator::~Communicator() {
  const std::lock_guard lock(one_at_a_time());
  int ended = 0;
  MPI_Finalized(&ended);
  if (!ended) MPI_Comm_free(&communicator_);
}

CatchEnd::CatchEnd(bool alone, const Log& log) {
  catching = true;
  catching_alone = alone;
  catching_log = &log;
}

CatchEnd::~CatchEnd() { catching = false; }

Log::Log() : file_(memfd_create("lammps", MFD_CLOEXEC)) {
  if (file_ < 0) throw std::runtime_error("no memory for what LAMMPS prints");
}

Log::~Log() { close(file_); }

std::string Log::path() const { return "/proc/self/fd/" + std::to_string(file_); }

std::string Log::text() const {
  std::fflush(nullptr);  // LAMMPS' file among them
  std::string out;
  char buffer[4096];
  off_t at = 0;
  for (ssize_t got; (got = pread(file_, buffer, sizeof buffer, at)) > 0; at += got)
    // LAMMPS goes on writing where it was; what was forgotten reads as zeros.
    for (ssize_t k = 0; k < got; ++k)
      if (buffer[k] != '\0') out += buffer[k];
  return out;
}

void Log::forget() const {
  if (ftruncate(file_, 0) != 0) return;  // then it is longer than it might be
}

std::string Log::error() const {
  const std::string all = text();
  const std::regex line("ERROR(?: on proc [0-9]+)?: ([^\n]*)");
  std::smatch found;
  if (!std::regex_search(all, found, line)) return "LAMMPS gave up without a word";
  std::string said = std::regex_replace(found[1].str(), std::regex(" *\\([^()]*:[0-9]+\\)$"), "");
  std::smatch command;
  if (std::regex_search(all, command, std::regex("Last command: ([^\n]*)")))
    said += " (in the line \"" + command[1].str() + "\")";
  return said;
}

std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace vitrum::lammps

// LAMMPS finds these before MPI's.
extern "C" {
int MPI_Finalize() {
  if (vitrum::lammps::catching) throw vitrum::lammps::LammpsEnds();
  return PMPI_Finalize();
}

int MPI_Abort(MPI_Comm communicator, int code) {
  using namespace vitrum::lammps;
  if (catching && catching_alone) throw LammpsEnds();
  if (catching) std::fprintf(stderr, "LAMMPS ends the program: %s\n", catching_log->error().c_str());
  return PMPI_Abort(communicator, code);
}
}
