#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "written_file.h"

namespace vitrum::imports {
namespace {

using test::read_text;
using test::refusal;
using test::with;

const std::string data = R"(title, with 5 atoms named in it

3 atoms
2 atom types

0 4 xlo xhi
-1 4 ylo yhi
0 6 zlo zhi
1 -2 0.5 xy xz yz

Masses

1 1 # L
2 1 # S

Atoms # atomic

7 2 1.5 -0.25 3 0 0 -1
2 1 .5 1e-1 +2 0 1 0
4 1 0 0 1 0 0 0

Velocities

2 0 0 0
4 0 0 0.5
7 1 1 1
)";

TEST(LammpsData, is_read_in_the_order_of_its_ids) {
  const Imported read = read_text(data);
  const auto& c = read.configuration;
  EXPECT_EQ(c.box, (atomistic::Box{3, {0, -1, 0}, 4, 5, 6, 1, -2, 0.5}));
  EXPECT_EQ(c.species, (std::vector<int>{0, 0, 1}));
  EXPECT_EQ(c.positions, (std::vector<double>{0.5, 0.1, 2, 0, 0, 1, 1.5, -0.25, 3}));
  EXPECT_EQ(read.species_names, (std::vector<std::string>{"1", "2"}));
}

TEST(LammpsData, in_one_plane_is_two_dimensional) {
  std::string flat =
      with(with(with(data, "-0.25 3", "-0.25 2"), "0 0 1 0", "0 0 2 0"), "-2 0.5 xy", "0 0 xy");
  const auto& c = read_text(flat).configuration;
  EXPECT_EQ(c.box, (atomistic::Box{2, {0, -1, 0}, 4, 5, 1, 1, 0, 0}));
  EXPECT_EQ(c.positions, (std::vector<double>{0.5, 0.1, 0, 0, 1.5, -0.25}));
}

TEST(LammpsData, of_one_atom_is_two_dimensional_in_a_thin_box_only) {
  const std::string one =
      "\n1 atoms\n1 atom types\n0 9 xlo xhi\n0 9 ylo yhi\n0 9 zlo zhi\n\nAtoms\n\n1 1 3 3 0\n";
  EXPECT_EQ(read_text(one).configuration.box.dimension, 3);
  EXPECT_EQ(read_text(with(one, "0 9 zlo", "-0.5 0.5 zlo")).configuration.box.dimension, 2);
  EXPECT_EQ(read_text(with(one, "0 9 zlo zhi\n", "")).configuration.box.dimension, 2);
}

TEST(LammpsData, may_have_its_sections_in_any_order_and_lines_that_do_not_matter) {
  const Imported expected = read_text(data);
  const std::size_t masses = data.find("Masses"), atoms = data.find("Atoms"),
                    speeds = data.find("Velocities");
  const std::string header = data.substr(0, masses), mass = data.substr(masses, atoms - masses);
  const std::string atom = data.substr(atoms, speeds - atoms), speed = data.substr(speeds) + "\n";
  const std::string coefficients = "Pair Coeffs # lj/smooth\n\n1 0.5 1.17\n2 0.5 0.6\n\n";
  const std::string more = "PairIJ Coeffs\n\n1 1 1 1\n1 2 1 1\n2 2 1 1\n\n";
  for (const std::string& text :
       {header + atom + mass, header + speed + atom, header + atom + speed + mass, header + atom,
        header + coefficients + more + atom,
        with(header, "title, with 5 atoms named in it", "# comment") + "# note\n\n" + atom + "\n\n# end\n\n",
        with(header, "2 atom types", "2 atom types\n0 bonds\n3 bond types\n2 extra bond per atom") + atom}) {
    const Imported read = read_text(text);
    EXPECT_EQ(read.configuration.positions, expected.configuration.positions) << text;
    EXPECT_EQ(read.configuration.box, expected.configuration.box);
  }
}

TEST(LammpsData, may_have_the_line_ends_of_other_systems) {
  std::string other;
  for (const char c : data) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(read_text(other).configuration.positions, read_text(data).configuration.positions);
}

TEST(LammpsData, written_by_lammps_is_read) {
  const Imported read = read_configuration(std::string(VITRUM_REFERENCE_DIR) + "/lammps2d/esl_1k_1.dat");
  const auto& c = read.configuration;
  EXPECT_EQ(c.box.dimension, 2);
  EXPECT_EQ(c.box.lx, 31.244726307410666);
  ASSERT_EQ(c.atoms(), 1000U);
  EXPECT_EQ(std::count(c.species.begin(), c.species.end(), 0), 447);
  EXPECT_EQ(c.species[0], 1);
  EXPECT_EQ(c.positions[0], 3.7410671562021443);
  EXPECT_EQ(c.positions[1], 3.879688264028224);
}

TEST(LammpsData, that_is_wrong_is_refused_with_the_line) {
  struct Case {
    std::string from, to, message;
  };
  const Case cases[] = {
      {"3 atoms", "-3 atoms", ":3: the number of atoms is -3 (negative); correct it"},
      {"3 atoms", "3.5 atoms", ":3: the number of atoms is '3.5' (not a whole number); correct it"},
      {"3 atoms", "0 atoms",
       ":3: the header promises 0 atoms (there is nothing to read); give a file with atoms"},
      {"3 atoms", "4000000000 atoms",
       ":3: the header promises 4000000000 atoms (the whole file has only 300 bytes: it is cut off, or the "
       "number wrong); write it again"},
      {"3 atoms", "99999999999999999999 atoms",
       ":3: the number of atoms is '99999999999999999999' (not a whole number); correct it"},
      {"3 atoms\n", "",
       ": there is no line '<number> atoms' in the header (it must stand before the first "
       "section); add it"},
      {"2 atom types\n", "",
       ": there is no line '<number> atom types' in the header (it must stand before the "
       "first section); add it"},
      {"2 atom types", "2000000 atom types", ":4: the number of atom types is 2000000; it must be 1 to 1000"},
      {"0 4 xlo xhi\n", "",
       ": there is no line '<low> <high> xlo xhi' in the header (it must stand before the "
       "first section); add it"},
      {"0 4 xlo", "4 4 xlo",
       ":6: the box in x goes from 4 to 4 (no positive, finite extent); correct the two "
       "numbers"},
      {"0 4 xlo", "0 inf xlo",
       ":6: the box in x is 'inf' (not a finite number); the run that wrote it has failed"},
      {"1 -2 0.5 xy", "1 x 0.5 xy",
       ":9: the tilt is 'x' (not a number that fits double precision); correct it"},
      {"2 atom types", "2 atom types\n2 bonds",
       ":5: the file has bonds (only free atoms, atom style atomic, are read); convert it to atom style "
       "atomic"},
      {"2 atom types", "2 atom types\n7 wonders",
       ":5: the header line '7 wonders' is not known (atoms, atom types, xlo xhi, ylo yhi, zlo zhi and xy xz "
       "yz "
       "are); remove it, or write the file with LAMMPS' command write_data"},
      {"# atomic", "# full",
       ":16: the atoms are of style 'full' (only atomic is read: id, type, x, y, z); convert the file to "
       "atom "
       "style atomic"},
      {" 0 0 -1\n", " 0\n",
       ":18: an atom has 6 columns (atom style atomic has id, type, x, y, z and perhaps three image flags); "
       "convert the file to atom style atomic"},
      {"1.5 -0.25", "nan -0.25",
       ":18: the coordinate x is 'nan' (not a finite number); the run that wrote it has failed"},
      {"-0.25 3", "-0.25 1e999",
       ":18: the coordinate z is '1e999' (not a number that fits double precision); correct it"},
      {"1.5 -0.25", "1.5 -0.25a",
       ":18: the coordinate y is '-0.25a' (not a number that fits double precision); correct it"},
      {"1.5 -0.25", "1.5 0x10",
       ":18: the coordinate y is '0x10' (not a number that fits double precision); correct it"},
      {"0 0 -1\n", "0 0 here\n", ":18: the image flag is 'here' (not a whole number); correct it"},
      {"7 2 1.5", "7 3 1.5",
       ":18: the atom's type is 3 (the header promises types 1 to 2); correct the type or the header"},
      {"7 2 1.5", "7 0 1.5",
       ":18: the atom's type is 0 (the header promises types 1 to 2); correct the type or the header"},
      {"7 2 1.5", "0 2 1.5", ":18: the atom's id is 0; ids begin at 1"},
      {"7 2 1.5", "4 2 1.5", ":20: the atom id 4 appears a second time (first in line 18); ids must differ"},
      {"3 atoms", "4 atoms",
       ":22: the section 'Atoms' holds 3 of its 4 lines before 'Velocities' (the file is cut off, or its "
       "header "
       "wrong); write it again"},
      {"3 atoms", "2 atoms",
       ":20: the section '4 1 0 0 1 0 0 0' is not known (Atoms, Masses, Velocities and Pair Coeffs are; if "
       "this "
       "is a line of numbers, the section above has more lines than the header promises); remove it or "
       "correct "
       "the header"},
      {"7 1 1 1\n", "",
       ":25: the section 'Velocities' holds 2 of its 3 lines before the end of the file (the file is cut "
       "off, or "
       "its header wrong); write it again"},
      {"7 1 1 1\n", "7 1 1\n", ":26: a line of Velocities has the columns id, vx, vy, vz; got 3 columns"},
      {"2 1 # S", "2 # S", ":14: a line of Masses has the columns type, mass; got 1 columns"},
      {"2 1 # S", "2 heavy # S",
       ":14: the mass is 'heavy' (not a number that fits double precision); correct it"},
      {"Velocities", "Ellipsoids",
       ":22: the section 'Ellipsoids' is not known (Atoms, Masses, Velocities and Pair Coeffs are; if this "
       "is a "
       "line of numbers, the section above has more lines than the header promises); remove it or correct "
       "the "
       "header"},
      {"Velocities", "Atoms", ":22: there is a second section 'Atoms'; keep one"},
  };
  for (const Case& c : cases) {
    std::string message = refusal(with(data, c.from, c.to));
    // The size of the file is not what is tested.
    const std::size_t size = message.find(" bytes:"), begin = message.rfind(' ', size - 1);
    if (size != std::string::npos) message.replace(begin + 1, size - begin - 1, "300");
    EXPECT_EQ(message, c.message);
  }
}

TEST(LammpsData, without_its_atoms_is_refused) {
  EXPECT_EQ(refusal(data.substr(0, data.find("Atoms"))),
            ": there is no section 'Atoms' (the file may be cut off); write it again");
}

// Whatever is cut off or overwritten, the reader answers with a configuration or with an InputError.
TEST(LammpsData, cut_off_or_overwritten_anywhere_never_crashes_the_reader) {
  for (std::size_t length = 0; length < data.size(); ++length) {
    EXPECT_NE(refusal(data.substr(0, length)), "") << length;
  }
  const std::string letters = "\n9-e.# xA\t\x80";
  for (std::size_t at = 0; at < data.size(); ++at) {
    for (const char letter : letters) {
      std::string damaged = data;
      damaged[at] = letter;
      const test::WrittenFile file(damaged);
      try {
        const Imported read = read_configuration(file.path());
        EXPECT_LE(read.configuration.atoms(), 9U);
      } catch (const InputError&) {
      }
    }
  }
}

}  // namespace
}  // namespace vitrum::imports
