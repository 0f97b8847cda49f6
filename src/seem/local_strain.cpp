#include "seem/local_strain.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"

namespace vitrum::seem {
namespace {

constexpr double tolerance = 1e-8;
constexpr int most_iterations = 1000;

}  // namespace

LocalStrains::LocalStrains(std::unique_ptr<ElementCoupling> coupling) : coupling_(std::move(coupling)) {
  if (!coupling_ || coupling_->elements() == 0)
    throw InputError("a lattice of elements needs elements and their coupling");
  inelastic_.resize(elements());
  next_.resize(elements());
}

void LocalStrains::solve(double strain, const std::vector<double>& moduli, const std::vector<double>& drops,
                         std::vector<double>& strains) {
  const auto [least, most] = std::minmax_element(moduli.begin(), moduli.end());
  if (!(*least > 0) || !std::isfinite(*most))
    throw PhysicsError(
        "an element of the lattice has no stiffness left: the elastic law was extrapolated beyond the states "
        "that it was fitted to");
  const double modulus = 0.5 * (*least + *most);
  for (int i = 0; i < most_iterations; ++i) {
    for (std::size_t k = 0; k < strains.size(); ++k)
      inelastic_[k] = (1 - moduli[k] / modulus) * strains[k] + drops[k] / modulus;
    coupling_->strain_of(inelastic_, next_);
    double largest = 0, change = 0;
    for (std::size_t k = 0; k < strains.size(); ++k) {
      const double next = strain + next_[k];
      largest = std::max(largest, std::abs(next));
      change = std::max(change, std::abs(next - strains[k]));
      strains[k] = next;
    }
    if (change <= tolerance * largest) return;
    if (*least == *most) return;  // what the guess was does not matter then
  }
  throw PhysicsError("local strains of the lattice of elements do not converge");
}

std::vector<double> LocalStrains::in_balance(const std::vector<double>& stress) {
  std::vector<double> out = stress;
  coupling_->strain_of(stress, next_);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] -= next_[i];
  return out;
}

}  // namespace vitrum::seem
