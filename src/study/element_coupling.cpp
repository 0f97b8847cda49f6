#include "study/element_coupling.h"

#include "elastoplastic/shear_redistribution.h"

namespace vitrum::study {
namespace {

class ElasticCoupling final : public seem::ElementCoupling {
 public:
  ElasticCoupling(int columns, int rows, double bulk_to_shear) : shear_(columns, rows, bulk_to_shear) {}
  std::size_t elements() const override { return shear_.elements(); }
  void strain_of(const std::vector<double>& inelastic, std::vector<double>& strain) override {
    shear_.strain_of(inelastic, strain);
  }

 private:
  elastoplastic::ShearRedistribution shear_;
};

}  // namespace

std::unique_ptr<seem::ElementCoupling> elastic_coupling(int columns, int rows, double bulk_to_shear) {
  return std::make_unique<ElasticCoupling>(columns, rows, bulk_to_shear);
}

}  // namespace vitrum::study
