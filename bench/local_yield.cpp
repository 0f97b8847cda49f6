// Local yield stress of atoms: processor time, and what the modes and the surroundings change.
// docs/methods/local_yield.md
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "atomistic/local_shear.h"
#include "edge/import/read_configuration.h"
#include "processor_time.h"

namespace {

using namespace vitrum;
using namespace vitrum::atomistic;

struct Options {
  std::string data;
  std::vector<double> radii{5, 10};
  int probes = 50;
  unsigned seed = 1;
  bool fixed = false, elastic = false, list = false;
  LocalShearSettings settings;
};

struct Probe {
  LocalYield yield;
  double seconds = 0;
  double foreseen = 0;  // the strain of the instability
  int steps = 0, rejected = 0, flow_steps = 0;
};

std::vector<Probe> probe(const Configuration& glass, const Options& options,
                         const LocalShearSettings& settings, double radius) {
  const PairPotentials potentials = paper_glass();
  LocalShear shear(glass, potentials, settings);
  std::mt19937 random(options.seed);
  std::uniform_real_distribution<double> uniform(0, 1);
  std::vector<Probe> probes;
  for (int k = 0; k < options.probes; ++k) {
    const double a = uniform(random), b = uniform(random), angle = 180 * uniform(random);
    const std::array<double, 2> place{a * glass.box.lx + b * glass.box.xy, b * glass.box.ly};
    const double begin = processor_time();
    Probe p;
    p.yield = shear.test(place, radius, angle);
    p.seconds = processor_time() - begin;
    p.foreseen = shear.last_branch().critical_strain;
    p.steps = shear.last_branch().steps;
    p.rejected = shear.last_branch().rejected;
    p.flow_steps = shear.last_flow_steps();
    probes.push_back(p);
    if (options.list)
      std::cout << fmt::format(
          "R {} at ({:.3f}, {:.3f}) along {:.2f}: found {} strain {:.5f} ({:.9f}) tau {:.6f} {:.6f} {:.6f} "
          "energy "
          "{:.6g} "
          "event ({:.2f}, {:.2f}); {:.2f} ms, {} + {} steps, {} of the flow\n",
          radius, place[0], place[1], angle, p.yield.found, p.yield.critical_strain, p.foreseen,
          p.yield.tau_i, p.yield.tau_c, p.yield.tau_f, p.yield.energy_drop, p.yield.event[0],
          p.yield.event[1], 1000 * p.seconds, p.steps, p.rejected, p.flow_steps);
  }
  return probes;
}

template <typename Of>
std::string mean(const std::vector<Probe>& probes, Of&& of) {
  double sum = 0, squares = 0, n = 0;
  for (const Probe& p : probes) {
    const double v = of(p);
    sum += v, squares += v * v, ++n;
  }
  const double m = sum / n;
  return fmt::format("{:.4g} ± {:.2g}", m, std::sqrt(std::max(0.0, squares / n - m * m) / (n - 1)));
}

void tell(const std::string& name, double radius, const std::vector<Probe>& probes) {
  int found = 0;
  for (const Probe& p : probes) found += p.yield.found ? 1 : 0;
  std::cout << fmt::format(
                   "{} R {}: {} ms; {} of {} yield; strain {}, tau_c {}, distance {}, drop {}; steps {}, "
                   "rejected {}, of "
                   "the "
                   "flow {}\n",
                   name, radius, mean(probes, [](const Probe& p) { return 1000 * p.seconds; }), found,
                   probes.size(), mean(probes, [](const Probe& p) { return p.yield.critical_strain; }),
                   mean(probes, [](const Probe& p) { return p.yield.tau_c; }),
                   mean(probes, [](const Probe& p) { return p.yield.distance(); }),
                   mean(probes, [](const Probe& p) { return p.yield.drop(); }),
                   mean(probes, [](const Probe& p) { return p.steps; }),
                   mean(probes, [](const Probe& p) { return p.rejected; }),
                   mean(probes, [](const Probe& p) { return p.flow_steps; }))
            << std::flush;
}

void compare(const std::vector<Probe>& adaptive, const std::vector<Probe>& fixed, double increment) {
  int other_strain = 0, beyond = 0, other_end = 0;
  for (std::size_t k = 0; k < fixed.size(); ++k) {
    const LocalYield &a = adaptive[k].yield, &f = fixed[k].yield;
    const double away = std::abs(a.critical_strain - f.critical_strain) / increment;
    if (away > 0.5) ++other_strain;
    if (away > 1.5) ++beyond;
    if (away < 0.5 && std::abs(a.tau_f - f.tau_f) > 1e-6) ++other_end;
    if (away > 0.5 || std::abs(a.tau_f - f.tau_f) > 1e-6)
      std::cout << fmt::format(
          "  probe {}: strain {:.5f} and {:.5f}, tau_c {:.6f} and {:.6f}, tau_f {:.6f} and "
          "{:.6f}, energy {:.3g} and {:.3g}\n",
          k, a.critical_strain, f.critical_strain, a.tau_c, f.tau_c, a.tau_f, f.tau_f, a.energy_drop,
          f.energy_drop);
  }
  std::cout << fmt::format("  of {}: {} at another increment, {} by more than one; {} end elsewhere\n",
                           fixed.size(), other_strain, beyond, other_end);
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app("Local yield stress of atoms, at random places and angles");
  app.add_option("--data", options.data, "a two-dimensional glass, LAMMPS data file")->required();
  app.add_option("--radius", options.radii)->capture_default_str();
  app.add_option("--probes", options.probes, "of each radius")->capture_default_str();
  app.add_option("--seed", options.seed)->capture_default_str();
  app.add_option("--increment", options.settings.increment)->capture_default_str();
  app.add_option("--most-strain", options.settings.most_strain)->capture_default_str();
  app.add_option("--flow-tolerance", options.settings.flow_tolerance)->capture_default_str();
  app.add_option("--shell", options.settings.shell, "width of an elastic environment")->capture_default_str();
  app.add_flag("--fixed", options.fixed, "also relax every increment, and compare");
  app.add_flag("--elastic", options.elastic, "also in an elastic environment");
  app.add_flag("--list", options.list, "print every test");
  CLI11_PARSE(app, count, arguments);
  try {
    const Configuration glass = vitrum::imports::read_configuration(options.data).configuration;
    for (const double radius : options.radii) {
      const auto adaptive = probe(glass, options, options.settings, radius);
      tell("adaptive", radius, adaptive);
      LocalShearSettings other = options.settings;
      if (options.fixed) {
        other.increments = Increments::fixed;
        const auto fixed = probe(glass, options, other, radius);
        tell("fixed", radius, fixed);
        compare(adaptive, fixed, options.settings.increment);
      }
      if (options.elastic) {
        other = options.settings;
        other.environment = Environment::elastic;
        tell("elastic", radius, probe(glass, options, other, radius));
      }
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
