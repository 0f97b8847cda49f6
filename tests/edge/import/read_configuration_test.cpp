#include "edge/import/read_configuration.h"

#include <gtest/gtest.h>

#include <fstream>

#include "atomistic/evaluate.h"
#include "written_file.h"

namespace vitrum::imports {
namespace {

using test::refusal;

std::string reference(const std::string& name) {
  return std::string(VITRUM_REFERENCE_DIR) + "/import/" + name;
}

/// "pe -205.1 pxx 2.07 ..." of a run of LAMMPS, by name.
std::map<std::string, double> lammps_numbers() {
  std::ifstream file(reference("tilted.thermo.txt"));
  std::map<std::string, double> numbers;
  std::string key;
  for (double value = 0; file >> key >> value;) numbers[key] = value;
  EXPECT_EQ(numbers.size(), 8U);
  return numbers;
}

TEST(ReadConfiguration, and_evaluating_it_gives_the_numbers_of_lammps_in_a_tilted_box) {
  const Imported read = read_configuration(reference("tilted.data"));
  EXPECT_EQ(read.configuration.box.xy, 3.7);
  const auto found = atomistic::evaluate(read.configuration, "", read.species_names);
  auto lammps = lammps_numbers();
  EXPECT_NEAR(found.energy, lammps["pe"], 1e-12 * std::abs(lammps["pe"]));
  EXPECT_NEAR(found.energy_per_atom, lammps["pe"] / 102, 1e-12);
  EXPECT_NEAR(found.stress.xx, -lammps["pxx"], 1e-12);
  EXPECT_NEAR(found.stress.yy, -lammps["pyy"], 1e-12);
  EXPECT_NEAR(found.stress.xy, -lammps["pxy"], 1e-12);
  const double largest = std::max({lammps["fxmax"], lammps["fymax"], -lammps["fxmin"], -lammps["fymin"]});
  EXPECT_NEAR(found.max_force, largest, 1e-12 * largest);
  EXPECT_EQ(found.atoms, 102);
}

// The file has no lattice vector along any axis. In the box's own frame everything is as before.
TEST(ReadConfiguration, gives_the_same_numbers_for_a_rotated_extended_xyz) {
  const Imported read = read_configuration(reference("tilted_rotated.xyz"));
  EXPECT_EQ(read.configuration.box.dimension, 2);
  EXPECT_NEAR(read.configuration.box.xy, 3.7, 1e-13);
  const auto found = atomistic::evaluate(read.configuration, "lj2d", read.species_names);
  auto lammps = lammps_numbers();
  EXPECT_NEAR(found.energy, lammps["pe"], 1e-11 * std::abs(lammps["pe"]));
  EXPECT_NEAR(found.stress.xx, -lammps["pxx"], 1e-11);
  EXPECT_NEAR(found.stress.yy, -lammps["pyy"], 1e-11);
  EXPECT_NEAR(found.stress.xy, -lammps["pxy"], 1e-11);
}

TEST(ReadConfiguration, says_what_is_wrong_with_files_of_other_kinds) {
  EXPECT_EQ(refusal(""), ": the file is empty; write it again");
  EXPECT_EQ(refusal("\x1f\x8b compressed"),
            ": the compressed file is damaged or cut off; pack it again (gzip -t checks it)");
  EXPECT_EQ(refusal(std::string("\x89HDF\r\n\x1a\n\0\0", 10)),
            ": not a text file (it holds zero bytes); give a text file: LAMMPS data or dump or extended "
            "XYZ for atoms, CSV for tables");
  EXPECT_EQ(refusal("[study]\ntitle = 'x'\n"),
            ":1: neither a LAMMPS data file (no line '<number> atoms') nor a dump (no line ITEM:) nor "
            "extended XYZ (the first line is not the "
            "number of atoms alone); check the path");
}

TEST(ReadConfiguration, says_what_is_wrong_with_the_path) {
  try {
    read_configuration("/no/such/file");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "/no/such/file: there is no such file; check the path");
  }
  const std::string folder = std::filesystem::temp_directory_path().string();
  try {
    read_configuration(folder);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.what(), folder + ": not a file (one regular file is read); name the file");
  }
}

}  // namespace
}  // namespace vitrum::imports
