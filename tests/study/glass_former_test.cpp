#include "study/glass_former.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/error.h"

namespace vitrum::study {
namespace {

Glass paper_glass_of_ones_own() {
  const double large = 2 * std::sin(std::numbers::pi / 5), small = 2 * std::sin(std::numbers::pi / 10);
  Glass glass;
  glass.potential = custom_potential;
  glass.species = {{"L", 1, 0.4}, {"S", 2, 0.6}};
  glass.pairs = {
      {{"S", "S"}, 0.5, small, 2, 2.5}, {{"L", "L"}, 0.5, large, 2, 2.5}, {{"S", "L"}, 1, 1, 2, 2.5}};
  return glass;
}

TEST(GlassFormer, of_ones_own_is_that_of_the_registry_when_its_pairs_are) {
  const GlassFormer own = glass_former(paper_glass_of_ones_own()), known = glass_former(Glass{});
  for (int a = 0; a < 2; ++a)
    for (int b = 0; b < 2; ++b)
      for (double r = 0.7; r < 2.6; r += 0.05)
        EXPECT_EQ(own.potentials.between(a, b).at(r).value, known.potentials.between(a, b).at(r).value);
  EXPECT_EQ(own.species, known.species);
  EXPECT_EQ(own.mixture.masses, (std::vector<double>{1, 2}));
  EXPECT_EQ(own.mixture.fractions, (std::vector<double>{0.4, 0.6}));
  EXPECT_NEAR(known.mixture.fractions[0], 0.4472, 1e-4);
}

TEST(GlassFormer, cuts_off_pairs_without_an_inner_end) {
  Glass glass = paper_glass_of_ones_own();
  glass.pairs[2].inner = 0;
  const auto former = glass_former(glass);
  const auto& pair = former.potentials.between(0, 1);
  EXPECT_FALSE(pair.is_smooth());
  EXPECT_EQ(pair.outer(), 2.5);
}

TEST(GlassFormer, takes_the_potential_s_dimension_and_another_mixture_of_its_species) {
  Glass glass;
  glass.potential = "ka3d";
  EXPECT_EQ(glass_former(glass).mixture.dimension, 3);
  EXPECT_EQ(glass_former(glass).mixture.fractions, (std::vector<double>{0.8, 0.2}));
  glass.species = {{"A", 1, 0.65}, {"B", 1, 0.35}};
  EXPECT_EQ(glass_former(glass).mixture.fractions, (std::vector<double>{0.65, 0.35}));
  glass.dimension = 3, glass.atoms = 1200, glass.density = 1.2;
  EXPECT_NEAR(cell_width(glass), 10, 1e-12);
  glass.species[0].name = "C";
  EXPECT_THROW(glass_former(glass), InputError);
  Glass nameless = paper_glass_of_ones_own();
  nameless.pairs[0].species = {"S", "T"};
  EXPECT_THROW(glass_former(nameless), InputError);
  nameless.pairs[0].species = {"S"};
  EXPECT_THROW(glass_former(nameless), InputError);
}

}  // namespace
}  // namespace vitrum::study
