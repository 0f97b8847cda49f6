#include "atomistic/table_spline.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace vitrum::atomistic {
namespace {

std::vector<double> table(double (*f)(double), double step, int count) {
  std::vector<double> values;
  for (int k = 0; k < count; ++k) values.push_back(f(k * step));
  return values;
}

TEST(TableSpline, goes_through_its_values) {
  const auto values = table([](double x) { return std::sin(3 * x); }, 0.1, 12);
  const TableSpline spline(values, 0.1);
  for (std::size_t k = 0; k < values.size(); ++k)
    EXPECT_NEAR(spline.at(0.1 * static_cast<double>(k)).value, values[k], 1e-14);
}

TEST(TableSpline, is_exact_for_straight_lines_and_away_from_the_ends_for_cubics) {
  const auto line = [](double x) { return 2 - 3 * x; };
  const TableSpline straight(table(line, 0.25, 9), 0.25);
  for (double x = 0; x < 2; x += 0.03) {
    EXPECT_NEAR(straight.at(x).value, line(x), 1e-14);
    EXPECT_NEAR(straight.at(x).first, -3, 1e-13);
    EXPECT_NEAR(straight.at(x).second, 0, 1e-12);
  }
  const auto cubic = [](double x) { return x * x * x - 2 * x * x + x - 5; };
  const TableSpline curved(table(cubic, 0.25, 13), 0.25);
  for (double x = 0.5; x < 2.5; x += 0.03) {
    EXPECT_NEAR(curved.at(x).value, cubic(x), 1e-13);
    EXPECT_NEAR(curved.at(x).first, 3 * x * x - 4 * x + 1, 1e-12);
    EXPECT_NEAR(curved.at(x).second, 6 * x - 4, 1e-11);
  }
}

TEST(TableSpline, has_the_derivatives_of_its_values) {
  const TableSpline spline(table([](double x) { return std::exp(-x) * std::cos(4 * x); }, 0.2, 20), 0.2);
  const double h = 1e-5;
  for (double x = 0.013; x < 3.7; x += 0.1) {  // within intervals, the ends of the table included
    const Derivatives at = spline.at(x), up = spline.at(x + h), down = spline.at(x - h);
    EXPECT_NEAR(at.first, (up.value - down.value) / (2 * h), 1e-8);
    EXPECT_NEAR(at.second, (up.first - down.first) / (2 * h), 1e-7);
  }
}

TEST(TableSpline, has_one_sided_slopes_at_its_ends) {
  // f = x^2 at 0, 1, 2, 3, 4, 5: the first slope is f(1) - f(0), the last one f(5) - f(4).
  const TableSpline spline(table([](double x) { return x * x; }, 1.0, 6), 1.0);
  EXPECT_EQ(spline.at(0).first, 1);
  EXPECT_EQ(spline.at(1).first, 2);
  EXPECT_EQ(spline.at(4).first, 8);
  EXPECT_EQ(spline.at(5).first, 9);
}

TEST(TableSpline, stays_as_it_ends_beyond_the_table) {
  const TableSpline spline(table([](double x) { return x * x; }, 1.0, 6), 1.0);
  EXPECT_EQ(spline.at(7.3).value, 25);
  EXPECT_EQ(spline.at(7.3).first, 9);
  EXPECT_EQ(spline.at(7.3).second, 0);
}

TEST(TableSpline, knows_from_where_on_it_is_zero) {
  std::vector<double> values(20, 0.0);
  values[7] = 1;
  const TableSpline spline(values, 0.5);
  // The slopes of two more intervals know the value; one more is for rounding.
  EXPECT_GE(spline.reach(), 4.5);
  EXPECT_LE(spline.reach(), 5.5);
  for (double x = spline.reach(); x < 12; x += 0.1) EXPECT_EQ(spline.at(x).value, 0);
  EXPECT_NE(spline.at(4.4).value, 0);
  values[19] = 1e-300;
  EXPECT_EQ(TableSpline(values, 0.5).reach(), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace vitrum::atomistic
