#include "base/processes.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <string>

namespace vitrum {
namespace {

using Environment = std::map<std::string, std::string>;

// What a process with nothing but these variables says.
template <class Ask>
int in(const Environment& environment, const Ask& ask) {
  const pid_t child = fork();
  if (child == 0) {
    clearenv();
    setenv("PATH", "", 1);  // some libraries read the environment and expect one
    for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
    _exit(ask());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

int rank_in(const Environment& environment) {
  return in(environment, [] { return process_rank().value_or(99); });
}
int here_in(const Environment& environment) { return in(environment, processes_here); }

TEST(Processes, KnowTheirNumberFromTheirLauncher) {
  EXPECT_EQ(rank_in({}), 99);
  EXPECT_EQ(rank_in({{"OMPI_COMM_WORLD_RANK", "3"}}), 3);
  EXPECT_EQ(rank_in({{"PMI_RANK", "2"}}), 2);
  EXPECT_EQ(rank_in({{"SLURM_PROCID", "7"}}), 7);
  EXPECT_EQ(rank_in({{"SLURM_PROCID", "0"}, {"OMPI_COMM_WORLD_RANK", "5"}}), 5);
  EXPECT_EQ(rank_in({{"OMPI_COMM_WORLD_RANK", "many"}}), 99);
}

TEST(Processes, KnowHowManyShareTheirMachine) {
  EXPECT_EQ(here_in({}), 1);
  EXPECT_EQ(here_in({{"OMPI_COMM_WORLD_LOCAL_SIZE", "4"}}), 4);
  EXPECT_EQ(here_in({{"MPI_LOCALNRANKS", "6"}}), 6);
  EXPECT_EQ(here_in({{"SLURM_STEP_TASKS_PER_NODE", "8"}}), 8);
  for (const auto& [node, tasks] : std::map<std::string, int>{{"0", 4}, {"1", 4}, {"2", 3}, {"9", 1}})
    EXPECT_EQ(here_in({{"SLURM_STEP_TASKS_PER_NODE", "4(x2),3"}, {"SLURM_NODEID", node}}), tasks) << node;
}

// The cores that the tests may use, as the C library counts them.
int all_cores() {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}

int cores_in(const Environment& environment) { return in(environment, cores_for_this_process); }

TEST(Processes, ShareTheCoresOfTheirMachine) {
  EXPECT_EQ(cores_in({}), all_cores());
  EXPECT_EQ(cores_in({{"OMPI_COMM_WORLD_LOCAL_SIZE", "2"}}), std::max(all_cores() / 2, 1));
  EXPECT_EQ(cores_in({{"OMPI_COMM_WORLD_LOCAL_SIZE", "100000"}}), 1);
  EXPECT_EQ(cores_in({{"SLURM_CPUS_PER_TASK", "1"}}), 1);
  EXPECT_EQ(cores_in({{"SLURM_CPUS_PER_TASK", "100000"}}), all_cores());
}

TEST(Processes, UseNoMoreThanTheCoresThatTheyAreBoundTo) {
  const auto bound = [](const Environment& environment) {
    return in(environment, [] {
      cpu_set_t all, one;
      sched_getaffinity(0, sizeof all, &all);
      CPU_ZERO(&one);
      int core = 0;
      while (!CPU_ISSET(core, &all)) ++core;
      CPU_SET(core, &one);
      sched_setaffinity(0, sizeof one, &one);
      return cores_for_this_process();
    });
  };
  EXPECT_EQ(bound({}), 1);
  EXPECT_EQ(bound({{"OMPI_COMM_WORLD_LOCAL_SIZE", "2"}}), 1);
}

}  // namespace
}  // namespace vitrum
