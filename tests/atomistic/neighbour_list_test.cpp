#include "atomistic/neighbour_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "lammps_reference.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

TEST(NeighbourList, holds_each_close_pair_once_and_no_other) {
  const Configuration c = test::scattered({3, {0, 0, 0}, 7, 6, 7, 2, -3, 1}, 80, 0.8, 3);
  NeighbourList list(2.0, 0.4);
  list.build(c);
  std::vector<double> rows;
  list.gather(c, rows);
  std::size_t inside = 0;
  for (std::size_t i = 0; i < list.atoms(); ++i) {
    std::set<int> met;
    for (int k = list.first()[i]; k < list.first()[i + 1]; ++k) {
      const int j = list.neighbour()[static_cast<std::size_t>(k)];
      EXPECT_TRUE(met.insert(j).second);
      double square = 0;
      for (std::size_t q = 0; q < 3; ++q)
        square += std::pow(rows[4 * static_cast<std::size_t>(j) + q] - rows[4 * i + q], 2);
      EXPECT_LT(square, 2.4 * 2.4);
      ++inside;
    }
  }
  // All pairs of a potential with that range.
  PairPotentials any(2);
  for (int a = 0; a < 2; ++a)
    for (int b = 0; b < 2; ++b) any.set(a, b, {1, 1, 1.0, 2.4});
  EXPECT_EQ(static_cast<long>(inside), test::plain_sum(c, any, 6).pairs);
}

TEST(NeighbourList, stays_good_until_a_pair_could_have_come_close) {
  Configuration c = test::read_data("esl_1k_1.dat");
  NeighbourList list(2.5, 0.3);
  EXPECT_FALSE(list.good_for(c));
  list.build(c);
  EXPECT_TRUE(list.good_for(c));
  const double x = c.positions[0];
  c.positions[0] = x + 0.149;
  EXPECT_TRUE(list.good_for(c));
  c.positions[0] = x + 0.151;
  EXPECT_FALSE(list.good_for(c));
  c.positions[0] = x;

  // Affine shear with the box uses up the skin slowly: 2.8 gamma / 2 of 0.3.
  const auto sheared = [&](double gamma) {
    Configuration s = c;
    for (std::size_t i = 0; i < s.positions.size(); i += 2) s.positions[i] += gamma * s.positions[i + 1];
    s.box.xy += gamma * s.box.ly;
    return s;
  };
  EXPECT_TRUE(list.good_for(sheared(0.1)));
  EXPECT_FALSE(list.good_for(sheared(0.3)));
  Configuration flipped = c;
  flipped.box.xy += c.box.lx;
  EXPECT_FALSE(list.good_for(flipped));
}

TEST(NeighbourList, is_a_function_of_the_configuration_alone) {
  const Configuration c = test::read_data("esl_1k_1.dat");
  NeighbourList fresh(2.5, 0.3), used(2.5, 0.3);
  fresh.build(c);
  used.build(test::read_data("esl_1k_3.dat"));
  used.build(c);
  EXPECT_TRUE(std::ranges::equal(fresh.neighbour(), used.neighbour()));
  EXPECT_TRUE(std::ranges::equal(fresh.atom(), used.atom()));
}

TEST(NeighbourList, refuses_a_list_without_range) {
  EXPECT_THROW(NeighbourList(0, 0.3), InputError);
  EXPECT_THROW(NeighbourList(2.5, 0), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
