// What the engine asks of MPI. MPI's profiling interface lets this program look on. Usage: test_use_of_mpi
// WHAT, where WHAT is "one-by-one" or "one-thread" (how somebody else has begun MPI) or "communicators".
#include <mpi.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "base/error.h"
#include "base/parallel.h"
#include "both_engines.h"

namespace {

std::atomic<int> inside = 0, most_inside = 0;
std::mutex guard;
std::set<MPI_Comm> own;  // communicators made of that of this process alone

bool failed = false;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("not so: %s\n", what);
  failed = true;
}

}  // namespace

extern "C" {
int MPI_Allreduce(const void* from, void* to, int count, MPI_Datatype type, MPI_Op operation,
                  MPI_Comm among) {
  int seen = most_inside;
  for (const int now = ++inside; now > seen && !most_inside.compare_exchange_weak(seen, now);) {
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(2));  // long enough to meet others
  const int code = PMPI_Allreduce(from, to, count, type, operation, among);
  --inside;
  return code;
}

int MPI_Comm_dup(MPI_Comm of, MPI_Comm* out) {
  const int code = PMPI_Comm_dup(of, out);
  const std::lock_guard lock(guard);
  if (of == MPI_COMM_SELF) own.insert(*out);
  return code;
}

int MPI_Comm_free(MPI_Comm* communicator) {
  {
    const std::lock_guard lock(guard);
    own.erase(*communicator);
  }
  return PMPI_Comm_free(communicator);
}
}

namespace vitrum::lammps::test {
namespace {

void begin_elsewhere(int threads) {
  int got = 0;
  MPI_Init_thread(nullptr, nullptr, threads, &got);
  expect(got == threads, "MPI offers the level that was asked for");
}

void in_threads() {
  const auto sample = atomistic::test::scattered({2, {-3, 2, 0}, 20, 18, 1, 4, 0, 0}, 350, 0.8, 1);
  const auto potential = paper_by_lammps();
  std::vector<double> energies(4);
  parallel_for(4, 4, [&](std::size_t i) {
    const auto field = potential->force_field(0.3);
    std::vector<double> forces;
    for (int step = 0; step < 20; ++step) energies[i] = field->evaluate(sample, forces).energy;
  });
  for (const double energy : energies) expect(energy == energies[0], "all threads find the same energy");
}

void one_by_one() {
  begin_elsewhere(MPI_THREAD_SERIALIZED);
  in_threads();
  expect(most_inside == 1, "no two threads were in MPI at a time");
  const char* const tables = std::getenv("LAMMPS_POTENTIALS");
  expect(tables && *tables, "LAMMPS is told where its tables are");
}

void one_thread() {
  begin_elsewhere(MPI_THREAD_FUNNELED);
  std::string said;
  try {
    paper_by_lammps();
  } catch (const InputError& error) {
    said = error.what();
  }
  expect(said.find("MPI_THREAD_MULTIPLE") != std::string::npos, "the engine refuses, and says what to do");
}

void communicators() {
  for (int i = 0; i < 5; ++i) try {
      potential({"lj", {"pair_style no_such_style"}, 2, {1}});
      expect(false, "wrong lines are refused");
    } catch (const InputError&) {
    }
  expect(own.empty(), "refused lines leave no communicator behind");
  paper_by_lammps();
  expect(own.empty(), "nor do others");
  in_threads();
  expect(most_inside > 1, "where MPI allows it, threads are in it together");
}

}  // namespace
}  // namespace vitrum::lammps::test

int main(int, char** arguments) {
  const std::string what = arguments[1];
  if (what == "one-by-one") vitrum::lammps::test::one_by_one();
  if (what == "one-thread") vitrum::lammps::test::one_thread();
  if (what == "communicators") vitrum::lammps::test::communicators();
  int begun = 0;
  MPI_Initialized(&begun);
  if (begun && what != "communicators") PMPI_Finalize();  // that of the engine ends with the program
  return failed ? 1 : 0;
}
