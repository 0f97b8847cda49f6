// How the fluctuations of the stress fall with the size of the lattice: paper 1, fig. 5b.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <vector>

#include "../stationary.h"

namespace vitrum::elastoplastic {
namespace {

struct Size {
  int edge;
  std::size_t realizations;
};

// std(Sigma) ~ L^p by weighted least squares in logarithms.
TEST(FiniteSize, FluctuationsFallAsThePaperSays) {
  double weight = 0, x_mean = 0, y_mean = 0, xx = 0, xy = 0;
  std::vector<double> xs, ys, ws;
  for (const auto& [edge, realizations] : {Size{8, 256}, {16, 96}, {32, 32}, {64, 12}, {128, 4}}) {
    const auto make = [edge = edge](std::uint64_t sample) {
      LatticeSettings settings;
      settings.columns = settings.rows = edge;
      return LatticeSpecimen(settings, 6, sample);
    };
    const auto measured = test::stationary(realizations, make).at("macro_stationary.stress_std.mean");
    std::printf("L = %3d: std(Sigma) = %.5f +- %.5f\n", edge, measured.mean, measured.error);
    xs.push_back(std::log(edge));
    ys.push_back(std::log(measured.mean));
    ws.push_back(std::pow(measured.mean / measured.error, 2));
  }
  for (std::size_t i = 0; i < xs.size(); ++i) {
    weight += ws[i];
    x_mean += ws[i] * xs[i], y_mean += ws[i] * ys[i];
  }
  x_mean /= weight, y_mean /= weight;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    xx += ws[i] * (xs[i] - x_mean) * (xs[i] - x_mean);
    xy += ws[i] * (xs[i] - x_mean) * (ys[i] - y_mean);
  }
  const double exponent = xy / xx, error = 1 / std::sqrt(xx);
  std::printf("std(Sigma) ~ L^%.3f +- %.3f (paper 1: -0.94)\n", exponent, error);
  RecordProperty("exponent", std::to_string(exponent));
  EXPECT_NEAR(exponent, -0.94, 0.04 + 3 * error);
}

}  // namespace
}  // namespace vitrum::elastoplastic
