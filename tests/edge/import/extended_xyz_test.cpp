#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

#include "written_file.h"

namespace vitrum::imports {
namespace {

using test::read_text;
using test::refusal;
using test::with;

const std::string frame =
    R"(3
Lattice="4 0 0 1 5 0 -2 0.5 6" Properties=id:I:1:species:S:1:pos:R:3:force:R:3 pbc="T T T" energy=-1.5 title={a b}
1 S 1.5 -0.25 3 0 0 0
2 L 0.5 0.1 2 1 1 1
3 S 0 0 1 0 0 0
)";

TEST(ExtendedXyz, is_read_with_species_numbered_by_name) {
  const Imported read = read_text(frame);
  const auto& c = read.configuration;
  EXPECT_EQ(c.box, (atomistic::Box{3, {0, 0, 0}, 4, 5, 6, 1, -2, 0.5}));
  EXPECT_EQ(c.species, (std::vector<int>{1, 0, 1}));
  EXPECT_EQ(c.positions, (std::vector<double>{1.5, -0.25, 3, 0.5, 0.1, 2, 0, 0, 1}));
  EXPECT_EQ(read.species_names, (std::vector<std::string>{"L", "S"}));
}

TEST(ExtendedXyz, numbers_numeric_names_by_value) {
  const auto read = read_text("3\nLattice=\"9 0 0 0 9 0 0 0 9\"\n10 0 0 0\n2 1 1 1\nA 2 2 2 extra\n");
  EXPECT_EQ(read.species_names, (std::vector<std::string>{"2", "10", "A"}));
  EXPECT_EQ(read.configuration.species, (std::vector<int>{1, 0, 2}));
}

TEST(ExtendedXyz, in_one_plane_is_two_dimensional) {
  const std::string flat =
      with(with(with(frame, "-0.25 3", "-0.25 2"), "0 0 1 0", "0 0 2 0"), "T T T", "1 True 0");
  const auto& c = read_text(with(flat, "pbc", "Origin=\"1 2 3\" pbc")).configuration;
  EXPECT_EQ(c.box, (atomistic::Box{2, {1, 2, 0}, 4, 5, 1, 1, 0, 0}));
  EXPECT_EQ(c.positions, (std::vector<double>{1.5, -0.25, 0.5, 0.1, 0, 0}));
}

// A rotation keeps all distances, also between periodic images.
TEST(ExtendedXyz, with_a_lattice_in_any_direction_is_rotated_into_the_convention) {
  const double angle = 0.7, c = std::cos(angle), s = std::sin(angle);
  // x' = c x - s z, y' = y, z' = s x + c z of the lattice in `frame`.
  const auto turned = [&](double x, double y, double z) {
    std::ostringstream out;
    out.precision(17);
    out << c * x - s * z << ' ' << y << ' ' << s * x + c * z;
    return out.str();
  };
  const std::string text = "2\nLattice=\"" + turned(4, 0, 0) + " " + turned(1, 5, 0) + " " +
                           turned(-2, 0.5, 6) + "\" Origin=\"" + turned(1, 2, 3) + "\"\nA " +
                           turned(2, 1, 3.5) + "\nA " + turned(1, 2, 3) + "\n";
  const auto& read = read_text(text).configuration;
  const atomistic::Box expected{3, {0, 0, 0}, 4, 5, 6, 1, -2, 0.5};
  EXPECT_EQ(read.box.dimension, 3);
  EXPECT_NEAR(read.box.lx, expected.lx, 1e-14);
  EXPECT_NEAR(read.box.ly, expected.ly, 1e-14);
  EXPECT_NEAR(read.box.lz, expected.lz, 1e-14);
  EXPECT_NEAR(read.box.xy, expected.xy, 1e-14);
  EXPECT_NEAR(read.box.xz, expected.xz, 1e-14);
  EXPECT_NEAR(read.box.yz, expected.yz, 1e-14);
  const double relative[] = {1, -1, 0.5, 0, 0, 0};
  for (std::size_t k = 0; k < 6; ++k) EXPECT_NEAR(read.positions[k], relative[k], 1e-14);
}

TEST(ExtendedXyz, of_several_frames_gives_the_last_one) {
  const auto read =
      read_text("1\nLattice=\"9 0 0 0 9 0 0 0 9\" pbc=\"T T F\"\nA 1 2 3\n\n" + frame + "\n \n");
  EXPECT_EQ(read.configuration.species, (std::vector<int>{1, 0, 1}));
  EXPECT_EQ(read.configuration.positions, (std::vector<double>{1.5, -0.25, 3, 0.5, 0.1, 2, 0, 0, 1}));
  EXPECT_EQ(read.species_names, (std::vector<std::string>{"L", "S"}));
}

TEST(ExtendedXyz, is_refused_for_any_of_its_frames) {
  const std::string first = refusal(with(frame, "2 L 0.5 0.1 2", "2 L 0.5 0.1 two") + frame);
  EXPECT_TRUE(first.starts_with(":4: ")) << first;
  EXPECT_EQ(
      refusal(frame + "4" + frame.substr(1)),
      ":10: the file ends after 3 of 4 atoms (it is cut off or the number of atoms wrong); write it again");
}

TEST(ExtendedXyz, that_is_wrong_is_refused_with_the_line) {
  struct Case {
    std::string from, to, message;
  };
  const Case cases[] = {
      {"3\nL", "0\nL", ":1: the number of atoms is 0; it must be at least 1"},
      {"3\nL", "-1\nL", ":1: the number of atoms is -1; it must be at least 1"},
      {"3\nL", "2\nL",
       ":5: a line follows after the 2 atoms (it is no other frame, which begins with its number of atoms; "
       "or "
       "that of this frame is wrong); correct it"},
      {"3\nL", "4\nL",
       ":5: the file ends after 3 of 4 atoms (it is cut off or the number of atoms wrong); write it again"},
      {"Lattice", "Cell",
       ":2: there is no Lattice=\"...\" (without the box there are no periodic images); add its nine "
       "numbers, or "
       "write extended instead of plain XYZ"},
      {"0.5 6\"", "0.5\"", ":2: Lattice has 8 numbers and must have 9; correct it"},
      {"0.5 6\"", "0.5 six\"",
       ":2: a number of Lattice is 'six' (not a number that fits double precision); correct it"},
      {"0.5 6\"", "0.5 nan\"",
       ":2: a number of Lattice is 'nan' (not a finite number); the run that wrote it has failed"},
      {"0.5 6\"", "0.5 -6\"",
       ":2: the vectors of Lattice are left-handed (their volume is negative); exchange two of them, or turn "
       "one "
       "round"},
      {"-2 0.5 6", "0 0 0",
       ":2: the vectors of Lattice span no volume; for atoms in a plane give the third as 0 0 1"},
      {"title={a b}", "title={a b",
       ":2: the value of 'title' begins with { that is never closed (the line may be cut off); close it"},
      {"title={a b}", "lattice=1", ":2: the key 'lattice' appears twice; keep one"},
      {"pos:R:3", "pos:R",
       ":2: Properties is 'id:I:1:species:S:1:pos:R:force:R:3' (it must be groups of name:type:columns, such "
       "as "
       "species:S:1:pos:R:3); correct it"},
      {"pos:R:3", "pos:R:x",
       ":2: the number of columns in Properties is 'x' (not a whole number); correct it"},
      {"force:R:3", "force:R:0", ":2: Properties gives 'force' 0 columns; it must be 1 to 10000"},
      {"pos:R:3", "place:R:3",
       ":2: Properties is 'id:I:1:species:S:1:place:R:3:force:R:3' (species:S:1 and pos:R:3 must be among "
       "the "
       "columns); add what is missing"},
      {"species:S:1", "name:S:1",
       ":2: Properties is 'id:I:1:name:S:1:pos:R:3:force:R:3' (species:S:1 and pos:R:3 must be among the "
       "columns); add what is missing"},
      {"T T T", "T F T",
       ": pbc says that a direction is not periodic (free surfaces are not supported); give a periodic "
       "configuration"},
      {"T T T", "T T F",
       ": pbc says that a direction is not periodic (free surfaces are not supported); give a periodic "
       "configuration"},
      {"T T T", "T T", ":2: pbc is 'T T'; it must be three of T or F"},
      {"T T T", "T T maybe", ":2: pbc is 'T T maybe'; it must be three of T or F"},
      {"0 0 1 0 0 0", "0 0 1 0 0",
       ":5: an atom has 7 columns (Properties promises 8); correct the line or Properties"},
      {"0 0 1 0 0 0", "0 0 1 0 0 0 0",
       ":5: an atom has 9 columns (Properties promises 8); correct the line or Properties"},
      {"0.1 2", "- 2", ":4: the coordinate y is '-' (not a number that fits double precision); correct it"},
      {"0.1 2", "0.1 -inf",
       ":4: the coordinate z is '-inf' (not a finite number); the run that wrote it has failed"},
  };
  for (const Case& c : cases) EXPECT_EQ(refusal(with(frame, c.from, c.to)), c.message);
  EXPECT_EQ(refusal("1\n"), ":1: the file ends after the number of atoms (it is cut off); write it again");
}

TEST(ExtendedXyz, cannot_make_the_reader_allocate_what_it_promises) {
  const std::string message = refusal(with(frame, "3\nL", "9000000000000000000\nL"));
  EXPECT_TRUE(
      message.starts_with(":1: the first line promises 9000000000000000000 atoms (the whole file has only "))
      << message;
}

TEST(ExtendedXyz, cut_off_or_overwritten_anywhere_never_crashes_the_reader) {
  for (std::size_t length = 0; length < frame.size(); ++length) {
    EXPECT_NE(refusal(frame.substr(0, length)), "") << length;
  }
  const std::string letters = "\n9-e.\"= :{\x80";
  for (std::size_t at = 0; at < frame.size(); ++at) {
    for (const char letter : letters) {
      std::string damaged = frame;
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
