#include "study/reference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/error.h"

namespace vitrum::study {
namespace {

constexpr double same_width = 1e-6;  // relative; cells are given to single precision or better

/// Numbers of the rows of one realization in each table.
struct TableRows {
  std::vector<std::size_t> stress, events, local;
};
using Realizations = std::map<std::int64_t, TableRows>;

Realizations realizations_of(const ReferenceTables& tables) {
  Realizations out;
  const auto sort_in = [&out](const std::vector<std::int64_t>& realization,
                              std::vector<std::size_t> TableRows::*rows) {
    for (std::size_t row = 0; row < realization.size(); ++row) (out[realization[row]].*rows).push_back(row);
  };
  sort_in(tables.stress.realization, &TableRows::stress);
  sort_in(tables.events.realization, &TableRows::events);
  sort_in(tables.local.realization, &TableRows::local);
  return out;
}

/// Where one realization's window lies, and the windows that it is cut into.
struct Window {
  double from = 0, to = -std::numeric_limits<double>::infinity();
  int blocks = 1;
  double slack = 1e-9;  ///< a strain given in decimals need not be the grid point's double

  bool holds(double strain) const { return strain >= from - slack && strain <= to + slack; }
  double width() const { return (to - from) / blocks; }
  /// A block holds the strain that it ends with, the first one also that which it begins with.
  std::size_t block(double strain) const {
    const double k = std::ceil((strain - from - slack) / width()) - 1;
    return static_cast<std::size_t>(std::clamp(k, 0.0, blocks - 1.0));
  }
};

/// Spacing of the strains of a realization's stresses; 0 when there are fewer than two.
double spacing(const ReferenceTables::Stress& stress, const std::vector<std::size_t>& rows) {
  if (rows.size() < 2) return 0;
  return (stress.strain[rows.back()] - stress.strain[rows.front()]) / static_cast<double>(rows.size() - 1);
}

bool known(const std::vector<double>& column, std::size_t row) {
  return !column.empty() && std::isfinite(column[row]);
}

Window window_of(const ReferenceTables& tables, const TableRows& rows, const ReferenceSettings& settings) {
  Window window;
  window.from = settings.from;
  window.blocks = settings.blocks;
  if (const double step = spacing(tables.stress, rows.stress); step > 0) window.slack = 1e-6 * step;
  if (!rows.stress.empty()) {
    window.to = tables.stress.strain[rows.stress.back()];
  } else if (!rows.events.empty()) {
    window.to = tables.events.strain[rows.events.back()];
  } else {
    for (const std::size_t row : rows.local)
      if (tables.local.state[row] == TestedAs::stationary)
        window.to = std::max(window.to,
                             known(tables.local.strain, row) ? tables.local.strain[row] : settings.from + 1);
  }
  return window;
}

void add_macroscale(const ReferenceTables& tables, const TableRows& rows, const Window& window,
                    std::vector<compare::ReferenceSample>& blocks) {
  double last = std::nan("");
  for (const std::size_t row : rows.stress) {
    const double strain = tables.stress.strain[row];
    if (!window.holds(strain)) continue;
    compare::MacroscaleSample& sample = blocks[window.block(strain)].macroscale;
    if (sample.stress.empty()) {
      sample.from = std::isnan(last) ? strain : last;
      sample.increment = spacing(tables.stress, rows.stress);
    }
    sample.stress.push_back(tables.stress.stress[row]);
    sample.window = strain - sample.from;
    last = strain;
  }
  for (const std::size_t row : rows.events) {
    const double strain = tables.events.strain[row];
    if (strain <= window.from + window.slack || strain > window.to + window.slack) continue;
    compare::MacroscaleSample& sample = blocks[window.block(strain)].macroscale;
    sample.drops.push_back(tables.events.drop[row]);
    if (known(tables.events.increment, row)) sample.increments.push_back(tables.events.increment[row]);
  }
  if (!rows.stress.empty() || rows.events.empty()) return;
  for (compare::ReferenceSample& block : blocks) block.macroscale.window = window.width();
}

LocalYield local_test_of(const ReferenceTables::Local& local, std::size_t row) {
  LocalYield test;
  test.radius = local.radius[row];
  test.angle = local.angle[row];
  test.tau_i = local.tau_i[row];
  test.tau_c = local.tau_c[row];
  test.tau_f = local.tau_c[row] - local.drop[row];
  test.found = local.found.empty() || local.found[row] != 0;
  // Some stress with this von Mises stress that is tau_i along the angle.
  const double mises = known(local.von_mises, row) ? local.von_mises[row] : std::nan("");
  const double across = std::sqrt(std::max(mises * mises - test.tau_i * test.tau_i, 0 * mises));
  const double twice = 2 * test.angle * std::acos(-1.0) / 180;
  test.stress.xy = test.tau_i * std::cos(twice) - across * std::sin(twice);
  test.stress.yy = test.tau_i * std::sin(twice) + across * std::cos(twice);
  test.stress.xx = -test.stress.yy;
  return test;
}

/// Tables name no places, but the n-th tests along all angles are those of one place. Each block gets a run
/// of places, for neighbours overlap: dealt out in turn, they would make all blocks alike.
class QuenchedPlaces {
 public:
  QuenchedPlaces(const ReferenceTables::Local& local, const TableRows& rows, std::size_t blocks)
      : blocks_(blocks) {
    for (const std::size_t row : rows.local)
      if (local.state[row] == TestedAs::quenched) ++of_kind_[kind(local, row)].all;
  }
  /// The block of the next test, which is that of this row.
  std::size_t block(const ReferenceTables::Local& local, std::size_t row) {
    Number& number = of_kind_.at(kind(local, row));
    return number.dealt++ * blocks_ / number.all;
  }

 private:
  struct Number {
    std::size_t all = 0, dealt = 0;
  };
  static std::pair<double, double> kind(const ReferenceTables::Local& local, std::size_t row) {
    return {local.radius[row], local.angle[row]};
  }

  std::size_t blocks_;
  std::map<std::pair<double, double>, Number> of_kind_;
};

void add_tests(const ReferenceTables::Local& local, const TableRows& rows, const Window& window,
               std::vector<compare::ReferenceSample>& blocks) {
  QuenchedPlaces places(local, rows, blocks.size());
  for (const std::size_t row : rows.local) {
    const LocalYield test = local_test_of(local, row);
    if (local.state[row] == TestedAs::quenched) {
      blocks[places.block(local, row)].quenched.push_back(test);
    } else if (local.state[row] == TestedAs::unloaded) {
      blocks.back().unloaded.push_back(test);
    } else if (!known(local.strain, row)) {
      blocks.back().stationary.push_back(test);
    } else if (local.strain[row] >= window.from - window.slack) {
      blocks[window.block(local.strain[row])].stationary.push_back(test);
    }
  }
}

bool tells_anything(const compare::ReferenceSample& sample) {
  return sample.macroscale.window > 0 || !sample.stationary.empty() || !sample.quenched.empty() ||
         !sample.unloaded.empty();
}

}  // namespace

compare::Reference reference_of(const ReferenceTables& tables, const ReferenceSettings& settings,
                                double shear_modulus, const std::string& name) {
  std::string message;
  for (const std::string& problem : reference_problems(tables, settings, shear_modulus))
    message += (message.empty() ? "" : "\n") + problem;
  if (!message.empty()) throw InputError(message);
  compare::Reference reference;
  reference.name = name;
  for (const auto& [number, rows] : realizations_of(tables)) {
    const Window window = window_of(tables, rows, settings);
    std::vector<compare::ReferenceSample> blocks(static_cast<std::size_t>(settings.blocks));
    add_macroscale(tables, rows, window, blocks);
    add_tests(tables.local, rows, window, blocks);
    for (compare::ReferenceSample& block : blocks)
      if (tells_anything(block)) reference.samples.push_back(std::move(block));
  }
  return reference;
}

std::vector<StressDeviationOfSize> stress_deviations_of(const std::vector<ReferenceTables>& tables,
                                                        const ReferenceSettings& settings) {
  std::vector<double> widths;
  std::vector<std::vector<compare::CalibrationSample>> samples;
  for (const ReferenceTables& one : tables) {
    std::size_t size = 0;
    while (size < widths.size() && std::abs(widths[size] - one.width) > same_width * one.width) ++size;
    if (size == widths.size()) {
      widths.push_back(one.width);
      samples.emplace_back();
    }
    for (const compare::ReferenceSample& window :
         reference_of(one, settings, 0, "glasses of another size").samples) {
      compare::CalibrationSample& sample = samples[size].emplace_back();
      for (const double stress : window.macroscale.stress) sample.macroscale[0].add(stress);
    }
  }
  std::vector<StressDeviationOfSize> out;
  for (std::size_t i = 0; i < widths.size(); ++i) out.push_back({widths[i], deviation_of_stress(samples[i])});
  return out;
}

}  // namespace vitrum::study
