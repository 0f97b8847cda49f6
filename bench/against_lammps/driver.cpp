// The part of the comparison with LAMMPS that runs here: samples as LAMMPS data files, and times as JSON or
// CSV.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>
#include <string>

#include "../processor_time.h"
#include "atomistic/box_geometry.h"
#include "atomistic/eam_force_field.h"
#include "atomistic/metal_relaxation.h"
#include "atomistic/preparation.h"
#include "atomistic/specimen.h"
#include "base/error.h"
#include "edge/import/eam_file.h"
#include "edge/import/read_configuration.h"

namespace {

using namespace vitrum;
using namespace vitrum::atomistic;

struct Options {
  std::string data, output, table;
  int atoms = 1000;
  double duration = 300;
  std::uint64_t sample = 0;
  double strain = 0, increment = 1e-4, force_tolerance = 1e-10;
  int increments = 100, evaluations = 200;
  bool two_norm = false;
};

void write_data(const std::string& path, const Configuration& c) {
  const Box box = reduced(c.box);
  std::ofstream out(path);
  out << fmt::format("Glass of the comparison with LAMMPS\n\n{} atoms\n2 atom types\n\n", c.atoms())
      << fmt::format("{:.17g} {:.17g} xlo xhi\n{:.17g} {:.17g} ylo yhi\n", box.origin[0],
                     box.origin[0] + box.lx, box.origin[1], box.origin[1] + box.ly)
      << fmt::format("-0.5 0.5 zlo zhi\n{:.17g} 0 0 xy xz yz\n\nMasses\n\n1 1\n2 1\n\nAtoms # atomic\n\n",
                     box.xy);
  for (std::size_t i = 0; i < c.atoms(); ++i)
    out << fmt::format("{} {} {:.17g} {:.17g} 0\n", i + 1, c.species[i] + 1, c.positions[2 * i],
                       c.positions[2 * i + 1]);
  if (!out.flush()) throw InputError(path + " could not be written.");
}

RelaxationSettings relaxation(const Options& options) {
  RelaxationSettings settings = options.table.empty() ? RelaxationSettings() : metal_relaxation_settings();
  settings.force_tolerance = options.force_tolerance;
  if (options.two_norm) settings.norm = ForceNorm::two_norm;
  return settings;
}

Configuration read_data(const Options& options) {
  return imports::read_configuration(options.data).configuration;
}

void prepare(const Options& options) {
  PreparationSettings settings;
  settings.atoms = options.atoms;
  settings.melt_duration = std::min(20.0, options.duration);
  settings.cooling_duration = options.duration;
  settings.duration = options.duration;
  settings.drift_limit = std::numeric_limits<double>::infinity();
  Preparation preparation(settings, paper_glass(), 1, options.sample);
  while (!preparation.finished()) preparation.advance();
  write_data(options.output, preparation.glass());
}

/// Shears to `strain`, in increments, and stores the configuration.
void shear_to(const Options& options) {
  AtomisticSpecimen specimen(read_data(options), paper_glass(), relaxation(options));
  const auto steps = std::llround(options.strain / options.increment);
  for (long k = 1; k <= steps; ++k) specimen.strain_to(static_cast<double>(k) * options.increment);
  write_data(options.output, specimen.configuration());
}

AtomisticSpecimen specimen_of(const Options& options) {
  if (options.table.empty()) return {read_data(options), paper_glass(), relaxation(options)};
  return {read_data(options), std::make_shared<const EamPotential>(imports::read_eam(options.table)),
          relaxation(options)};
}

/// A CSV line for every increment.
void shear(const Options& options) {
  AtomisticSpecimen specimen = specimen_of(options);
  std::ofstream out(options.output);
  out << "increment,energy,stress_xy,residual,seconds,evaluations,dissipated\n";
  State before = specimen.state();
  out << fmt::format("0,{:.17g},{:.17g},{:.3g},0,0,0\n", before.energy, before.stress.xy,
                     specimen.last_relaxation().residual);
  for (int k = 1; k <= options.increments; ++k) {
    const double begin = processor_time();
    specimen.strain_to(k * options.increment);
    const double seconds = processor_time() - begin;
    const State after = specimen.state();
    const double work =
        specimen.volume() * 0.5 * (before.stress.xy + after.stress.xy) * (after.strain - before.strain);
    out << fmt::format("{},{:.17g},{:.17g},{:.3g},{:.6g},{},{:.6g}\n", k, after.energy, after.stress.xy,
                       specimen.last_relaxation().residual, seconds, specimen.last_relaxation().evaluations,
                       work - (after.energy - before.energy));
    before = after;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << fmt::format(
      "{{\"peak_mib\": {:.1f}, \"volume\": {:.17g}, \"repeated\": {}, \"gained\": {}}}\n",
      static_cast<double>(usage.ru_maxrss) / 1024, specimen.volume(), specimen.repeated_relaxations(),
      specimen.unexplained_gains());
}

/// Time of an evaluation of energy, stress and forces, the least of ten rounds.
void forces(const Options& options) {
  const Configuration configuration = read_data(options);
  std::unique_ptr<ForceField> force_field;
  if (options.table.empty())
    force_field = std::make_unique<PairForceField>(paper_glass());
  else
    force_field = std::make_unique<EamForceField>(
        std::make_shared<const EamPotential>(imports::read_eam(options.table)));
  std::vector<double> f;
  Evaluation evaluation = force_field->evaluate(configuration, f);
  double least = std::numeric_limits<double>::infinity();
  for (int round = 0; round < 10; ++round) {
    const double begin = processor_time();
    for (int i = 0; i < options.evaluations; ++i) evaluation = force_field->evaluate(configuration, f);
    least = std::min(least, (processor_time() - begin) / options.evaluations);
  }
  std::cout << fmt::format("{{\"seconds\": {:.6g}, \"energy\": {:.17g}, \"stress_xy\": {:.17g}}}\n", least,
                           evaluation.energy, evaluation.stress.xy);
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app("Samples and times for the comparison with LAMMPS.");
  app.require_subcommand(1);
  const auto with_data = [&](CLI::App* command) {
    command->add_option("data", options.data, "LAMMPS data file")->required();
    return command;
  };
  const auto with_shear = [&](CLI::App* command) {
    command->add_option("--increment", options.increment);
    command->add_option("--force-tolerance", options.force_tolerance);
    command->add_option("--output", options.output)->required();
    return command;
  };
  CLI::App* make = app.add_subcommand("prepare", "make a glass");
  make->add_option("--atoms", options.atoms);
  make->add_option("--duration", options.duration, "of the cooling and of the holding, each");
  make->add_option("--sample", options.sample);
  make->add_option("--output", options.output)->required();
  CLI::App* to = with_shear(with_data(app.add_subcommand("shear-to", "shear a glass and store it")));
  to->add_option("--strain", options.strain)->required();
  CLI::App* time = with_shear(with_data(app.add_subcommand("shear", "time increments of strain")));
  time->add_option("--increments", options.increments);
  time->add_flag("--two-norm", options.two_norm, "the tolerance is one of the 2-norm (metals)");
  time->add_option("--table", options.table, "of an embedded-atom potential; else the paper's glass");
  CLI::App* evaluate = with_data(app.add_subcommand("forces", "time evaluations of the forces"));
  evaluate->add_option("--evaluations", options.evaluations);
  evaluate->add_option("--table", options.table, "of an embedded-atom potential; else the paper's glass");
  CLI11_PARSE(app, count, arguments);
  try {
    if (make->parsed()) prepare(options);
    if (to->parsed()) shear_to(options);
    if (time->parsed()) shear(options);
    if (evaluate->parsed()) forces(options);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
