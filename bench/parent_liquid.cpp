// How the parent liquid of a lattice forgets where it began, docs/methods/lattice.md:
// build/release/bench/parent_liquid --help
#include "elastoplastic/parent_liquid.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <vector>

#include "base/parallel.h"
#include "elastoplastic/initial_stress.h"
#include "elastoplastic/lattice_specimen.h"

namespace {

using namespace vitrum;

/// Thermal events per element at which the liquid is looked at; means are over the events since the last one.
const std::vector<double> marks{0.5, 1, 2, 3, 4, 5, 6.3, 8, 12, 16, 24, 32, 48, 64};

struct Look {
  double von_mises = 0;  ///< mean over elements
  double distance = 0;   ///< mean smallest distance to threshold
  double fresh = 0;      ///< share of elements that have not slipped
};

Look look(const elastoplastic::Lattice& lattice) {
  Look now{elastoplastic::mean_von_mises(lattice.stress()), 0, 0};
  const auto elements = static_cast<double>(lattice.elements());
  for (std::size_t i = 0; i < lattice.elements(); ++i) {
    now.distance += lattice.lowest_distance(i) / elements;
    now.fresh += lattice.slip_counts()[i] == 0 ? 1 / elements : 0;
  }
  return now;
}

std::vector<Look> follow(const elastoplastic::LatticeSettings& settings, std::uint64_t sample) {
  elastoplastic::LatticeSpecimen specimen(settings, 1, sample);
  elastoplastic::ParentLiquid liquid(specimen);
  const auto elements = static_cast<double>(specimen.lattice().elements());
  std::vector<Look> out;
  Look sum;
  double looks = 0;
  for (std::int64_t events = 1; out.size() < marks.size(); ++events) {
    liquid.advance();
    if (events % 20 == 0 || elements < 100) {
      const Look now = look(specimen.lattice());
      sum.von_mises += now.von_mises, sum.distance += now.distance, ++looks;
    }
    if (static_cast<double>(events) < marks[out.size()] * elements) continue;
    out.push_back({sum.von_mises / looks, sum.distance / looks, look(specimen.lattice()).fresh});
    sum = {}, looks = 0;
  }
  return out;
}

void print(const elastoplastic::LatticeSettings& settings, std::size_t samples) {
  std::vector<std::vector<Look>> all(samples);
  parallel_for(samples, 0, [&](std::size_t sample) { all[sample] = follow(settings, sample); });
  std::cout << "events_per_element,von_mises,error,distance,error,share_as_in_the_beginning\n";
  for (std::size_t m = 0; m < marks.size(); ++m) {
    double stress = 0, stress2 = 0, distance = 0, distance2 = 0, fresh = 0;
    for (const auto& one : all) {
      stress += one[m].von_mises, stress2 += one[m].von_mises * one[m].von_mises;
      distance += one[m].distance, distance2 += one[m].distance * one[m].distance;
      fresh += one[m].fresh;
    }
    const auto n = static_cast<double>(samples);
    const auto error = [n](double sum, double squares) {
      return std::sqrt(std::max(0.0, squares / n - sum * sum / (n * n)) / (n - 1));
    };
    std::cout << fmt::format("{},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f}\n", marks[m], stress / n,
                             error(stress, stress2), distance / n, error(distance, distance2), fresh / n);
  }
}

}  // namespace

int main(int count, char** arguments) {
  elastoplastic::LatticeSettings settings;
  settings.initial = elastoplastic::Initial::liquid;
  settings.liquid_events = 2 * marks.back();  // so that it does not end before it has been looked at
  std::size_t samples = 32;
  CLI::App app("How stress and distance to threshold of a parent liquid change with the events it has made.");
  app.add_option("--columns", settings.columns);
  app.add_option("--rows", settings.rows);
  app.add_option("--temperature", settings.temperature);
  app.add_option("--samples", samples, "at least 2")->check(CLI::Range(2, 100000));
  CLI11_PARSE(app, count, arguments);
  try {
    print(settings, samples);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
