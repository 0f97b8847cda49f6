#include "atomistic/hessian.h"

#include <gtest/gtest.h>

#include <cmath>

#include "samples.h"

namespace vitrum::atomistic {
namespace {

std::vector<double> dense(const SparseSymmetric& matrix) {
  const std::size_t n = matrix.size();
  std::vector<double> full(n * n, 0.0);
  for (std::size_t c = 0; c < n; ++c)
    for (int k = matrix.column_begin[c]; k < matrix.column_begin[c + 1]; ++k) {
      const auto r = static_cast<std::size_t>(matrix.row[static_cast<std::size_t>(k)]);
      full[r * n + c] = full[c * n + r] = matrix.value[static_cast<std::size_t>(k)];
    }
  return full;
}

class HessianOf : public testing::TestWithParam<Box> {};

TEST_P(HessianOf, equals_differences_of_the_forces) {
  Configuration c = test::scattered(GetParam(), 14, 0.75, 5);
  PairForceField field(paper_glass());
  Hessian hessian;
  hessian.assemble(field, c);
  const std::vector<double> k = dense(hessian.matrix());
  const std::size_t n = c.positions.size();
  const double h = 1e-6;
  std::vector<double> up, down;
  double size = 0;
  for (const double v : k) size = std::max(size, std::abs(v));
  for (std::size_t column = 0; column < n; ++column) {
    const double x = c.positions[column];
    c.positions[column] = x + h;
    field.evaluate(c, up);
    c.positions[column] = x - h;
    field.evaluate(c, down);
    c.positions[column] = x;
    for (std::size_t row = 0; row < n; ++row)
      EXPECT_NEAR(k[row * n + column], -(up[row] - down[row]) / (2 * h), 1e-7 * size);
  }
}

INSTANTIATE_TEST_SUITE_P(boxes, HessianOf, testing::ValuesIn(test::awkward_boxes));

TEST(Hessian, keeps_its_pattern_while_the_list_lasts) {
  Configuration c = test::scattered({2, {0, 0, 0}, 8, 8, 1, 0, 0, 0}, 40, 0.8, 2);
  PairForceField field(paper_glass());
  Hessian hessian;
  EXPECT_TRUE(hessian.assemble(field, c));
  const auto rows = hessian.matrix().row;
  c.positions[3] += 0.01;
  EXPECT_FALSE(hessian.assemble(field, c));
  EXPECT_EQ(hessian.matrix().row, rows);
  c.positions[3] += 1.0;
  EXPECT_TRUE(hessian.assemble(field, c));
}

}  // namespace
}  // namespace vitrum::atomistic
