#include "atomistic/eam_tables_record.h"

#include <gtest/gtest.h>

#include "atomistic/eam_potential.h"
#include "base/error.h"
#include "eam_samples.h"

namespace vitrum::atomistic {
namespace {

TEST(EamTablesRecord, ComesBackToTheLastBit) {
  for (const auto& potential : {test::closed_form_within("fs"), test::closed_form_within("alloy")}) {
    const EamTables &was = potential->tables(), is = eam_tables_from(to_group(was));
    EXPECT_EQ(is.elements, was.elements);
    EXPECT_EQ(is.atomic_numbers, was.atomic_numbers);
    EXPECT_EQ(is.lattice_constants, was.lattice_constants);
    EXPECT_EQ(is.densities, was.densities);
    EXPECT_EQ(is.distances, was.distances);
    EXPECT_EQ(is.embedding, was.embedding);
    EXPECT_EQ(is.density, was.density);
    EXPECT_EQ(is.pair, was.pair);
    EXPECT_EQ(EamPotential(is).checksum(), potential->checksum());
  }
}

TEST(EamTablesRecord, RefusesDamage) {
  const Group whole = to_group(test::closed_form_within("fs")->tables());
  Group group = whole;
  group.put("pair", std::vector<double>(7));
  EXPECT_THROW(eam_tables_from(group), InputError);
  group = whole;
  group.arrays.erase("cutoff");
  EXPECT_THROW(eam_tables_from(group), InputError);
  group = whole;
  group.put("steps", std::vector<double>{1});
  EXPECT_THROW(eam_tables_from(group), InputError);
  group = whole;
  group.texts["elements"] = "";
  EXPECT_THROW(eam_tables_from(group), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
