#include "base/processes.h"

#include <omp.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

namespace vitrum {

namespace {

std::optional<int> number_at(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  return number;
}

/// The first of these variables that holds a number.
std::optional<int> first_of(std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const char* text = std::getenv(name))
      if (const auto number = number_at(text)) return number;
  return std::nullopt;
}

/// Slurm's list of a number for each machine, "4(x2),3": the number of machine `index`.
std::optional<int> entry(std::string_view list, int index) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    const std::string_view item = list.substr(0, comma);
    const auto times = item.find("(x");
    const int machines = times == std::string_view::npos ? 1 : number_at(item.substr(times + 2)).value_or(1);
    if (index < machines) return number_at(item);
    index -= machines;
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return std::nullopt;
}

/// Cores that process `id` may use; none when the system does not say.
std::optional<int> cores_of(pid_t id) {
  cpu_set_t cores;
  if (sched_getaffinity(id, sizeof cores, &cores) != 0) return std::nullopt;
  return CPU_COUNT(&cores);
}

}  // namespace

// mpirun inside a batch job: what mpirun says counts, for the batch system speaks of the job's first process.
std::optional<int> process_rank() {
  return first_of({"OMPI_COMM_WORLD_RANK", "PMIX_RANK", "PMI_RANK", "SLURM_PROCID"});
}

int processes_here() {
  if (const auto said = first_of(
          {"OMPI_COMM_WORLD_LOCAL_SIZE", "MPI_LOCALNRANKS", "PMI_LOCAL_SIZE", "MV2_COMM_WORLD_LOCAL_SIZE"}))
    return std::max(*said, 1);
  if (const char* tasks = std::getenv("SLURM_STEP_TASKS_PER_NODE"))
    return std::max(entry(tasks, first_of({"SLURM_NODEID"}).value_or(0)).value_or(1), 1);
  return 1;
}

int cores_for_this_process() {
  const int mine = omp_get_num_procs();
  const int together = processes_here();
  int cores = mine;
  // A launcher that gives each process cores of its own is not bound to these itself.
  if (together > 1) cores = std::min(mine, std::max(mine, cores_of(getppid()).value_or(mine)) / together);
  if (const auto given = first_of({"SLURM_CPUS_PER_TASK"})) cores = std::min(cores, *given);
  return std::max(cores, 1);
}

}  // namespace vitrum
