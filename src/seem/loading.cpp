#include "seem/loading.h"

namespace vitrum::seem {

double loading_slope(const ElasticLaw& law, Loading loading, const StatePoint& at) {
  return loading == Loading::modulus ? law.shear_modulus(at.inelastic) : law.tangent_modulus(at);
}

double strain_between(const ElasticLaw& law, Loading loading, const StatePoint& from, double stress) {
  if (loading == Loading::modulus) return (stress - from.stress) / law.shear_modulus(from.inelastic);
  return law.elastic_strain({stress, from.inelastic}) - law.elastic_strain(from);
}

double stress_after(const ElasticLaw& law, Loading loading, const StatePoint& from, double strain) {
  if (loading == Loading::modulus) return from.stress + law.shear_modulus(from.inelastic) * strain;
  return law.stress_at(law.elastic_strain(from) + strain, from.inelastic);
}

}  // namespace vitrum::seem
