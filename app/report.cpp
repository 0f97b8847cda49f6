#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "app/page.h"
#include "edge/store/whole_file.h"

namespace vitrum::app {

int report(const std::string& folder) {
  store::remove_unfinished(folder);
  write_page(folder);
  fmt::print("Page: {}\n", (std::filesystem::path(folder) / "report.html").string());
  return 0;
}

}  // namespace vitrum::app
