// A part of a study's tasks, for processes that cannot tell each other which task they do.
#pragma once

#include <vector>

#include "study/ensemble.h"

namespace vitrum::study {

/// Part `part` of `of`, counted from 1.
struct Shard {
  int part = 1;
  int of = 1;
};

/// The tasks of a part, in their order: of those that need no other, every `of`-th; with each the ones that
/// need it. All parts together are all tasks, and no task is in two.
std::vector<Task> tasks_of(const Shard& shard, const std::vector<Task>& tasks);

}  // namespace vitrum::study
