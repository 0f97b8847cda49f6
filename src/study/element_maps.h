// Where lattices of harvested elements yield, and how unevenly.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/mean_curve.h"

namespace vitrum::study {

struct SampleRecord;

/// Maps of one lattice, row by row.
struct ElementMap {
  double strain = 0;
  std::size_t columns = 0, rows = 0;
  std::vector<double> plastic, inelastic;  ///< plastic shear strain, X_1
};

/// How unevenly strains are spread over elements.
struct Localisation {
  double deviation = 0;  ///< standard deviation over the mean: degree of localisation, Cheng, Cao, Ma 2009
  double participation = 0;  ///< share of elements above the mean: Shi and Falk 2005; 0.5 when even
  /// Variance of means of lines over that of elements, times the elements in a line, the larger one of rows
  /// and columns: 1 when elements know nothing of each other, their number when lines are all there is.
  double banding = 0;
};
Localisation localisation_of(const std::vector<double>& strain, std::size_t columns, std::size_t rows);

/// Of one harvested set, against the strain of the first leg: means over lattices with standard errors.
struct ElementSet {
  std::string label, units;
  compare::MeanCurve stress, deviation, participation, banding;
  double unvisited = 0;  ///< share of elements' strain in bins that are not known
  ElementMap map;        ///< of the first lattice at its last snapshot; without values: there is none
};

/// Sets in the order in which they come.
std::vector<ElementSet> element_sets(const std::vector<SampleRecord>& elements);

}  // namespace vitrum::study
