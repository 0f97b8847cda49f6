#include <fmt/format.h>

#include "app/commands.h"
#include "edge/store/describe.h"

namespace vitrum::app {

int info(const std::string& file, bool json) {
  fmt::print("{}", json ? store::describe_file_as_json(file) : store::describe_file(file));
  return 0;
}

}  // namespace vitrum::app
