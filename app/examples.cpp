#include "app/examples.h"

#include <fmt/format.h>

namespace vitrum::app {

namespace {

struct Example {
  const char* command;
  const char* line;
  const char* meaning;  ///< may be empty
  bool among_all = true;
};

constexpr Example all[] = {
    {"run", "vitrum run studies/quick.toml", "run a study; the same command resumes it"},
    {"run", "mpirun -n 4 vitrum run studies/quick.toml",
     "the same by four processes, also of several machines"},
    {"run", "vitrum run studies/quick.toml --set glass.samples=16 --output results/sixteen", ""},
    {"check", "vitrum check studies/quick.toml", "all mistakes at once, and what the study costs"},
    {"check", "vitrum check studies/quick.toml --set glass.atoms=1e4", "what if?", false},
    {"new", "vitrum new > my.toml", "a commented study with every setting"},
    {"report", "vitrum report results/quick", "its page anew, from the records", false},
    {"rerun", "vitrum rerun results/quick/glass-000.h5",
     "make it again from itself alone: are the numbers the same?"},
    {"info", "vitrum info results/quick/glass-000.h5", "what a result file holds and where it comes from"},
    {"info", "vitrum info results/quick", "what a study is, and how far", false},
    {"export", "vitrum export results/quick/glass-000.h5 --to csv --output tables", ""},
    {"export", "vitrum export results/quick/glass-000.h5 --to lammps --output atoms",
     "the quenched glass, and its snapshots", false},
    {"evaluate", "vitrum evaluate glass.data --json", "energy, stress and forces of a configuration"},
    {"evaluate", "vitrum evaluate glass.data --minimise --moduli",
     "elastic moduli of its inherent structure"},
    {"evaluate", "vitrum evaluate metal.data --potential CuZr_mm.eam.fs", "by a table file", false},
    {"kernel", "vitrum kernel --size 15 --shear-modulus 13.2 --bulk-modulus 59 --angle 0 > kernel.csv", ""}};

}  // namespace

std::string examples_of(const std::string& command) {
  std::string out;
  for (const Example& one : all)
    if (command.empty() ? one.among_all : command == one.command)
      out += *one.meaning ? fmt::format("  {:<49}  {}\n", one.line, one.meaning)
                          : fmt::format("  {}\n", one.line);
  return "\nExamples:\n" + out;
}

}  // namespace vitrum::app
