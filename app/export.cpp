#include "edge/export/export.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "edge/store/file.h"
#include "edge/store/whole_file.h"
#include "study/run.h"

namespace vitrum::app {

int export_file(const std::string& file, const std::string& format, const std::string& output) {
  const auto kind = exports::format_of(format);
  const auto documents =
      exports::documents(study::records_of_task(store::read_file(file, store::sample_kind).content), kind);
  std::filesystem::create_directories(output);
  for (const auto& document : documents) {
    const auto path = std::filesystem::path(output) / document.name;
    store::write_whole(path, document.content);
    fmt::print("{}\n", path.string());
  }
  return 0;
}

}  // namespace vitrum::app
