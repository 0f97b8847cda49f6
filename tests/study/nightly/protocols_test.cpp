// Paper 1's own protocol and the surrogate search come to the same optimum.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "recovered_truth.h"

namespace vitrum::study {
namespace {

TEST(Protocols, AgreeWithinTheirErrorsAndWithTheTruth) {
  const Truth truth{2.18, 2.05, 2.25};
  Settings settings = recovery_study(Search::surrogate);
  // Wider steps of k than paper 1's: nine searches of some eighty trials.
  settings.calibrate.shape_step = 0.25;
  const auto reference = reference_of_truth(truth, settings.calibrate);
  const CalibratedModel surrogate = recovered(settings, reference);
  settings.calibrate.search = Search::paper;
  const CalibratedModel paper = recovered(settings, reference);
  EXPECT_EQ(paper.profile.first.size(), 9U);
  EXPECT_EQ(paper.profile.backward.size(), 9U);
  EXPECT_GT(paper.trials, 3 * surrogate.trials);
  const std::vector<double> wanted{truth.shape, truth.scale, truth.exponent};
  for (std::size_t i = 0; i < 3; ++i) {
    const compare::Estimate &a = paper.optimum[i], &b = surrogate.optimum[i];
    std::printf("%s: %g, paper 1 %.3f +- %.3f, surrogate %.3f +- %.3f\n", paper.names[i].c_str(), wanted[i],
                a.value, a.error, b.value, b.error);
    EXPECT_LT(std::abs(a.value - b.value), 3 * std::hypot(a.error, b.error)) << paper.names[i];
    EXPECT_LT(std::abs(a.value - wanted[i]), 3.5 * a.error) << paper.names[i];
  }
  std::printf("trials: paper 1 %d, surrogate %d; L_stat %.3f and %.3f%s\n", static_cast<int>(paper.trials),
              static_cast<int>(surrogate.trials), paper.errors.stat.value, surrogate.errors.stat.value,
              paper.doubt.c_str());
  for (std::size_t i = 0; i < paper.profile.first.size(); ++i)
    std::printf("k %.2f: L_macro %.3f, L_stat %.3f\n", paper.profile.first[i], paper.profile.macro[i].value,
                paper.profile.stat[i].value);
}

}  // namespace
}  // namespace vitrum::study
