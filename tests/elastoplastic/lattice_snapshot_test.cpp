#include <gtest/gtest.h>

#include <variant>

#include "base/error.h"
#include "stationary.h"

namespace vitrum::elastoplastic {
namespace {

LatticeSettings settings_of(int columns, int rows) {
  LatticeSettings settings;
  settings.columns = columns;
  settings.rows = rows;
  return settings;
}

TEST(LatticeSnapshot, GoesOnToTheSameBits) {
  LatticeSpecimen whole(settings_of(8, 5), 3, 7), first(settings_of(8, 5), 3, 7);
  test::shear_by(whole, 0.5);
  test::shear_by(first, 0.5);
  first.strain_to(first.state().strain + 1e-6);  // within an elastic branch
  whole.strain_to(whole.state().strain + 1e-6);
  LatticeSpecimen second(settings_of(8, 5), 3, 7);
  second.restore(first.snapshot());
  EXPECT_EQ(second.snapshot(), first.snapshot());
  EXPECT_EQ(second.state(), whole.state());
  EXPECT_EQ(test::shear_by(second, 0.5), test::shear_by(whole, 0.5));
  EXPECT_EQ(second.snapshot(), whole.snapshot());
  EXPECT_EQ(second.fields(), whole.fields());
}

// Restoring forgets which elements were known to be safe. That knowledge must never change a result.
TEST(LatticeSnapshot, RestoringAtEveryStepChangesNothing) {
  LatticeSpecimen steady(settings_of(8, 5), 4, 0), forgetful(settings_of(8, 5), 4, 0);
  std::int64_t slips = 0;
  for (int k = 1; k <= 3000; ++k) {
    const auto response = steady.strain_to(k * 1e-4);
    forgetful.restore(forgetful.snapshot());
    ASSERT_EQ(forgetful.strain_to(k * 1e-4).slips, response.slips);
    slips += response.slips;
  }
  EXPECT_GT(slips, 100);
  EXPECT_EQ(steady.snapshot(), forgetful.snapshot());
}

TEST(LatticeSnapshot, FieldsHaveTheShapeOfTheLattice) {
  LatticeSpecimen lattice(settings_of(8, 5), 3, 0);
  test::shear_by(lattice, 0.2);
  const Group fields = lattice.fields();
  for (const char* name : {"stress_xx", "stress_yy", "stress_xy", "plastic_strain_xx", "plastic_shear",
                           "slips", "smallest_distance"}) {
    ASSERT_TRUE(fields.has_array(name)) << name;
    EXPECT_EQ(fields.arrays.at(name).shape, (std::vector<std::size_t>{5, 8})) << name;
  }
}

TEST(LatticeSnapshot, RefusesOthersAndStaysAsItWas) {
  LatticeSpecimen lattice(settings_of(8, 5), 3, 0);
  const Group own = lattice.snapshot();
  EXPECT_THROW(lattice.restore(LatticeSpecimen(settings_of(5, 8), 3, 0).snapshot()), InputError);
  LatticeSettings other = settings_of(8, 5);
  other.slip_systems = 8;
  EXPECT_THROW(lattice.restore(LatticeSpecimen(other, 3, 0).snapshot()), InputError);
  EXPECT_THROW(lattice.restore(Group{}), InputError);
  Group cut = own;
  std::get<std::vector<double>>(cut.arrays.at("stress_shear").values).pop_back();
  EXPECT_THROW(lattice.restore(cut), InputError);
  cut = own;
  std::get<std::vector<std::int64_t>>(cut.arrays.at("slips").values).pop_back();
  EXPECT_THROW(lattice.restore(cut), InputError);
  cut = own;
  std::get<std::vector<std::int64_t>>(cut.arrays.at("slips").values)[3] = -1;
  EXPECT_THROW(lattice.restore(cut), InputError);
  // What else is stored is read before the elements are changed.
  LatticeSpecimen moved(settings_of(8, 5), 3, 0);
  test::shear_by(moved, 0.3);
  Group part = moved.snapshot();
  part.groups.erase("thermal");
  EXPECT_THROW(lattice.restore(part), InputError);
  EXPECT_EQ(lattice.snapshot(), own);
}

}  // namespace
}  // namespace vitrum::elastoplastic
