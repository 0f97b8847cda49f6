// A specimen simple enough to be known by heart: a spring in series with a ratchet. Stress is
// modulus * (strain - plastic strain); whenever its absolute value reaches `strength`, the plastic
// strain grows by `slip` in the sense of the stress.
#pragma once

#include <algorithm>
#include <cmath>

#include "rig/specimen.h"

namespace vitrum::rig {

class Slider : public Specimen {
 public:
  Slider(bool looks_ahead, bool counts_slips) : looks_ahead_(looks_ahead), counts_slips_(counts_slips) {}

  static constexpr double modulus = 10, strength = 0.5, slip = 0.013, area = 3;

  State state() const override { return state_at(strain_); }
  double volume() const override { return area; }

  Response strain_to(double strain) override {
    ++calls;
    strain_ = strain;
    Response response;
    if (counts_slips_) response.before = state();
    response.counts_slips = counts_slips_;
    while (std::abs(stress()) >= strength) {
      plastic_ += stress() > 0 ? slip : -slip;
      ++response.slips;
    }
    response.duration = response.slips;
    slips_ = static_cast<double>(response.slips);
    if (!counts_slips_) response.slips = 0;
    return response;
  }

  std::int64_t quiet_increments(const StrainGrid& grid, std::int64_t k, std::int64_t limit) const override {
    if (!looks_ahead_) return 1;
    std::int64_t n = 1;
    while (n < limit && std::abs(modulus * (grid.at(k + n) - plastic_)) < strength) ++n;
    return n;
  }

  Group fields() const override {
    Group out;
    out.put("plastic", plastic_);
    out.put("strain", strain_ - plastic_);  // names that what is known of a snapshot has, too
    out.put("leg", slips_);
    return out;
  }
  /// As if each slip moved one atom, at the present strain.
  std::optional<Rearrangement> last_rearrangement() const override {
    Rearrangement out;
    out.participation = slips_;
    out.centre = {strain_, 2, 3};
    out.direction = 45;
    out.fields = [this] { return fields(); };
    return out;
  }
  Group moduli() const override { return fields(); }
  Group snapshot() const override {
    Group out;
    out.put("strain", strain_);
    out.put("plastic", plastic_);
    return out;
  }
  void restore(const Group& snapshot) override {
    strain_ = snapshot.number("strain");
    plastic_ = snapshot.number("plastic");
  }

  int calls = 0;

 private:
  double stress() const { return modulus * (strain_ - plastic_); }
  State state_at(double strain) const {
    State out;
    out.strain = strain;
    out.stress.xy = modulus * (strain - plastic_);
    out.energy = area * out.stress.xy * out.stress.xy / (2 * modulus);
    return out;
  }

  bool looks_ahead_, counts_slips_;
  double strain_ = 0, plastic_ = 0, slips_ = 0;
};

}  // namespace vitrum::rig
