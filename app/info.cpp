#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "edge/store/describe.h"
#include "edge/store/result_folder.h"

namespace vitrum::app {

int info(const std::string& file, bool json) {
  if (std::filesystem::is_directory(file)) {
    const store::WorkDone done = store::work_done(file);
    fmt::print(fmt::runtime(json ? "{{\"finished\": {}, \"begun\": {}}}\n"
                                 : "Tasks finished: {}\nTasks begun, with a checkpoint: {}\n"),
               done.finished, done.begun);
    return 0;
  }
  fmt::print("{}", json ? store::describe_file_as_json(file) : store::describe_file(file));
  return 0;
}

}  // namespace vitrum::app
