#include "seem/elastic_law.h"

#include <gtest/gtest.h>

#include <cmath>

#include "laws.h"

namespace vitrum::seem {
namespace {

struct Known {
  double stress, inelastic;             // GPa, eV
  double energy, elastic_strain, eq_8;  // eV, 1, eV
};

// Eqs. 7 and 8 of paper 2 in numpy; strains by summing d u_el / (Omega tau) over 2e5 steps of stress, the
// slope of u_el by central differences.
constexpr Known known[] = {
    {2.0, 0.02, 0.01169180578649913, 0.10968629617135214, 0.020347388720695584},
    {-1.5, 0.05, 0.008958417107335387, -0.11841294301538162, 0.052001285970842144},
    {0.0, 0.03, 0.0, 0.0, 0.03},
    {2.6, -0.004, 0.02200641538932008, 0.14188935181764206, -0.003982722791014494},
};

TEST(ElasticLaw, EqualsAnIndependentEvaluation) {
  for (const Known& k : known) {
    const StatePoint at{k.stress * gigapascal, k.inelastic};
    const ElasticLaw law = table_one();
    EXPECT_NEAR(law.elastic_energy(at), k.energy, 1e-15);
    EXPECT_NEAR(law.elastic_strain(at), k.elastic_strain, 1e-8);
    EXPECT_NEAR(law.approximate_inelastic_energy(at.stress, law.energy(at)), k.eq_8, 1e-15);
  }
}

TEST(ElasticLaw, InelasticEnergyInvertsEquation7) {
  ElasticLaw law = table_one();
  law.reference = -4.47;
  for (const double stress : {-2.5, -0.3, 0.0, 1.0, 2.2, 3.0})
    for (const double inelastic : {-0.05, -0.001, 0.0, 0.02, 0.06, 0.099}) {
      const StatePoint at{stress * gigapascal, inelastic};
      EXPECT_NEAR(law.inelastic_energy(at.stress, law.energy(at)), inelastic, 2e-15)
          << stress << " GPa, " << inelastic << " eV";
    }
}

TEST(ElasticLaw, InelasticEnergyStaysBelowTheSofteningEnergy) {
  const ElasticLaw law = table_one();
  for (const double energy : {0.05, 0.101, 0.2, 5.0})
    EXPECT_LT(law.inelastic_energy(1 * gigapascal, energy), law.softening);
}

TEST(ElasticLaw, WithoutSofteningWhatIsNotElasticIsInelastic) {
  ElasticLaw law = table_one();
  law.softening = std::numeric_limits<double>::infinity();
  const double elastic = law.elastic_energy({1.5 * gigapascal, 0});
  EXPECT_DOUBLE_EQ(law.inelastic_energy(1.5 * gigapascal, 0.07), 0.07 - elastic);
  EXPECT_DOUBLE_EQ(law.approximate_inelastic_energy(1.5 * gigapascal, 0.07), 0.07 - elastic);
}

TEST(ElasticLaw, Equation8IsTooHighByTheNextOrder) {
  // X (1 + a/u_A) of eq. 8 less X + a/(1 - X/u_A) of eq. 7: a (1/(1-y) - 1 - y) / (1 + a/u_A), y = X/u_A.
  const ElasticLaw law = table_one();
  for (const double inelastic : {0.01, 0.04, 0.07}) {
    const StatePoint at{1.8 * gigapascal, inelastic};
    const double a = law.volume * at.stress * at.stress / (2 * law.modulus), y = inelastic / law.softening;
    const double excess = law.approximate_inelastic_energy(at.stress, law.energy(at)) - inelastic;
    EXPECT_NEAR(excess, a * y * y / (1 - y) / (1 + a / law.softening), 1e-15);
    EXPECT_GT(excess, 0);
  }
}

TEST(ElasticLaw, WorkOfLoadingIsTheChangeOfTheElasticEnergy) {
  const ElasticLaw law = table_one();
  const StatePoint at{1.9 * gigapascal, 0.03};
  const double h = 1e-5;
  const StatePoint next{law.stress_at(law.elastic_strain(at) + h, at.inelastic), at.inelastic};
  const StatePoint last{law.stress_at(law.elastic_strain(at) - h, at.inelastic), at.inelastic};
  EXPECT_NEAR((law.elastic_energy(next) - law.elastic_energy(last)) / (2 * h), law.volume * at.stress, 1e-9);
  EXPECT_NEAR((next.stress - last.stress) / (2 * h), law.tangent_modulus(at), 1e-9);
}

TEST(ElasticLaw, StressInvertsTheElasticStrain) {
  const ElasticLaw law = table_one();
  for (const double stress : {-3.0, -0.5, 0.0, 0.01, 2.0, 8.0}) {
    const StatePoint at{stress * gigapascal, 0.04};
    EXPECT_NEAR(law.stress_at(law.elastic_strain(at), at.inelastic), at.stress, 1e-15);
  }
}

TEST(ElasticLaw, TangentAtZeroStressIsTheShearModulus) {
  const ElasticLaw law = table_one();
  EXPECT_DOUBLE_EQ(law.tangent_modulus({0, 0.03}), law.shear_modulus(0.03));
  EXPECT_NEAR(law.shear_modulus(0.0505) / gigapascal, 12.95, 1e-10);
}

}  // namespace
}  // namespace vitrum::seem
