#include "atomistic/eam_lines.h"

#include <algorithm>

namespace vitrum::atomistic {

EamLines::EamLines(int species, const std::vector<TableSpline>& density, const std::vector<TableSpline>& pair)
    : species_(species), inverse_step_(pair[0].inverse_step()), intervals_(pair[0].rows().size()) {
  const auto index = [species](int a, int b) { return static_cast<std::size_t>(a * species + b); };
  for (int a = 0; a < species; ++a)
    for (int b = 0; b < a; ++b)
      symmetric_ &= std::ranges::equal(density[index(a, b)].rows(), density[index(b, a)].rows());
  first_.resize(pair.size());
  for (int a = 0; a < species; ++a)
    for (int b = 0; b < species; ++b) {
      if (symmetric_ && b < a) {
        first_[index(a, b)] = first_[index(b, a)];
        continue;
      }
      first_[index(a, b)] = static_cast<std::uint32_t>(lines_.size() / (symmetric_ ? 1 : 2));
      const auto at_a = density[index(b, a)].rows(), at_b = density[index(a, b)].rows();
      const auto phi = pair[index(a, b)].rows();
      for (std::size_t k = 0; k < intervals_; ++k) {
        lines_.push_back({{at_a[k].cubic, at_a[k].square, at_a[k].linear, at_a[k].constant, phi[k].cubic,
                           phi[k].square, phi[k].linear, phi[k].constant}});
        if (!symmetric_)
          lines_.push_back({{at_b[k].cubic, at_b[k].square, at_b[k].linear, at_b[k].constant, 0, 0, 0, 0}});
      }
    }
}

}  // namespace vitrum::atomistic
