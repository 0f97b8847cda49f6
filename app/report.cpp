#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "app/page.h"

namespace vitrum::app {

int report(const std::string& folder) {
  write_page(folder);
  fmt::print("Page: {}\n", (std::filesystem::path(folder) / "report.html").string());
  return 0;
}

}  // namespace vitrum::app
