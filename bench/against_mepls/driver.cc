// Realizations of the lattice of paper 1 by the code of its author, MEPLS, with a clock and tables: parent
// liquid, quench, shear to the largest strain, unloading, reloading both ways. Follows what MEPLS' gallery
// program espci does in each of these phases; README.md says where the two differ.
#include <deal.II/base/multithread_info.h>
#include <sys/resource.h>

#include <iostream>

#include "tables.h"

namespace {

using mepls::utils::ContinueSimulation;

/// Processor time since it was made or last asked: what others do on the same core does not count.
class Clock {
 public:
  double lap() {
    const double now = processor_time(), passed = now - last_;
    last_ = now;
    return passed;
  }

 private:
  static double processor_time() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
      return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
  }
  double last_ = processor_time();
};

/// One row of the table of realizations.
struct Row {
  bool fractured = false;
  std::size_t thermal_events = 0, liquid_slips = 0, shear_slips = 0, reload_slips = 0;
  double unload_strain = 0, residual_stress = 0, stress_before_unloading = 0;
  double setup_seconds = 0, liquid_seconds = 0, shear_seconds = 0, reload_seconds = 0;
};

void prepare(Sample& sample, const espci::parameters::Parameters& p, bool liquid, Row& row) {
  Clock clock;
  ContinueSimulation going;
  // The history must be espci's: with it MEPLS ends the liquid after 1100 thermal events, as its author's
  // runs did.
  espci::history::History<dimension> history(p, "liquid");
  sample.lattice->set_history(history);
  if (liquid) espci::simulate_parent_liquid_KMC<dimension>(*sample.lattice, history, p, going);
  row.thermal_events = history.macro_evolution_espci.size();
  sample.set_temperature(0);
  mepls::dynamics::relaxation(*sample.lattice, going, 1e10);
  sample.lattice->macrostate.clear();
  row.liquid_slips = history.plastic.size();
  row.liquid_seconds = clock.lap();
}

void shear(Sample& sample, const Options& options, unsigned seed, Tables& tables, Row& row) {
  History history("shear");
  sample.lattice->set_history(history);
  mepls::event::Driving<dimension>
      start;  // tells the mean stress left by the quench, which is not quite zero
  start.activation_protocol = mepls::dynamics::Protocol::prestress;
  sample.lattice->add(start);
  tables.avalanches << seed << ",0," << sample.stress() << ',' << sample.stress() << ",0,0\n";
  if (options.elements) tables.write_elements(seed, 0, sample.elements);

  auto snapshot = options.snapshots.begin();
  ContinueSimulation going;
  Clock clock;
  while (going() && sample.strain() < options.strain) {
    // espci takes its snapshot when eps_xy is within 0.01 of the strain asked for.
    if (snapshot != options.snapshots.end() && sample.strain() > *snapshot - 0.02) {
      row.shear_seconds += clock.lap();
      if (options.elements) tables.write_elements(seed, *snapshot, sample.elements);
      ++snapshot;
      clock.lap();
    }
    mepls::dynamics::finite_extremal_dynamics_step(0.5 * increment, *sample.lattice);
    const double before = sample.stress();
    const std::size_t rows = history.driving.size();
    const auto slips = mepls::dynamics::relaxation(*sample.lattice, going);
    tables.avalanches << seed << ',' << sample.strain() << ',' << before << ',' << sample.stress() << ','
                      << slips.size() << ',' << history.driving.size() - rows << '\n';
  }
  row.shear_seconds += clock.lap();
  row.shear_slips = history.plastic.size();
  row.fractured = !going();
}

/// Mean stress at the given strains of reloading, sense +1 or -1, from what MEPLS wrote into its history.
/// Between avalanches the lattice is linear; at a strain with an avalanche the stress after it counts.
std::vector<double> reload_curve(const History& history, double start, double shear_modulus, double sense,
                                 const std::vector<double>& strains) {
  std::vector<double> curve;
  std::size_t row = 0;
  double strain = 0, stress = start,
         total = 0;  // MEPLS adds up from zero: its first row holds the start as well
  for (const double wanted : strains) {
    while (row < history.driving.size() &&
           sense * (strain + 2 * history.driving[row].dload) < wanted + 0.01 * increment) {
      strain += 2 * history.driving[row].dload;
      total += history.driving[row].dext_stress;
      stress = total;
      ++row;
    }
    curve.push_back(stress + shear_modulus * (sense * wanted - strain));
  }
  return curve;
}

void reload(Sample& sample, const Options& options, unsigned seed, const espci::parameters::Parameters& p,
            Tables& tables, Row& row) {
  History unloading("unloading"), forward("forward"), backward("backward");
  row.stress_before_unloading = sample.stress();
  const double strain = sample.strain();
  Clock clock;
  sample.lattice->set_history(unloading);
  ContinueSimulation going;
  while (going()) {
    mepls::dynamics::finite_extremal_dynamics_step(0.5 * increment, *sample.lattice, false);
    mepls::dynamics::relaxation(*sample.lattice, going);
    going(sample.stress() > 0, "unloaded");
  }
  espci::perform_reloading<dimension>(*sample.lattice, forward, true, p);
  espci::perform_reloading<dimension>(*sample.lattice, backward, false, p);
  row.reload_seconds = clock.lap();
  row.reload_slips = unloading.plastic.size() + forward.plastic.size() + backward.plastic.size();
  row.unload_strain = strain - sample.strain();
  row.residual_stress = sample.stress();

  const auto& grid = options.reload_grid;
  const auto plus = reload_curve(forward, sample.stress(), options.shear_modulus, 1, grid);
  const auto minus = reload_curve(backward, sample.stress(), options.shear_modulus, -1, grid);
  for (std::size_t i = 0; i < grid.size(); ++i)
    tables.reload << seed << ',' << grid[i] << ',' << plus[i] << ',' << -minus[i] << '\n';
}

void realize(const Options& options, unsigned seed, Tables& tables) {
  const auto p = parameters(options, seed);
  Row row;
  Clock clock;
  Sample sample(p);
  row.setup_seconds = clock.lap();
  prepare(sample, p, options.liquid, row);
  shear(sample, options, seed, tables, row);
  if (options.reload && !row.fractured) reload(sample, options, seed, p, tables, row);
  tables.realizations << seed << ',' << row.fractured << ',' << row.thermal_events << ',' << row.liquid_slips
                      << ',' << row.shear_slips << ',' << row.reload_slips << ',' << row.unload_strain << ','
                      << row.residual_stress << ',' << row.stress_before_unloading << ',' << row.setup_seconds
                      << ',' << row.liquid_seconds << ',' << row.shear_seconds << ',' << row.reload_seconds
                      << '\n';
  tables.flush();
  if (row.fractured) std::cerr << "Seed " << seed << ": fractured.\n";
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app("Realizations of the lattice of paper 1 by MEPLS.");
  options.add_to(app);
  CLI11_PARSE(app, count, arguments);
  try {
    dealii::MultithreadInfo::set_thread_limit(1);
    Tables tables(options);
    for (unsigned i = 0; i < options.realizations; ++i) realize(options, options.first_seed + i, tables);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
