#include "edge/import/lammps_dump.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cmath>

#include "edge/import/read_configuration.h"
#include "written_file.h"

namespace vitrum::imports {
namespace {

using test::read_text;
using test::refusal;
using test::with;

std::string dump_reference(const std::string& name) {
  return std::string(VITRUM_REFERENCE_DIR) + "/import/" + name;
}

/// Distance of the closest images in a box of two dimensions.
double distance(const atomistic::Box& box, const double* a, const double* b) {
  const double along_y = std::round((a[1] - b[1]) / box.ly);
  const double dy = a[1] - b[1] - along_y * box.ly;
  double dx = a[0] - b[0] - along_y * box.xy;
  dx -= box.lx * std::round(dx / box.lx);
  return std::hypot(dx, dy);
}

// Written by LAMMPS (tests/reference/import/in.tilted_dump): unwrapped; scaled, other columns, compressed;
// two frames.
TEST(LammpsDump, IsTheConfigurationOfTheDataFile) {
  const auto data = read_configuration(dump_reference("tilted.data"));
  const atomistic::Configuration& was = data.configuration;
  for (const char* name : {"tilted_unwrapped.dump", "tilted_scaled.dump.gz", "tilted_frames.dump"}) {
    const Imported read = read_configuration(dump_reference(name));
    const atomistic::Configuration& is = read.configuration;
    EXPECT_EQ(read.species_names, data.species_names) << name;
    EXPECT_EQ(is.species, was.species) << name;
    EXPECT_EQ(is.box.dimension, 2);
    EXPECT_NEAR(is.box.lx, was.box.lx, 1e-14 * was.box.lx) << name;
    EXPECT_EQ(is.box.xy, was.box.xy);
    ASSERT_EQ(is.positions.size(), was.positions.size());
    for (std::size_t i = 0; i < is.species.size(); ++i)
      EXPECT_LT(distance(was.box, &is.positions[2 * i], &was.positions[2 * i]), 1e-13)
          << name << " atom " << i;
  }
}

const std::string cube = R"(ITEM: TIMESTEP
7
ITEM: NUMBER OF ATOMS
2
ITEM: BOX BOUNDS pp pp pp
0 4
-1 4
0 6
ITEM: ATOMS id type x y z
9 2 1 2 3
4 1 0.5 0.25 5
)";

TEST(LammpsDump, OrdersAtomsByTheirIds) {
  const Imported read = read_text(cube);
  EXPECT_EQ(read.configuration.box.dimension, 3);
  EXPECT_EQ(read.configuration.box.ly, 5);
  EXPECT_EQ(read.configuration.box.origin[1], -1);
  EXPECT_EQ(read.configuration.species, (std::vector<int>{0, 1}));
  EXPECT_EQ(read.configuration.positions, (std::vector<double>{0.5, 0.25, 5, 1, 2, 3}));
}

TEST(LammpsDump, TakesElementsWhereThereAreNoTypes) {
  std::string text = with(with(cube, "id type", "element id"), "9 2 1 2 3", "Zr 9 1 2 3");
  text = with(text, "4 1 0.5", "Cu 4 0.5");
  const Imported read = read_text(text);
  EXPECT_EQ(read.species_names, (std::vector<std::string>{"Cu", "Zr"}));
  EXPECT_EQ(read.configuration.species, (std::vector<int>{0, 1}));
}

TEST(LammpsDump, CornersOfATiltedBoxAreItsBounds) {
  const std::string text = with(cube, "BOX BOUNDS pp pp pp\n0 4\n-1 4\n0 6",
                                "BOX BOUNDS xy xz yz pp pp pp\n-1 5.5 1.5\n-3 4 -1\n0 6 -2");
  // x from 0 - 1 (xz) to 4 + 1.5 (xy); y from -1 - 2 (yz).
  const atomistic::Box box = read_text(text).configuration.box;
  EXPECT_EQ(box.lx, 4);
  EXPECT_EQ(box.ly, 5);
  EXPECT_EQ(box.origin, (std::array<double, 3>{0, -1, 0}));
  EXPECT_EQ(box.xy, 1.5);
  EXPECT_EQ(box.xz, -1);
  EXPECT_EQ(box.yz, -2);
}

TEST(LammpsDump, SaysWhatIsWrong) {
  const auto message_has = [](const std::string& text, const std::string& words) {
    EXPECT_NE(refusal(text).find(words), std::string::npos) << refusal(text);
  };
  message_has("ITEM: TIMESTEP\n0\n", "no frame with 'ITEM: ATOMS'");
  message_has(with(cube, "4 1 0.5 0.25 5\n", ""), "ends after 1 of 2 atoms");
  message_has(cube + "3 1 1 1 1\n", ":12: a line 'ITEM: ...' is wanted");
  message_has(with(cube, "4 1 0.5", "9 1 0.5"), "the id 9 stands in this frame twice");
  message_has(with(cube, "x y z", "vx vy vz"), "no columns x y z");
  message_has(with(cube, "type", "mol"), "neither the column type nor element");
  message_has(with(cube, "4 1 0.5", "4 0 0.5"), "types are counted from 1");
  message_has(with(cube, "4 1 0.5", "4 1000000000000 0.5"), "types are counted from 1");
  message_has(with(cube, "4 1 0.5 0.25 5", "4 1 0.5 0.25"), "an atom has 4 columns");
  message_has(with(cube, "0.25 5", "nan 5"), "not a finite number");
  message_has(with(cube, "pp pp pp", "pp pp ff"), "not periodic");
  message_has(with(cube, "-1 4", "4 -1"), "no extent along y");
  message_has(with(cube, "\n2\n", "\n-2\n"), "it must be positive");
  message_has(with(cube, "BOX BOUNDS pp", "BOX BOUNDS abc origin pp"), "general shape");
  message_has(with(cube, "ITEM: NUMBER OF ATOMS\n2\n", ""), "before the number of atoms");
}

/// As gzip -c makes them, one member behind the other.
std::string packed(const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("vitrum-gz-" + std::to_string(getpid()));
  const gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::filesystem::remove(path);
  return bytes;
}

TEST(CompressedFiles, AreReadAsWhatTheyHold) {
  const Imported plain = read_text(cube);
  for (const std::string& bytes : {packed(cube), packed(cube.substr(0, 40)) + packed(cube.substr(40))}) {
    const Imported read = read_text(bytes);
    EXPECT_EQ(read.configuration.positions, plain.configuration.positions);
  }
}

TEST(CompressedFiles, AreRefusedWhenDamagedOrOfAnotherKind) {
  const std::string bytes = packed(cube + std::string(100, '\n'));
  EXPECT_NE(refusal(bytes.substr(0, bytes.size() - 4)).find("damaged or cut off"), std::string::npos);
  std::string changed = bytes;
  changed[bytes.size() / 2] ^= 0x10;
  EXPECT_NE(refusal(changed).find("damaged or cut off"), std::string::npos);
  EXPECT_NE(refusal(std::string("\xfd") + "7zXZ" + std::string(1, '\0')).find("compressed with xz"),
            std::string::npos);
  EXPECT_NE(refusal("BZh91AY").find("compressed with bzip2"), std::string::npos);
}

}  // namespace
}  // namespace vitrum::imports
