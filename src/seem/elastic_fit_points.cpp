// What a plot of the elastic law's fit shows.
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "math/leave_one_out.h"
#include "seem/elastic_coefficients.h"

namespace vitrum::seem {
namespace {

constexpr std::size_t stress_bins = 20;

/// Of one part in one bin of the stress.
struct ComplianceSums {
  double rest = 0;    ///< G_0 dgamma - dtau/(1 - X_1/u_A)
  double change = 0;  ///< dtau
  double strain = 0, stress = 0;

  void add(const ComplianceSums& other) {
    rest += other.rest, change += other.change, strain += other.strain, stress += other.stress;
  }
};

double largest_stress(const std::vector<Part>& parts) {
  double largest = 0;
  for (const Part& part : parts)
    for (const QuietStretch& stretch : part)
      largest = std::max(largest, std::abs(0.5 * (stretch.from.stress + stretch.to.stress)));
  return largest;
}

CompliancePoint point_of(const std::vector<ComplianceSums>& parts) {
  const auto total = [&](std::size_t left_out) {
    ComplianceSums sum;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (i != left_out) sum.add(parts[i]);
    return sum;
  };
  const ComplianceSums all = total(parts.size());
  const Eigen::MatrixXd variance = leave_one_out(parts.size(), [&](std::size_t left_out) {
    const ComplianceSums rest = total(left_out);
    return Eigen::VectorXd(Eigen::VectorXd::Constant(1, rest.rest / rest.change));
  });
  return {all.stress / all.strain, {all.rest / all.change, std::sqrt(variance(0, 0))}};
}

}  // namespace

std::vector<ModulusPoint> modulus_points(const std::vector<std::vector<QuietStretch>>& samples,
                                         const ElasticCoefficients& coefficients,
                                         const ElasticFitSettings& settings) {
  const ElasticLaw law = law_of(coefficients, settings);
  std::vector<ModulusPoint> points;
  for (const auto& sample : samples) {
    double strain = 0, inelastic = 0, stress = 0;
    for (const QuietStretch& stretch : sample) {
      if (!ends_below(stretch, settings.small_strain)) continue;
      const StretchTerms terms = terms_of(stretch, law);
      strain += stretch.increment;
      inelastic += stretch.increment * terms.inelastic;
      stress +=
          terms.change + (coefficients.a * terms.cubic + coefficients.b * terms.quintic) / terms.compliance;
    }
    if (strain > 0) points.push_back({inelastic / strain, stress / strain});
  }
  return points;
}

std::vector<CompliancePoint> compliance_points(const std::vector<Part>& parts,
                                               const ElasticCoefficients& coefficients,
                                               const ElasticFitSettings& settings) {
  const ElasticLaw law = law_of(coefficients, settings);
  const double largest = largest_stress(parts);
  std::vector<std::vector<ComplianceSums>> bins(stress_bins);
  for (const Part& part : parts) {
    std::vector<ComplianceSums> own(stress_bins);
    for (const QuietStretch& stretch : part) {
      if (!ends_below(stretch, settings.largest_strain)) continue;
      const StretchTerms terms = terms_of(stretch, law);
      const double size = std::abs(terms.stress);
      const auto bin = static_cast<std::size_t>(size / largest * stress_bins);
      own[std::min(bin, stress_bins - 1)].add(
          {coefficients.modulus * stretch.increment - terms.compliance * terms.change, terms.change,
           stretch.increment, stretch.increment * size});
    }
    for (std::size_t i = 0; i < stress_bins; ++i)
      if (own[i].strain > 0) bins[i].push_back(own[i]);
  }
  std::vector<CompliancePoint> points;
  for (const auto& bin : bins)
    if (!bin.empty()) points.push_back(point_of(bin));
  return points;
}

}  // namespace vitrum::seem
