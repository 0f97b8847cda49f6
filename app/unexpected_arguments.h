// What is said of arguments that no command has.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace vitrum::app {

/// Names them in the order in which they were given, and what may have been meant.
std::string unexpected_arguments(const CLI::App& program, int argc, char** argv);

}  // namespace vitrum::app
