// vitrum: the command line. Exit codes: 0 done, 1 failed, 2 wrong input, 130 stopped on request.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "app/commands.h"
#include "app/examples.h"
#include "app/unexpected_arguments.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"
#include "base/processes.h"
#include "edge/terminal/standard_streams.h"

namespace {

namespace app = vitrum::app;

constexpr int failed = 1;
constexpr int wrong_input = 2;
constexpr int stopped = 130;

const std::string sharing = R"(
Started several times with the same study and folder, by hand, by mpirun or srun or as an array of batch jobs,
on one machine or on several with a shared file system, the processes share the work. They may come, be killed
and be started again at any time; the records are the same, to the last bit.
)";

/// Before messages of processes that were started together, but for the first.
std::string who() {
  const int rank = vitrum::process_rank().value_or(0);
  return rank > 0 ? "process " + std::to_string(rank) + ": " : "";
}

void add_study_arguments(CLI::App& command, app::StudyArguments& arguments) {
  command.add_option("study", arguments.file, "study file (TOML)")->required();
  command.add_option("--set", arguments.overrides, "override a setting: table.key=value (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--output", arguments.output,
                     "folder of results (default: results/<name of the study>)");
}

int run_program(int argc, char** argv) {
  CLI::App program{"Vitrum measures how glasses deform plastically: atoms, lattices, one set of tests."};
  program.name("vitrum");
  program.require_subcommand(0, 1);
  bool show_version = false, json = false;
  program.add_flag("--version", show_version, "version, source revision and compiler");
  program.add_flag("--json", json, "with --version: as JSON");
  int code = 0;

  app::StudyArguments study;
  auto* run = program.add_subcommand("run", "run a study, or go on with one that was stopped");
  add_study_arguments(*run, study);
  run->footer(sharing + app::examples_of("run"));
  run->add_option("--shard", study.shard,
                  "do only this part of the study, such as 3/8, without a page: where the file system of the "
                  "results grants no locks");
  run->callback([&] { code = app::run(study); });

  auto* check = program.add_subcommand("check", "list every mistake of a study, and estimate its cost");
  add_study_arguments(*check, study);
  check->callback([&] { code = app::check(study); });

  auto* create = program.add_subcommand("new", "print a commented study with all settings and defaults");
  bool reference = false;
  create->add_flag("--reference", reference, "print the reference of all keys (Markdown) instead");
  create->callback([&] { code = app::print_new_study(reference); });

  std::string file, format, output = ".";
  auto* report = program.add_subcommand("report", "make the page of a results folder again");
  report->add_option("folder", file, "results folder, such as results/quick")->required();
  report->callback([&] { code = app::report(file); });

  std::vector<std::string> overrides;
  std::string into;
  auto* rerun = program.add_subcommand(
      "rerun", "make a result file again from itself alone, and say whether the numbers are the same");
  rerun->add_option("file", file, "result file (.h5) of a glass, of local tests or of lattices")->required();
  rerun->add_option("--output", into, "folder to work in (default: rerun/<name of the file>)");
  rerun->add_option("--set", overrides, "change a setting first: study.threads=4 (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  rerun->footer(
      "Exit code 0: the same, bit for bit; 1: not. Stopped, the same command goes on. Files of LAMMPS' "
      "potentials\n"
      "are not kept: they are looked for beside the result file, and where studies find them.\n" +
      app::examples_of("rerun"));
  rerun->callback([&] { code = app::rerun(file, into, overrides); });

  auto* info = program.add_subcommand(
      "info", "say what a result file holds, with its provenance, or how far a folder is");
  info->add_option("file", file, "result file (.h5) or results folder")->required();
  info->add_flag("--json", json, "as JSON");
  info->callback([&] { code = app::info(file, json); });

  auto* export_command = program.add_subcommand("export", "write a result file for other programs");
  export_command
      ->add_option("file", file,
                   "result file (.h5); for csv, reference and loadings also a folder of results")
      ->required();
  export_command->add_option("--to", format, "csv, extxyz, lammps, dump, vti, xdmf, reference or loadings")
      ->required();
  export_command->add_option(
      "-o,--output", output,
      "folder to write into (default: the present one); of a reference or loadings, the file");
  std::int64_t every = 1;
  export_command->add_option("--every", every, "loadings: keep every n-th state only; events are all kept")
      ->check(CLI::PositiveNumber);
  export_command->callback([&] { code = app::export_file(file, format, output, every); });

  auto* evaluate = program.add_subcommand("evaluate", "energy, stress and forces of a configuration");
  app::EvaluateArguments atoms;
  evaluate->add_option("configuration", atoms.file, "LAMMPS data file, dump or extended XYZ")->required();
  evaluate->add_option("--potential", atoms.potential,
                       fmt::format("{}, or a table file, eam/alloy or eam/fs (default: from the file's kind)",
                                   fmt::join(vitrum::atomistic::potential_names(), ", ")));
  evaluate->add_flag("--json", atoms.json, "as JSON, 17 digits");
  evaluate->add_flag("--minimise", atoms.minimise, "move the atoms to mechanical equilibrium first");
  evaluate->add_flag("--moduli", atoms.moduli, "elastic moduli, affine and relaxed");
  evaluate->add_flag("--lowest-mode", atoms.lowest_mode,
                     "lowest eigenvalue of the Hessian, atoms in its mode");
  evaluate->callback([&] { code = app::evaluate(atoms); });

  app::KernelArguments lattice;
  auto* kernel = program.add_subcommand("kernel", "stress of a lattice around a unit plastic shear, as CSV");
  kernel->add_option("--size", lattice.columns, "elements along x")->required();
  kernel->add_option("--rows", lattice.rows, "elements along y (default: as along x)");
  kernel->add_option("--shear-modulus", lattice.shear_modulus, "G")->required();
  kernel->add_option("--bulk-modulus", lattice.bulk_modulus, "B, two-dimensional")->required();
  kernel->add_option("--angle", lattice.angle, "slip angle in degrees")->required();
  kernel->callback([&] { code = app::kernel(lattice); });

  program.footer(app::examples_of());
  for (CLI::App* command : program.get_subcommands({}))
    if (command->get_footer().empty()) command->footer(app::examples_of(command->get_name()));

  try {
    program.parse(argc, argv);
  } catch (const CLI::ExtrasError&) {
    std::cerr << app::unexpected_arguments(program, argc, argv) + "\n";
    return wrong_input;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : wrong_input;
  }
  if (program.get_subcommands().empty()) {
    if (show_version) return app::version(json);
    std::cout << program.help();
  }
  return code;
}

/// What was printed and has not arrived is a failure, whatever the command says.
int run_and_print(int argc, char** argv) {
  try {
    const int code = run_program(argc, argv);
    vitrum::terminal::finish_output();
    return code;
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) vitrum::terminal::output_failed(error.code().value());
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  vitrum::terminal::prepare_streams();
  try {
    return run_and_print(argc, argv);
  } catch (const vitrum::InputError& error) {
    std::cerr << who() + error.what() + "\n";
    return wrong_input;
  } catch (const vitrum::Stopped&) {
    std::cerr << who() + "Stopped. What was done is kept; the same command goes on from here.\n";
    return stopped;
  } catch (const std::filesystem::filesystem_error& error) {
    std::cerr << who() + "vitrum failed: " + error.path1().string() + ": " + error.code().message() +
                     "; check the path, its rights and the disk\n";
    return failed;
  } catch (const std::exception& error) {
    std::cerr << who() + "vitrum failed: " + error.what() + "\n";
    return failed;
  }
}
