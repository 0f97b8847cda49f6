// Which processes of this machine have a file open.
#pragma once

#include <filesystem>
#include <string>

namespace vitrum::store {

/// "process 4711 of this machine", or several; "a process of another machine or user" when none can be seen.
/// This process does not count.
std::string who_has_open(const std::filesystem::path& file);

}  // namespace vitrum::store
