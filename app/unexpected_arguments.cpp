#include "app/unexpected_arguments.h"

#include <algorithm>
#include <vector>

#include "base/nearest_name.h"

namespace vitrum::app {

namespace {

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> out;
  for (const CLI::App* command : program.get_subcommands({})) out.push_back(command->get_name());
  return out;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  return out;
}

}  // namespace

std::string unexpected_arguments(const CLI::App& program, int argc, char** argv) {
  const std::vector<std::string> left = program.remaining(true);
  std::vector<std::string> unexpected;
  for (int i = 1; i < argc; ++i)
    if (std::find(left.begin(), left.end(), argv[i]) != left.end()) unexpected.emplace_back(argv[i]);
  const auto chosen = program.get_subcommands();
  if (unexpected.empty()) return "an argument is not known; --help lists them";
  const std::string& first = unexpected.front();
  if (chosen.empty() && !first.starts_with("-")) {
    const std::string meant = nearest(first, commands_of(program));
    return "there is no command " + first +
           (meant.empty() ? "; vitrum --help lists them" : "; did you mean " + meant + "?");
  }
  std::string out = "not expected:";
  for (const std::string& argument : unexpected) out += " " + argument;
  const CLI::App& command = chosen.empty() ? program : *chosen.front();
  const std::string meant = nearest(first.substr(0, first.find('=')), options_of(command));
  return out + (first.starts_with("-") && !meant.empty()
                    ? "; did you mean " + meant + "?"
                    : "; " + (chosen.empty() ? "vitrum" : "vitrum " + command.get_name()) +
                          " --help lists what is");
}

}  // namespace vitrum::app
