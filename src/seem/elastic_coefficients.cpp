#include "seem/elastic_coefficients.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrum::seem {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double fifth_power(double x) { return x * x * x * x * x; }

template <typename Visit>
void visit_stretches(const std::vector<Part>& parts, std::size_t left_out, double below, Visit&& visit) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i != left_out)
      for (const QuietStretch& stretch : parts[i])
        if (ends_below(stretch, below)) visit(stretch);
}

/// G_0 and s: dtau, reduced to vanishing stress, is (G_0 - s X_1) dgamma.
void solve_modulus(const std::vector<Part>& parts, std::size_t left_out, const ElasticFitSettings& settings,
                   ElasticCoefficients& now) {
  const ElasticLaw law = law_of(now, settings);
  double w = 0, wx = 0, wxx = 0, y = 0, xy = 0;
  visit_stretches(parts, left_out, settings.small_strain, [&](const QuietStretch& stretch) {
    const StretchTerms terms = terms_of(stretch, law);
    const double x = terms.inelastic;
    const double reduced = terms.change + (now.a * terms.cubic + now.b * terms.quintic) / terms.compliance;
    w += stretch.increment, wx += stretch.increment * x, wxx += stretch.increment * x * x;
    y += reduced, xy += reduced * x;
  });
  if (settings.softening) {
    // 1 - X_1/u_A is known.
    const double u = 1 / *settings.softening;
    if (!settings.modulus) now.modulus = (y - u * xy) / (w - 2 * u * wx + u * u * wxx);
    now.slope = now.modulus * u;
  } else if (settings.modulus) {
    now.slope = (now.modulus * wx - xy) / wxx;
  } else {
    const double spread = w * wxx - wx * wx;
    // Equal X_1 leave only rounding.
    const double slope = spread > 1e-12 * w * wxx ? (wx * y - w * xy) / spread : std::nan("");
    now.slope = slope;
    now.modulus = (y + slope * wx) / w;
  }
}

/// a and b: G_0 dgamma - dtau/(1 - X_1/u_A) is a cubic + b quintic.
void solve_anharmonic(const std::vector<Part>& parts, std::size_t left_out,
                      const ElasticFitSettings& settings, ElasticCoefficients& now) {
  const ElasticLaw law = law_of(now, settings);
  double aa = 0, ab = 0, ba = 0, bb = 0, ya = 0, yb = 0;
  visit_stretches(parts, left_out, settings.largest_strain, [&](const QuietStretch& stretch) {
    const StretchTerms terms = terms_of(stretch, law);
    const double rest = now.modulus * stretch.increment - terms.compliance * terms.change;
    const double second = terms.stress * terms.stress, fourth = second * second;
    aa += second * terms.cubic, ab += second * terms.quintic, ya += second * rest;
    ba += fourth * terms.cubic, bb += fourth * terms.quintic, yb += fourth * rest;
  });
  if (settings.tau_a && settings.tau_b) return;
  if (settings.tau_a) {
    now.b = (yb - now.a * ba) / bb;
  } else if (settings.tau_b) {
    now.a = (ya - now.b * ab) / aa;
  } else {
    const double determinant = aa * bb - ab * ba;
    const double told = determinant > 1e-12 * aa * bb ? 1 / determinant : std::nan("");
    now.a = (ya * bb - yb * ab) * told;
    now.b = (yb * aa - ya * ba) * told;
  }
}

double change_of(double before, double after) {
  return before == after ? 0 : std::abs(after - before) / std::max(std::abs(before), std::abs(after));
}

}  // namespace

ElasticLaw law_of(const ElasticCoefficients& c, const ElasticFitSettings& settings) {
  return {settings.volume,
          c.modulus,
          c.slope > 0 ? c.modulus / c.slope : infinite,
          c.a > 0 ? 1 / std::sqrt(c.a) : infinite,
          c.b > 0 ? 1 / std::sqrt(std::sqrt(c.b)) : infinite,
          settings.reference};
}

bool ends_below(const QuietStretch& stretch, double strain) {
  // Strains of a grid carry the rounding of its points.
  return std::abs(stretch.begin) + stretch.increment <= strain * (1 + 1e-9);
}

StretchTerms terms_of(const QuietStretch& stretch, const ElasticLaw& law) {
  const double from = stretch.from.stress, to = stretch.to.stress;
  const double inelastic =
      0.5 * (law.inelastic_energy(from, stretch.from.energy) + law.inelastic_energy(to, stretch.to.energy));
  return {inelastic,
          0.5 * (from + to),
          to - from,
          2.0 / 3 * (to * to * to - from * from * from),
          3.0 / 5 * (fifth_power(to) - fifth_power(from)),
          1 / (1 - inelastic / law.softening)};
}

ElasticCoefficients solve_coefficients(const std::vector<Part>& parts, std::size_t left_out,
                                       const ElasticCoefficients& start, const ElasticFitSettings& settings) {
  ElasticCoefficients now = start;
  for (int i = 0; i < 200; ++i) {
    const ElasticCoefficients before = now;
    solve_modulus(parts, left_out, settings, now);
    solve_anharmonic(parts, left_out, settings, now);
    const double change =
        std::max({change_of(before.modulus, now.modulus), change_of(before.slope, now.slope),
                  change_of(before.a, now.a), change_of(before.b, now.b)});
    if (!(change > 1e-10)) break;  // also where it is not a number
  }
  return now;
}

}  // namespace vitrum::seem
