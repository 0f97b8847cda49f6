#include "app/not_there.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace vitrum::app {

namespace fs = std::filesystem;

std::string not_there(const std::string& source) {
  std::error_code ignored;
  const fs::path path = source;
  const std::string name = (path.has_filename() ? path : path.parent_path()).filename().string() + ".toml";
  // Folders of results are named after their studies.
  if (!name.ends_with(".h5.toml") && *path.begin() == "results")
    for (const fs::path& study : {fs::path(name), fs::path("studies") / name})
      if (fs::exists(study, ignored))
        return fmt::format("{} is not there (it is what {} leaves); give the command vitrum run {} first",
                           source, study.string(), study.string());
  return source + " is not there (paths count from where the program is started); check the path";
}

}  // namespace vitrum::app
