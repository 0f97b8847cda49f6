#include "atomistic/stiffness_factor.h"

#include <cstdint>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// Stiffness of a spring that holds one atom, and with it the uniform translation; of the order of that of a
/// pair. Forces without a sum do not stretch it.
constexpr double pin = 100;

}  // namespace

double StiffnessFactor::expected_operations(const Configuration& configuration) {
  force_field_.build_list(configuration);
  hessian_.assemble(force_field_, configuration);
  const int dimension = configuration.box.dimension;
  return factor_operations(
      find_supernodes(hessian_.matrix(), elimination_order(hessian_.matrix(), dimension)), dimension);
}

bool StiffnessFactor::renew(const Configuration& configuration) {
  force_field_.build_list(configuration);
  hessian_.assemble(force_field_, configuration);
  if (order_.size() != configuration.atoms())
    order_ = elimination_order(hessian_.matrix(), configuration.box.dimension);
  cholesky_.prepare(hessian_.matrix(), order_);
  ready_ = cholesky_.factorise(hessian_.matrix(), 0, pin);
  made_for_ = configuration;
  return ready_;
}

void StiffnessFactor::apply(std::vector<double>& vector) {
  remove_translation(vector, made_for_.box.dimension);
  cholesky_.solve(vector);
  remove_translation(vector, made_for_.box.dimension);
}

Group StiffnessFactor::snapshot() const {
  Group group;
  if (!ready_ && order_.empty()) return group;
  group.put("order", std::vector<std::int64_t>(order_.begin(), order_.end()));
  if (ready_) group.groups["made_for"] = place_of(made_for_);
  return group;
}

void StiffnessFactor::restore(const Group& snapshot, const Configuration& like) {
  ready_ = false;
  order_.clear();
  if (!snapshot.has_array("order")) return;
  for (const std::int64_t block : snapshot.integers("order")) order_.push_back(static_cast<int>(block));
  if (snapshot.has_group("made_for")) renew(placed(snapshot.group("made_for"), like));
}

void remove_translation(std::vector<double>& vector, int dimension) {
  const auto d = static_cast<std::size_t>(dimension);
  for (std::size_t c = 0; c < d; ++c) {
    double sum = 0;
    for (std::size_t k = c; k < vector.size(); k += d) sum += vector[k];
    const double mean = sum / (static_cast<double>(vector.size()) / static_cast<double>(d));
    for (std::size_t k = c; k < vector.size(); k += d) vector[k] -= mean;
  }
}

Group place_of(const Configuration& configuration) {
  const Box& box = configuration.box;
  Group group;
  group.put("positions", configuration.positions);
  group.put("box", std::vector<double>{box.origin[0], box.origin[1], box.origin[2], box.lx, box.ly, box.lz,
                                       box.xy, box.xz, box.yz});
  return group;
}

Configuration placed(const Group& place, const Configuration& like) {
  Configuration configuration = like;
  const auto& numbers = place.doubles("box");
  if (place.doubles("positions").size() != like.positions.size() || numbers.size() != 9)
    throw InputError("The snapshot holds " + std::to_string(place.doubles("positions").size()) +
                     " coordinates where this specimen has " + std::to_string(like.positions.size()) +
                     ". It belongs to another specimen.");
  configuration.positions = place.doubles("positions");
  Box& box = configuration.box;
  box.origin = {numbers[0], numbers[1], numbers[2]};
  box.lx = numbers[3], box.ly = numbers[4], box.lz = numbers[5];
  box.xy = numbers[6], box.xz = numbers[7], box.yz = numbers[8];
  return configuration;
}

}  // namespace vitrum::atomistic
