// What the phases of a realization of the lattice cost here, for bench/against_mepls: processor time and
// slips of each, as CSV, one line per realization.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <iostream>
#include <optional>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/parent_liquid.h"
#include "elastoplastic/patch_tests.h"
#include "processor_time.h"
#include "rig/drive.h"

namespace {

using namespace vitrum;

struct Options {
  elastoplastic::LatticeSettings lattice;
  double strain = 2, reload_strain = 0.4;
  bool reload = true, patches = false;
  std::uint64_t seed = 1, realizations = 1;
};

struct Phase {
  double seconds = 0;
  std::int64_t slips = 0;
};

/// Calls `work`, which answers the number of slips.
template <class Work>
Phase timed(const Work& work) {
  const double begin = processor_time();
  const std::int64_t slips = work();
  return {processor_time() - begin, slips};
}

/// Takes the lattice through one leg, in increments of 1e-4 that end unloading as MEPLS does.
std::int64_t go(elastoplastic::LatticeSpecimen& lattice, const rig::Leg& leg) {
  rig::Program program;
  program.unload_end = rig::UnloadEnd::overshoot;
  program.legs.push_back(leg);
  rig::Drive drive(lattice, program);
  while (!drive.finished()) drive.advance();
  std::int64_t slips = 0;
  for (const Event& event : drive.history().events) slips += event.slips;
  return slips;
}

Phase shear(elastoplastic::LatticeSpecimen& lattice, const Options& options) {
  return timed([&] { return go(lattice, {rig::LegKind::shear, options.strain, 1}); });
}

/// To zero stress, and from there both ways.
Phase reload(elastoplastic::LatticeSpecimen& lattice, const Options& options) {
  return timed([&] {
    std::int64_t slips = go(lattice, {rig::LegKind::unload, 0, 1});
    const Group unloaded = lattice.snapshot();
    slips += go(lattice, {rig::LegKind::reload_forward, options.reload_strain, 1});
    lattice.restore(unloaded);
    return slips + go(lattice, {rig::LegKind::reload_backward, options.reload_strain, 1});
  });
}

/// Local shear tests of the lattice as it stands: sizes 1, 2, 4, 8, eight angles.
Phase patches(const elastoplastic::LatticeSpecimen& lattice, const elastoplastic::PatchTests& tests) {
  return timed([&] { return static_cast<std::int64_t>(tests.survey(lattice, 0).tests.size()); });
}

Phase liquid(elastoplastic::LatticeSpecimen& lattice) {
  return timed([&] { return elastoplastic::quench_from_liquid(lattice).integer("liquid_slips"); });
}

void realize(const Options& options, const elastoplastic::PatchTests* tests, std::uint64_t sample) {
  const double begin = processor_time();
  elastoplastic::LatticeSpecimen lattice(options.lattice, options.seed, sample);
  const double setup = processor_time() - begin;
  const Phase quenched = liquid(lattice);
  const Phase sheared = shear(lattice, options);
  const Phase tested = tests != nullptr ? patches(lattice, *tests) : Phase{};
  const Phase reloaded = options.reload ? reload(lattice, options) : Phase{};
  std::cout << fmt::format("{},{:.6g},{},{:.6g},{},{:.6g},{},{:.6g},{},{:.6g}\n", sample, setup,
                           quenched.slips, quenched.seconds, sheared.slips, sheared.seconds, reloaded.slips,
                           reloaded.seconds, tested.slips, tested.seconds);
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  options.lattice.mode = elastoplastic::Mode::mepls;
  options.lattice.initial = elastoplastic::Initial::liquid;
  CLI::App app("Processor time of the phases of a realization of the lattice.");
  app.add_option("--columns", options.lattice.columns);
  app.add_option("--rows", options.lattice.rows);
  app.add_option("--slip-systems", options.lattice.slip_systems);
  app.add_option("--shape", options.lattice.threshold_shape, "k of the thresholds");
  app.add_option("--scale", options.lattice.threshold_scale, "lambda of the thresholds");
  app.add_option("--exponent", options.lattice.amplitude_exponent, "chi of the amplitudes");
  app.add_option("--shear-modulus", options.lattice.shear_modulus);
  app.add_option("--bulk-modulus", options.lattice.bulk_modulus);
  app.add_option("--temperature", options.lattice.temperature, "of the parent liquid");
  app.add_option("--strain", options.strain, "largest gamma");
  app.add_flag("!--no-reload", options.reload);
  app.add_flag("--patches", options.patches, "local shear tests after shearing");
  app.add_option("--seed", options.seed);
  app.add_option("--realizations", options.realizations);
  CLI11_PARSE(app, count, arguments);
  try {
    std::cout << "seed,setup_seconds,liquid_slips,liquid_seconds,shear_slips,shear_seconds,reload_slips,"
                 "reload_seconds,patch_tests,patch_seconds\n";
    std::optional<elastoplastic::PatchTests> tests;
    if (options.patches) tests.emplace(options.lattice, elastoplastic::PatchSettings{});
    for (std::uint64_t sample = 0; sample < options.realizations; ++sample)
      realize(options, tests ? &*tests : nullptr, sample);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
