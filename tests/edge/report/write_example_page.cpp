// Writes example pages for the browser test: write_example_page KIND FILE.
#include <fstream>
#include <string>

#include "edge/report/report.h"
#include "example_paper.h"
#include "example_results.h"

int main(int count, char** arguments) {
  using namespace vitrum::report;
  if (count != 3) return 2;
  const std::string kind = arguments[1];
  example::Size size;
  if (kind == "glass") size.lattices = 0;
  if (kind == "lattice") size.glasses = 0;
  if (kind == "single") size = {.glasses = 1, .lattices = 1};
  if (kind == "quiet") size = {.glasses = 2, .lattices = 2, .fields = false, .events = false};
  if (kind == "empty") size = {.glasses = 0, .lattices = 0};
  auto results = example::results(size);
  if (kind == "full") example::add_calibration(results);
  if (kind == "full" || kind == "empty") example::add_paper_figures(results);
  std::ofstream(arguments[2]) << report_page(results, example::provenance());
}
