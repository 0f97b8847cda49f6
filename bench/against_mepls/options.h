// What is asked of mepls_driver.
#pragma once

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <vector>

constexpr double increment = 1e-4;  // of the shear strain gamma = 2 eps_xy; MEPLS counts eps_xy

struct Options {
  int columns = 15, rows = 15;
  int slip_systems = 36;                           // N per element, a multiple of 4
  double shape = 2.1818, scale = 2.0517;           // k and lambda of the thresholds
  double exponent = 2.25;                          // chi of the amplitudes
  double temperature = 0.25;                       // of the parent liquid
  double shear_modulus = 13.2, bulk_modulus = 59;  // bulk: two-dimensional
  double strain = 2;                               // largest gamma
  unsigned first_seed = 1, realizations = 1;
  bool liquid = true, reload = true, elements = true;  // phases, and the table of elements
  std::string output;                                  // folder

  std::vector<double> snapshots{0.96, 1.44, 1.92};
  std::vector<double> reload_grid{0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05,
                                  0.075, 0.1,   0.15,  0.2,  0.3,  0.4};

  void add_to(CLI::App& app) {
    app.add_option("--columns", columns);
    app.add_option("--rows", rows);
    app.add_option("--slip-systems", slip_systems, "N per element, a multiple of 4");
    app.add_option("--shape", shape, "k of the thresholds");
    app.add_option("--scale", scale, "lambda of the thresholds");
    app.add_option("--exponent", exponent, "chi of the amplitudes");
    app.add_option("--temperature", temperature, "of the parent liquid");
    app.add_option("--shear-modulus", shear_modulus);
    app.add_option("--bulk-modulus", bulk_modulus);
    app.add_option("--strain", strain, "largest gamma");
    app.add_option("--first-seed", first_seed);
    app.add_option("--realizations", realizations);
    app.add_flag("!--no-liquid", liquid, "begin without stress");
    app.add_flag("!--no-reload", reload);
    app.add_flag("!--no-elements", elements, "no table of elements");
    app.add_option("--output", output, "folder; tables that are there are continued")->required();
  }

  void write_parameters(std::ostream& file) const {
    file << "{\"columns\": " << columns << ", \"rows\": " << rows << ", \"slip_systems\": " << slip_systems
         << ", \"shape\": " << shape << ", \"scale\": " << scale << ", \"exponent\": " << exponent
         << ", \"temperature\": " << temperature << ", \"shear_modulus\": " << shear_modulus
         << ", \"bulk_modulus\": " << bulk_modulus << ", \"strain\": " << strain << "}\n";
  }
};
