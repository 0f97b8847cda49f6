// Our side of the comparison of local shear tests with LAMMPS: local_yield.py calls it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "../processor_time.h"
#include "atomistic/local_shear.h"
#include "edge/import/read_configuration.h"

namespace {

using namespace vitrum;
using namespace vitrum::atomistic;

/// Each glass is read once; a test's time holds everything else that belongs to it.
class Glasses {
 public:
  explicit Glasses(const LocalShearSettings& settings) : settings_(settings) {}

  LocalShear& of(const std::string& path) {
    Glass& glass = glasses_[path];
    if (!glass.shear) {
      glass.sample = imports::read_configuration(path).configuration;
      glass.shear = std::make_unique<LocalShear>(glass.sample, potentials_, settings_);
    }
    return *glass.shear;
  }

 private:
  struct Glass {
    Configuration sample;
    std::unique_ptr<LocalShear> shear;
  };
  LocalShearSettings settings_;
  PairPotentials potentials_ = paper_glass();
  std::map<std::string, Glass> glasses_;
};

/// @param line glass,x,y,radius,alpha
void probe(const std::string& line, Glasses& glasses, double increment) {
  std::istringstream stream(line);
  std::string glass;
  double x = 0, y = 0, radius = 0, alpha = 0;
  char comma = 0;
  std::getline(stream, glass, ',');
  stream >> x >> comma >> y >> comma >> radius >> comma >> alpha;
  LocalShear& shear = glasses.of(glass);
  const double begin = processor_time();
  const LocalYield yield = shear.test({x, y}, radius, alpha);
  const double seconds = processor_time() - begin;
  std::cout << fmt::format("{},{},{},{:.17g},{:.17g}\n", radius,
                           std::lround(yield.critical_strain / increment), seconds, yield.tau_c, yield.tau_f);
}

}  // namespace

int main(int count, char** arguments) {
  LocalShearSettings settings;
  std::string path;
  CLI::App app("Local shear tests at given places; CSV of each one's time and result");
  app.add_option("--probes", path, "CSV file: glass (LAMMPS data file), x, y, radius, alpha (degrees)")
      ->required();
  app.add_option("--increment", settings.increment);
  app.add_option("--force-tolerance", settings.force_tolerance);
  CLI11_PARSE(app, count, arguments);
  try {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    Glasses glasses(settings);
    std::cout << "radius,increments,seconds,tau_c,tau_f\n";
    while (std::getline(file, line)) probe(line, glasses, settings.increment);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
