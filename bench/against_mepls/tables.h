// The tables that mepls_driver writes, CSV.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string>

#include "sample.h"

/// Rows go to the disc as realizations end; one is complete when it has its row in `realizations`.
struct Tables {
  explicit Tables(const Options& options) {
    const std::filesystem::path folder(options.output);
    std::filesystem::create_directories(folder);
    std::ofstream parameters(folder / "parameters.json");
    options.write_parameters(parameters);
    open(realizations, folder / "realizations.csv",
         "seed,fractured,thermal_events,liquid_slips,shear_slips,reload_slips,unload_strain,residual_stress,"
         "stress_before_unloading,setup_seconds,liquid_seconds,shear_seconds,reload_seconds");
    open(avalanches, folder / "avalanches.csv",
         "seed,strain,stress_before,stress_after,slips,relaxation_steps");
    open(reload, folder / "reload.csv", "seed,strain,forward,backward");
    std::string thresholds;
    for (int i = 0; i < options.slip_systems; ++i) thresholds += ",threshold_" + std::to_string(i);
    open(elements, folder / "elements.csv", "seed,strain,element,sxx,syy,sxy,smallest_distance" + thresholds);
  }

  void write_elements(unsigned seed, double strain, const Elements& all) {
    for (auto* element : all) {
      const auto& stress = element->stress();
      double smallest = std::numeric_limits<double>::infinity();
      for (const auto* system : *element) smallest = std::min(smallest, system->barrier);
      elements << seed << ',' << strain << ',' << element->number() << ',' << stress[0][0] << ','
               << stress[1][1] << ',' << stress[0][1] << ',' << smallest;
      for (const auto* system : *element) elements << ',' << float(system->threshold);
      elements << '\n';
    }
  }

  void flush() {
    for (auto* file : {&avalanches, &reload, &elements, &realizations}) file->flush();
  }

  std::ofstream realizations, avalanches, reload, elements;

 private:
  static void open(std::ofstream& file, const std::filesystem::path& path, const std::string& heading) {
    const bool fresh = !std::filesystem::exists(path);
    file.open(path, std::ios::app);
    if (!file) throw std::runtime_error(path.string() + " cannot be written.");
    file.precision(12);
    if (fresh) file << heading << "\n";
  }
};
