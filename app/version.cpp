#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "base/build_info.h"
#include "lammps/engine.h"

namespace vitrum::app {

int version(bool json) {
  const BuildInfo& build = build_info();
  if (json) {
    const nlohmann::ordered_json out = {
        {"version", build.version},       {"commit", build.commit},
        {"compiler", build.compiler},     {"compiler_flags", build.compiler_flags},
        {"build_type", build.build_type}, {"lammps", lammps::description()}};
    fmt::print("{}\n", out.dump(2));
  } else {
    fmt::print("vitrum {} ({})\nbuilt with {}, {}, {}\n{}\n", build.version,
               build.commit.empty() ? "no source revision" : build.commit, build.compiler, build.build_type,
               build.compiler_flags, lammps::description());
  }
  return 0;
}

}  // namespace vitrum::app
