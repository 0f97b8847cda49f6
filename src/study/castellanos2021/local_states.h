// What local shear tests showed in the two states of the paper: as quenched, and in stationary flow.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compare/local_statistics.h"
#include "study/castellanos2021/series.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study::castellanos2021 {

enum class LocalState { quenched, stationary };
/// Mean or standard deviation over tests.
enum class Moment { mean, deviation };

/// Places of quantities among compare::local_quantities().
enum LocalQuantityIndex : std::size_t { von_mises, tau_i, tau_c, distance, drop };

/// One state of one model. That of stationary flow may be several states of the first leg past the strain
/// `from` of the comparison: means over them, with errors as if they were independent. Looks into the
/// results, which must outlive it.
class LocalMeasures {
 public:
  LocalMeasures(const Settings& settings, const Results& results, const std::string& model, LocalState state);

  const std::string& model() const { return model_; }
  bool empty() const { return states_.empty(); }
  std::size_t states() const { return states_.size(); }
  /// The tested radius nearest to `wanted`; 0 without tests.
  double radius_near(double wanted) const;
  /// Tested radii, rising.
  std::vector<double> radii() const;
  /// At the radius, and the tested angle along a direction (0: forward, 90: backward), as
  /// compare::angle_along.
  Estimate moment(std::size_t quantity, Moment moment, double radius, double direction) const;
  /// Against the radius.
  FigureSeries against_radius(std::size_t quantity, Moment moment, double direction) const;
  /// Against the tested angles from -90 to 90 degrees, the first one again at the end.
  FigureSeries against_angle(std::size_t quantity, Moment moment, double radius) const;
  compare::Density density(std::size_t quantity, double radius, double direction) const;
  /// Distances to threshold in bins of equal ratio.
  compare::Density small_distances(double radius, double direction) const;
  /// Drop against yield stress: of each portion of the tests, sorted by yield stress, the means over states.
  FigureSeries drops(double radius, double direction) const;

 private:
  std::vector<const LocalDetail*> details(double radius, double direction) const;
  Estimate moment_at(std::size_t quantity, Moment moment, double radius, double angle) const;

  std::string model_;
  std::vector<const LocalYieldState*> states_;
};

/// To 15 %: patches of a few elements have few radii.
bool nearly_same_radius(double first, double second);

/// Both states of both models, at the radii at which they are compared. The results must outlive it.
struct LocalComparison {
  LocalMeasures glass_quenched, lattice_quenched, glass_flowing, lattice_flowing;
  double glass_radius = 0, lattice_radius = 0;  ///< see the constructor; 0 without tests

  /// The radius of the glass nearest to R = 30 (or to that of [reference]) of which the lattice has nearly
  /// the same; without such a pair, that nearest to R = 30 of each.
  LocalComparison(const Settings& settings, const Results& results);
  const LocalMeasures& of(const std::string& model, LocalState state) const;
  double radius(const std::string& model) const { return model == "glass" ? glass_radius : lattice_radius; }
  bool comparable() const { return nearly_same_radius(glass_radius, lattice_radius); }
  /// |1 - lattice / glass| of eq. 9; not a number where radii are not comparable.
  Estimate difference(LocalState state, std::size_t quantity, Moment moment, double direction) const;
  /// The claim; of one about R = 30 the verdict is taken back where another radius is compared.
  PaperClaim about_paper_radius(PaperClaim claim) const;
  /// "R = 30 (lattice 29.8)".
  std::string radii_in_words() const;
  /// Which radii are drawn, and from how many states; which state of which model has no tests.
  std::string note() const;
};

/// "as quenched", "stationary".
std::string name_of(LocalState state);

}  // namespace vitrum::study::castellanos2021
