// What this program is: for --version and for the provenance of every result.
#pragma once

#include <string>

namespace vitrum {

struct BuildInfo {
  std::string version;         ///< release, "0.1.0"
  std::string commit;          ///< source revision, with "+changes" when the tree was edited; may be empty
  std::string compiler;        ///< "GNU 12.2.0"
  std::string compiler_flags;  ///< optimisation and language flags
  std::string build_type;      ///< "Release", "Debug", ...
};

const BuildInfo& build_info();

}  // namespace vitrum
