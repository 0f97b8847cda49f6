#include "edge/store/provenance.h"

#include <sys/utsname.h>

#include <fstream>
#include <thread>

namespace vitrum::store {
namespace {

std::string cpu_model() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.rfind("model name", 0) == 0) {
      const auto value = line.find_first_not_of(" \t", line.find(':') + 1);
      return value == std::string::npos ? "" : line.substr(value);
    }
  return "unknown";
}

}  // namespace

Machine this_machine() {
  Machine machine;
  utsname name{};
  if (uname(&name) == 0) machine.system = std::string(name.sysname) + " " + name.release + " " + name.machine;
  machine.cpu = cpu_model();
  machine.cores = std::thread::hardware_concurrency();
  return machine;
}

Group to_group(const Provenance& provenance) {
  Group group;
  group.texts["study"] = provenance.study;
  group.texts["overrides"] = provenance.overrides;
  group.texts["settings"] = provenance.settings;
  group.put("seed", static_cast<std::int64_t>(provenance.seed), "1", "seed of every random stream");
  group.put("threads", provenance.threads, "1", "results do not depend on it");
  group.texts["version"] = provenance.program.version;
  group.texts["commit"] = provenance.program.commit;
  group.texts["compiler"] = provenance.program.compiler;
  group.texts["compiler_flags"] = provenance.program.compiler_flags;
  group.texts["build_type"] = provenance.program.build_type;
  group.texts["system"] = provenance.machine.system;
  group.texts["cpu"] = provenance.machine.cpu;
  group.put("cores", provenance.machine.cores, "1", "processors that the machine offered");
  if (!provenance.machine.host.empty()) group.texts["host"] = provenance.machine.host;
  return group;
}

}  // namespace vitrum::store
