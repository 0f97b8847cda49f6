// What a calibration of lattices to a reference asks for.
#pragma once

#include <string>
#include <vector>

namespace vitrum::study {

/// How parameters are sought. none: nothing is calibrated. surrogate: a Gaussian process learns the error
/// from few trials and says where to try next. paper: the protocol of paper 1, sec. 4.
enum class Search { none, surrogate, paper };

struct Calibration {
  Search search = Search::none;
  std::vector<std::string> variants{"C"};  ///< letters of paper 1, fig. 6, or "own": the rules of [lattice]
  std::vector<double> element_lengths;     ///< l, each with the first variant; empty: that of [lattice]
  int samples = 48;                        ///< lattices of every trial (paper 1, sec. 4.1)
  int trials = 160;                        ///< of a surrogate search, at most
  double shape_step = 0.05;                ///< of k in the search of paper 1
  double strain = 2;                       ///< to which the lattices of a trial are sheared
  double from = 0.5;                       ///< strain at which their stationary window begins
  int tested_states = 7;                   ///< of that window, in which patches are tested
  int final_samples = 192;                 ///< lattices at the optimum, for the errors that are reported
  std::vector<double>
      temperatures;  ///< of parent liquids that are compared with the quenched glass; empty: none
  std::vector<int> slip_systems;  ///< N at which lambda is sought anew (paper 1, fig. 7); empty: none
  std::vector<int> sizes;         ///< columns and rows of further lattices at the optimum (paper 1, fig. 5b)
};

}  // namespace vitrum::study
