#include "atomistic/spring_network.h"

#include <gtest/gtest.h>

#include <cmath>

#include "samples.h"

namespace vitrum::atomistic {
namespace {

class SpringNetworkIn : public testing::TestWithParam<Box> {};

// Central differences of the forces along the displacement.
void expect_pull(PairForceField& field, SpringNetwork& springs, const Configuration& c) {
  std::vector<double> u;
  for (std::size_t i = 0; i < c.positions.size(); ++i)
    u.push_back(std::sin(1.0 + 7.3 * static_cast<double>(i)));
  const std::vector<float> rows = springs.rows_of(u);
  std::vector<float> pulls(rows.size());
  springs.pull(rows.data(), pulls.data());
  std::vector<double> found(u.size(), 0.0);
  springs.add_rows(pulls, found);

  const double h = 1e-6;
  Configuration moved = c;
  std::vector<double> up, down;
  for (std::size_t i = 0; i < u.size(); ++i) moved.positions[i] = c.positions[i] + h * u[i];
  field.evaluate(moved, up);
  for (std::size_t i = 0; i < u.size(); ++i) moved.positions[i] = c.positions[i] - h * u[i];
  field.evaluate(moved, down);
  double size = 0;
  for (std::size_t i = 0; i < u.size(); ++i) size = std::max(size, std::abs(up[i] - down[i]) / (2 * h));
  for (std::size_t i = 0; i < u.size(); ++i)
    EXPECT_NEAR(found[i], (up[i] - down[i]) / (2 * h), 2e-6 * size) << i;
}

TEST_P(SpringNetworkIn, pulls_as_the_forces_change) {
  const Configuration c = test::scattered(GetParam(), 14, 0.75, 5);
  PairForceField field(paper_glass());
  SpringNetwork springs;
  springs.set(field, c);
  expect_pull(field, springs, c);
}

INSTANTIATE_TEST_SUITE_P(boxes, SpringNetworkIn, testing::ValuesIn(test::awkward_boxes));

TEST(SpringNetwork, follows_atoms_into_and_out_of_reach_while_the_list_stays) {
  Configuration c = test::scattered({2, {0, 0, 0}, 8, 8, 1, 0, 0, 0}, 40, 0.8, 2);
  PairForceField field(paper_glass());
  SpringNetwork springs;
  springs.set(field, c);
  const std::uint64_t builds = field.list().builds();
  for (int k = 0; k < 5; ++k) {
    for (std::size_t i = 0; i < c.positions.size(); ++i)
      c.positions[i] += 0.02 * std::sin(3.0 * static_cast<double>(i));
    springs.set(field, c);
    expect_pull(field, springs, c);
  }
  EXPECT_EQ(field.list().builds(), builds);
  // And with a new list, the atoms in another order.
  for (double& x : c.positions) x += 3.1;
  field.build_list(c);
  springs.set(field, c);
  expect_pull(field, springs, c);
}

}  // namespace
}  // namespace vitrum::atomistic
