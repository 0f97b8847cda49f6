// Examples for the help of the program and of its commands.
#pragma once

#include <string>

namespace vitrum::app {

/// Those of one command; of all when its name is empty.
std::string examples_of(const std::string& command = "");

}  // namespace vitrum::app
