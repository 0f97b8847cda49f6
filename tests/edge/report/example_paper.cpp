#include "example_paper.h"

#include "castellanos2021/example.h"
#include "study/castellanos2021/figures.h"

namespace vitrum::report::example {

void add_calibration(study::Results& results) {
  results.reloads.clear();
  study::example::add_reloads("glass", 0.55, results);
  study::example::add_reloads("lattice", 0.52, results);
  study::example::add_calibration(results);
}

void add_paper_figures(study::Results& results) {
  study::Settings settings;
  settings.compare.from = 0.3;
  results.paper_figures = study::castellanos2021_figures(settings, results);
}

}  // namespace vitrum::report::example
