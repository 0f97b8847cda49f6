// A glass that is sheared, unloaded and sheared back, with or without a memory of the sense of its loading.
#pragma once

#include <cmath>
#include <vector>

#include "base/random.h"
#include "records.h"
#include "rig/program.h"
#include "study/loading_record.h"

namespace vitrum::study {

inline std::vector<rig::Leg> there_and_back() {
  std::vector<rig::Leg> legs(3);
  legs[0].strain = 0.3;
  legs[1].kind = rig::LegKind::unload;
  legs[2].kind = rig::LegKind::reload_backward;
  legs[2].strain = 0.2;
  return legs;
}

/// Events at the rate 600 ((s tau - s b)/tau_y)^2 under strain of the sense s, tau_y = 0.05 G, of exponential
/// drops of mean 0.02 tau_y. The back stress b comes by each event nearer to s times its limit;
/// nobody but the glass knows it. X_1 goes to 1e-3 from
/// 2e-4 to 1.2e-3, so that loading from zero stress visits what reloading will.
struct ReversedGlass {
  double limit = 0;   ///< of the back stress; 0: a glass without memory
  double turn = 0.1;  ///< how much nearer to its limit each event brings it

  LoadingRecord sample(RandomStream random) const {
    constexpr double step = 2e-4, infinity = std::numeric_limits<double>::infinity();
    seem::ExactSpecimen specimen({1, 1, 10, infinity, infinity, 0}, 1, {0, 2e-4 + 1e-3 * random.uniform()},
                                 step);
    double back = 0;
    const auto go = [&](double sense, std::int64_t leg) {
      specimen.load(sense * step);
      const double over = sense * (specimen.at().stress - back) / yield;
      if (over > 0 && random.uniform() < 600 * over * over * step) {
        const double drop = -0.02 * yield * std::log(random.uniform_positive());
        specimen.jump({sense * drop, 0.02 * (1e-3 - specimen.at().inelastic)});
        back += turn * (sense * limit - back);
      }
      specimen.record(leg);
    };
    for (int i = 0; i < 1500; ++i) go(1, 0);
    while (specimen.at().stress > step) go(-1, 1);
    for (int i = 0; i < 1000; ++i) go(-1, 2);
    return {1, 1, "lj", specimen.history};
  }

 private:
  static constexpr double yield = 0.05;
};

}  // namespace vitrum::study
