#include "study/shard.h"

#include <map>

namespace vitrum::study {

std::vector<Task> tasks_of(const Shard& shard, const std::vector<Task>& tasks) {
  std::map<std::size_t, bool> here;  // of the tasks that need no other, by index
  std::size_t count = 0;
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (!tasks[i].needs) {
      const auto part = count++ % static_cast<std::size_t>(shard.of) + 1;
      here[i] = part == static_cast<std::size_t>(shard.part);
    }
  std::vector<Task> out;
  std::map<std::size_t, std::size_t> place;  // in `out`, by index in `tasks`
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (here.at(tasks[i].needs.value_or(i))) {
      place[i] = out.size();
      out.push_back(tasks[i]);
    }
  for (Task& task : out)
    if (task.needs) task.needs = place.at(*task.needs);
  return out;
}

}  // namespace vitrum::study
