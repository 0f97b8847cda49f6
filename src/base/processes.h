// What the launcher of a parallel program (mpirun, srun) tells each process about itself, in its environment.
#pragma once

#include <optional>

namespace vitrum {

/// The number of this process among all that were started together, from 0; none: it was started by itself.
std::optional<int> process_rank();

/// How many of the processes that were started together run on this machine; 1: this one by itself.
int processes_here();

/// The cores that this process should use: those that it may, if they are its own. Processes that were
/// started together share those that their launcher may use. Never more than a batch system gave each
/// process.
int cores_for_this_process();

}  // namespace vitrum
