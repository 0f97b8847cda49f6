#include "atomistic/rearrangement.h"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "atomistic/local_strain.h"
#include "atomistic/lowest_mode.h"
#include "atomistic/periodic_centre.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

namespace {

Group fields_of(const Configuration& before, const std::vector<double>& displacement,
                const LocalStrain& local) {
  const auto d = static_cast<std::size_t>(before.box.dimension);
  const std::size_t n = before.atoms();
  Group group;
  for (std::size_t c = 0; c < d; ++c) {
    std::vector<double> position(n), moved(n);
    for (std::size_t i = 0; i < n; ++i) {
      position[i] = before.positions[d * i + c];
      moved[i] = displacement[d * i + c];
    }
    const std::string name(1, "xyz"[c]);
    group.put(name, std::move(position), "length", "position before the event, strained with the cell");
    group.put("d" + name, std::move(moved), "length", "displacement in the event");
  }
  std::vector<double> xx, yy, xy;
  for (const SymmetricTensor& e : local.strain) xx.push_back(e.xx), yy.push_back(e.yy), xy.push_back(e.xy);
  group.put("strain_xx", std::move(xx), "1", "local Green-Lagrange strain");
  group.put("strain_yy", std::move(yy), "1", "local Green-Lagrange strain");
  group.put("strain_xy", std::move(xy), "1", "local Green-Lagrange strain, half the engineering shear");
  group.put("d2min", local.d2min, "length^2", "mean squared motion of neighbours that no strain explains");
  return group;
}

}  // namespace

rig::Rearrangement rearrangement(const Configuration& before, std::vector<double> displacement,
                                 double reach) {
  const int dimension = before.box.dimension;
  remove_translation(displacement, dimension);
  const LocalStrain local = local_strain(before, displacement, reach);
  std::vector<double> weights;
  SymmetricTensor mean;
  for (const SymmetricTensor& strain : local.strain) {
    weights.push_back(std::pow(shear_size(strain, dimension), 4));
    mean += weights.back() * strain;
  }
  rig::Rearrangement out;
  out.participation = participation_number(displacement, dimension);
  out.centre = periodic_centre(before.box, before.positions, weights);
  out.direction = shear_direction(mean);
  out.fields = [fields = fields_of(before, displacement, local)] { return fields; };
  return out;
}

double shear_direction(const SymmetricTensor& strain) {
  // M(alpha) has the components xx = -sin(2 alpha)/2 = -yy, xy = cos(2 alpha)/2.
  const double degrees = 0.5 * std::atan2(0.5 * (strain.yy - strain.xx), strain.xy) * 180 / std::numbers::pi;
  if (degrees >= 0) return degrees;
  return degrees + 180 < 180 ? degrees + 180 : 0;
}

}  // namespace vitrum::atomistic
