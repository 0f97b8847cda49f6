// Where a result comes from, so that it can be judged and made again from its file alone.
#pragma once

#include <cstdint>
#include <string>

#include "base/build_info.h"
#include "record/group.h"

namespace vitrum::store {

/// The computer that a study ran on.
struct Machine {
  std::string system;  ///< "Linux 6.1.0-18-amd64 x86_64"
  std::string cpu;     ///< model of the processor
  std::int64_t cores = 0;
  std::string host;  ///< its name; left out of files when empty
};

/// This computer. The host's name is not asked for: it may be private.
Machine this_machine();

struct Provenance {
  std::string study;      ///< text of the study file, as its author wrote it
  std::string overrides;  ///< settings changed on the command line, one "table.key=value" a line
  std::string settings;   ///< every setting as it was used, defaults included, one a line
  std::uint64_t seed = 0;
  std::int64_t threads = 0;
  BuildInfo program;
  Machine machine;
};

/// As it stands in files. ResultFolder adds "date" (UTC, ISO 8601, when the file was written) and
/// "wall_time" (seconds since the run began), which are all that differs between two equal runs.
Group to_group(const Provenance& provenance);

}  // namespace vitrum::store
