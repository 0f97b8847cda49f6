// Curves and densities for the figures, and how far two of them are apart.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "compare/estimate.h"
#include "compare/local_statistics.h"
#include "compare/macroscale.h"
#include "compare/mean_curve.h"
#include "compare/size_density.h"
#include "study/figure.h"
#include "study/figure_series.h"

namespace vitrum::study::castellanos2021 {

using compare::Estimate;

/// "glass" and "lattice", in the order of the figures.
inline constexpr std::array<const char*, 2> model_names{"glass", "lattice"};

/// At the centres of the bins; those of equal ratio at their geometric mean. Empty bins are left out where
/// the axis is logarithmic.
FigureSeries density_series(const std::string& label, const std::string& role,
                            const compare::Density& density, bool logarithmic);
compare::Density as_density(const compare::LocalDensity& density);
compare::Density as_density(const compare::SizeDensity& density);
FigureSeries curve_series(const std::string& label, const std::string& role, const compare::MeanCurve& curve);

/// One density from several of the same quantity: their mean on `bins` equal bins over all of them. Errors as
/// if they were independent.
compare::Density mean_density(const std::vector<compare::Density>& densities, std::size_t bins);

/// The same on bins of equal ratio, as many as the density of most bins has. Densities begin above 0.
compare::Density mean_logarithmic_density(const std::vector<compare::Density>& densities);

/// 1 - the integral of the smaller of two densities (paper 1, eq. 8), each constant within its own bins. The
/// error is that of the bins where the smaller one stands, taken as independent. Not a number without bins.
Estimate mismatch(const compare::Density& first, const compare::Density& second);

/// How far a curve is from a reference, relative to its height: sum |curve - reference| / sum |reference|
/// over the points of the reference with low <= x <= high that the curve covers, between whose points it is
/// linear. Errors of single points count as independent. Not a number without a common point.
Estimate relative_difference(const FigureSeries& reference, const FigureSeries& curve, double low,
                             double high);
Estimate relative_difference(const FigureSeries& reference, const FigureSeries& curve);

/// |1 - value / reference| (paper 1, eq. 9) with its error. Not a number for a reference of 0.
Estimate relative_difference(const Estimate& reference, const Estimate& value);

/// Arithmetic mean of independent estimates; not a number without any.
Estimate mean_of(const std::vector<Estimate>& values);

}  // namespace vitrum::study::castellanos2021
