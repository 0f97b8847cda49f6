#include "atomistic/held_atoms.h"

#include <algorithm>
#include <utility>

namespace vitrum::atomistic {

namespace {

void clear_beyond(std::vector<double>& vector, std::size_t free) {
  std::fill(vector.begin() + static_cast<std::ptrdiff_t>(free), vector.end(), 0.0);
}

class HeldStiffness : public ApproximateStiffness {
 public:
  HeldStiffness(std::unique_ptr<ApproximateStiffness> all, std::size_t free)
      : all_(std::move(all)), free_(free) {}

  void renew(const Configuration& configuration) override { all_->renew(configuration); }
  bool ready() const override { return all_->ready(); }
  void apply(std::vector<double>& vector) override {
    all_->apply(vector);
    clear_beyond(vector, free_);
  }
  Group snapshot() const override { return all_->snapshot(); }
  void restore(const Group& snapshot, const Configuration& like) override { all_->restore(snapshot, like); }

 private:
  std::unique_ptr<ApproximateStiffness> all_;
  std::size_t free_;  // coordinates
};

}  // namespace

Evaluation HeldForceField::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  const Evaluation out = all_.evaluate(configuration, forces);
  clear_beyond(forces, static_cast<std::size_t>(configuration.box.dimension) * free_);
  return out;
}

std::unique_ptr<ApproximateStiffness> held_stiffness(std::unique_ptr<ApproximateStiffness> all, int dimension,
                                                     std::size_t free) {
  return std::make_unique<HeldStiffness>(std::move(all), static_cast<std::size_t>(dimension) * free);
}

}  // namespace vitrum::atomistic
