// What paper 1 says of local yield stress (secs. 2.2, 4.2, figs. 4 and 8), on glasses of 1000 atoms.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "../lammps_reference.h"
#include "atomistic/local_shear.h"
#include "atomistic/specimen.h"

namespace vitrum::atomistic {
namespace {

/// Mean and standard error over places that lie far apart.
struct Mean {
  double value = 0, error = 0;
};

Mean mean_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Mean out;
  for (const double v : values) out.value += v / n;
  for (const double v : values) out.error += (v - out.value) * (v - out.value) / (n * (n - 1));
  out.error = std::sqrt(out.error);
  return out;
}

struct Averages {
  Mean tau_i, tau_c, distance, drop;
};

/// At 5 x 5 places of each glass, along one angle.
Averages averages(const std::vector<Configuration>& glasses, double radius, double angle) {
  static const PairPotentials potentials = paper_glass();
  std::vector<double> tau_i, tau_c, distance, drop;
  for (const Configuration& glass : glasses) {
    LocalShear shear(glass, potentials);
    for (int i = 0; i < 5; ++i)
      for (int j = 0; j < 5; ++j) {
        const LocalYield test = shear.test({glass.box.lx * i / 5, glass.box.ly * j / 5}, radius, angle);
        EXPECT_TRUE(test.found);
        tau_i.push_back(test.tau_i), tau_c.push_back(test.tau_c);
        distance.push_back(test.distance()), drop.push_back(test.drop());
      }
  }
  return {mean_of(tau_i), mean_of(tau_c), mean_of(distance), mean_of(drop)};
}

double difference(const Mean& a, const Mean& b) { return (a.value - b.value) / std::hypot(a.error, b.error); }

AtomisticSpecimen specimen(const std::string& file) { return {test::read_data(file), paper_glass()}; }

const std::vector<std::string> files{"esl_1k_1.dat", "esl_1k_3.dat"};

std::vector<Configuration> quenched() {
  std::vector<Configuration> out;
  for (const std::string& file : files) out.push_back(specimen(file).configuration());
  return out;
}

TEST(LocalYield, of_quenched_glasses_is_alike_in_all_directions) {
  const Averages forward = averages(quenched(), 5, 0);
  for (const double angle : {45.0, 90.0, 135.0}) {
    const Averages other = averages(quenched(), 5, angle);
    EXPECT_LT(std::abs(difference(forward.tau_c, other.tau_c)), 3.5) << angle;
    EXPECT_LT(std::abs(difference(forward.distance, other.distance)), 3.5) << angle;
    EXPECT_LT(std::abs(difference(forward.drop, other.drop)), 3.5) << angle;
  }
}

TEST(LocalYield, falls_with_the_size_of_the_patch) {
  const auto glasses = quenched();
  const Averages small = averages(glasses, 4, 0), middle = averages(glasses, 7, 0),
                 large = averages(glasses, 12, 0);
  EXPECT_GT(difference(small.distance, middle.distance), 5);
  EXPECT_GT(difference(middle.distance, large.distance), 5);
  EXPECT_GT(difference(small.drop, large.drop), 5);
}

/// Past yield the distance is small along the loading, and large against it; unloaded, the other way round
/// (the polarisation that is inverted, paper 1, sec. 5).
TEST(LocalYield, of_sheared_glasses_is_polarised_and_turns_over_when_they_are_unloaded) {
  const double step = 2e-4;
  std::vector<Configuration> flowing, unloaded;
  for (const std::string& file : files) {
    AtomisticSpecimen sample = specimen(file);
    int k = 0;
    while (k < 1000) sample.strain_to(step * ++k);
    flowing.push_back(sample.configuration());
    while (sample.state().stress.xy > 0) sample.strain_to(step * --k);
    unloaded.push_back(sample.configuration());
  }
  const Averages along = averages(flowing, 10, 0), against = averages(flowing, 10, 90);
  EXPECT_GT(difference(against.distance, along.distance), 5);
  EXPECT_GT(difference(along.tau_c, against.tau_c), 5);
  EXPECT_NEAR(along.tau_i.value, -against.tau_i.value, 1e-9);
  const Averages forward = averages(unloaded, 10, 0), backward = averages(unloaded, 10, 90);
  EXPECT_GT(difference(forward.distance, backward.distance), 3);
}

}  // namespace
}  // namespace vitrum::atomistic
