// Into which minimum does each minimiser fall after an instability? The study of docs/methods/events.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "atomistic/pair_potential.h"
#include "minimisers/comparison.h"
#include "minimisers/methods.h"
#include "minimisers/shear_path.h"
#include "minimisers/steepest_descent.h"

namespace {

using namespace vitrum;
using namespace vitrum::bench;

struct Options {
  int atoms = 1000;
  double duration = 500;
  int samples = 10, first_sample = 0;
  std::vector<double> increments{1e-4, 2e-5};
  double strain = 0.15;
  int most_events = 1000000;
  std::vector<std::string> only;
  std::string load, save, table;
  bool renew = false;
  atomistic::RelaxationSettings relaxation;
};

struct Timed {
  Descent descent;
  double seconds = 0;
};

Timed timed(const std::function<Descent(const UnstableState&)>& method, const UnstableState& state) {
  const auto begin = std::chrono::steady_clock::now();
  Descent descent = method(state);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  return {std::move(descent), spent.count()};
}

/// Runs the methods on one event after another and keeps all lines.
class Study {
 public:
  explicit Study(const Options& options) : options_(options), methods_(methods(options.relaxation)) {
    if (!options.table.empty()) {
      table_.open(options.table);
      write_heading(table_);
    }
    if (!options.save.empty()) states_.open(options.save, std::ios::binary | std::ios::app);
  }

  void take(UnstableState& state, const Descent* path) {
    if (options_.renew || !state.solved()) solve(state);
    if (states_.is_open()) write(states_, state);
    if (path) note(compare(state, "path", *path, 0));
    for (const Method& method : methods_)
      if (wanted(state, method.name)) run(state, method);
    ++events_;
  }

  int events() const { return events_; }
  const std::vector<Comparison>& lines() const { return lines_; }

 private:
  bool wanted(const UnstableState& state, const std::string& method) const {
    if (!options_.only.empty())
      return std::find(options_.only.begin(), options_.only.end(), method) != options_.only.end();
    if (method == "fifths") return state.increment > 5e-5;
    // Only when asked for.
    if (method == "coarser" || method == "finer" || method == "euler") return false;
    return true;
  }

  void solve(UnstableState& state) {
    const auto [found, seconds] = timed(reference_descent, state);
    state.minimum = found.end;
    state.minimum_energy = found.evaluation.energy;
    note(compare(state, "reference", found, seconds));
  }

  void run(const UnstableState& state, const Method& method) {
    auto [found, seconds] = timed(method.run, state);
    if (!found.reached) {
      // Stopped early: it falls into the minimum below.
      atomistic::PairForceField force_field(atomistic::paper_glass());
      const Descent rest = steepest_descent(force_field, found.end);
      found.end = rest.end;
      found.evaluation = rest.evaluation;
    }
    note(compare(state, method.name, found, seconds));
  }

  void note(const Comparison& line) {
    lines_.push_back(line);
    if (table_.is_open()) write_line(table_, line);
    if (!line.same())
      std::cout << fmt::format(
                       "sample {} strain {:.5f} increment {:g} drop {:.5f}: {} ends elsewhere, {:.2e}\n",
                       line.sample, line.strain, line.increment, line.drop, line.method, line.difference)
                << std::flush;
  }

  const Options& options_;
  std::vector<Method> methods_;
  std::ofstream table_, states_;
  std::vector<Comparison> lines_;
  int events_ = 0;
};

void shear_samples(const Options& options, Study& study) {
  for (int sample = options.first_sample; sample < options.first_sample + options.samples; ++sample) {
    const atomistic::Configuration glass = paper_glass_sample(options.atoms, options.duration, sample);
    for (const double increment : options.increments) {
      ShearPath path(glass, sample, increment);
      while (path.strain() + 0.5 * increment < options.strain && study.events() < options.most_events) {
        auto state = path.advance();
        if (!state) continue;
        const auto& last = path.specimen().last_relaxation();
        const Descent taken{path.specimen().configuration(), last.evaluation, last.residual, last.evaluations,
                            true};
        study.take(*state, &taken);
      }
    }
  }
}

void load_states(const Options& options, Study& study) {
  std::ifstream in(options.load, std::ios::binary);
  if (!in) throw CLI::FileError::Missing(options.load);
  while (study.events() < options.most_events) {
    auto state = read_state(in);
    if (!state) return;
    study.take(*state, nullptr);
  }
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app("Into which minimum does each minimiser fall after an instability?");
  app.add_option("--atoms", options.atoms, "atoms of a sample")->capture_default_str();
  app.add_option("--duration", options.duration, "time that the liquid is held")->capture_default_str();
  app.add_option("--samples", options.samples)->capture_default_str();
  app.add_option("--first-sample", options.first_sample)->capture_default_str();
  app.add_option("--increments", options.increments, "of strain")->capture_default_str();
  app.add_option("--strain", options.strain, "where a path ends")->capture_default_str();
  app.add_option("--events", options.most_events, "most events in all")->capture_default_str();
  std::string names;
  for (const Method& method : methods()) names += "\n  " + method.name + ": " + method.description;
  app.add_option(
      "--only", options.only,
      "methods to run; without: all but coarser, finer and euler, fifths for large increments only:" + names);
  app.add_option("--load", options.load, "take unstable states from this file instead of shearing samples");
  app.add_flag("--renew", options.renew, "find the reference minima of loaded states anew");
  app.add_option("--save", options.save, "append unstable states and their reference minima to this file");
  app.add_option("--table", options.table, "write a CSV line for every event and method, as they come");
  app.add_option("--flow-tolerance", options.relaxation.flow.tolerance, "of the method relaxation")
      ->capture_default_str();
  app.add_option("--farthest", options.relaxation.farthest, "of the method relaxation")
      ->capture_default_str();
  CLI11_PARSE(app, count, arguments);
  try {
    Study study(options);
    options.load.empty() ? shear_samples(options, study) : load_states(options, study);
    write_summary(std::cout, study.lines());
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
