#include "edge/import/eam_file.h"

#include <gtest/gtest.h>

#include "written_file.h"

namespace vitrum::imports {
namespace {

using test::with;

const std::string alloy = R"(comment
comment

2 Cu Zr # and another comment
6 0.5 5 1.5 6.25
29 63.5 3.6 fcc
0 -1 -2
-3 -4 -5
10 11 12 13 14
40 91.2 3.2 hcp
0 -1.5 -2.5 -3.5 -4.5 -5.5

20 21 22
23 24
30 31 32 33 34
40 41 42 43 44
50 51 52 53 5.4e1
)";

const std::string by_pairs = with(with(alloy, "10 11 12 13 14\n", "10 11 12 13 14\n15 16 17 18 19\n"),
                                  "20 21 22\n", "1 2 3 4 5\n20 21 22\n");

/// A file of this text and name, read or refused.
class EamFile {
 public:
  EamFile(const std::string& text, const std::string& ending = "") : file_(text) {
    path_ = file_.path().string() + ending;
    std::filesystem::rename(file_.path(), path_);
  }
  ~EamFile() { std::filesystem::remove(path_); }
  EamFile(const EamFile&) = delete;
  EamFile& operator=(const EamFile&) = delete;

  atomistic::EamTables read() const { return read_eam(path_); }
  std::string refusal() const {
    try {
      read_eam(path_);
    } catch (const InputError& error) {
      const std::string message = error.what();
      EXPECT_TRUE(message.starts_with(path_)) << message;
      return message.substr(std::min(path_.size(), message.size()));
    }
    return "not refused";
  }

 private:
  test::WrittenFile file_;
  std::string path_;
};

using Table = std::vector<double>;

TEST(EamFile, of_an_alloy_is_read) {
  for (const std::string ending : {"", ".eam.alloy"}) {
    const auto t = EamFile(alloy, ending).read();
    EXPECT_EQ(t.elements, (std::vector<std::string>{"Cu", "Zr"}));
    EXPECT_EQ(t.atomic_numbers, (std::vector<int>{29, 40}));
    EXPECT_EQ(t.masses, (Table{63.5, 91.2}));
    EXPECT_EQ(t.lattice_constants, (Table{3.6, 3.2}));
    EXPECT_EQ(t.densities, 6);
    EXPECT_EQ(t.density_step, 0.5);
    EXPECT_EQ(t.distances, 5);
    EXPECT_EQ(t.distance_step, 1.5);
    EXPECT_EQ(t.cutoff, 6.25);
    EXPECT_EQ(t.embedding, (std::vector<Table>{{0, -1, -2, -3, -4, -5}, {0, -1.5, -2.5, -3.5, -4.5, -5.5}}));
    const Table copper{10, 11, 12, 13, 14}, zirconium{20, 21, 22, 23, 24};
    EXPECT_EQ(t.density, (std::vector<std::vector<Table>>{{copper, copper}, {zirconium, zirconium}}));
    EXPECT_EQ(t.pair, (std::vector<std::vector<Table>>{{{30, 31, 32, 33, 34}},
                                                       {{40, 41, 42, 43, 44}, {50, 51, 52, 53, 54}}}));
    EXPECT_NO_THROW(check(t));
  }
}

TEST(EamFile, with_densities_of_pairs_is_read) {
  for (const std::string ending : {"", ".eam.fs"}) {
    const auto t = EamFile(by_pairs, ending).read();
    EXPECT_EQ(t.density, (std::vector<std::vector<Table>>{{{10, 11, 12, 13, 14}, {15, 16, 17, 18, 19}},
                                                          {{1, 2, 3, 4, 5}, {20, 21, 22, 23, 24}}}));
    EXPECT_EQ(t.pair[1][1], (Table{50, 51, 52, 53, 54}));
  }
}

TEST(EamFile, of_one_element_is_the_same_in_both_kinds) {
  const std::string one =
      "a\nb\nc\n1 Al\n5 0.1 6 0.5 3\n13 27 4.05 fcc\n0 1 2 3 4\n5 4 3 2 1 0\n9 8 7 6 5 4\n";
  for (const std::string ending : {"", ".alloy", ".fs"}) {
    const auto t = EamFile(one, ending).read();
    EXPECT_EQ(t.embedding, (std::vector<Table>{{0, 1, 2, 3, 4}}));
    EXPECT_EQ(t.density, (std::vector<std::vector<Table>>{{{5, 4, 3, 2, 1, 0}}}));
    EXPECT_EQ(t.pair, (std::vector<std::vector<Table>>{{{9, 8, 7, 6, 5, 4}}}));
  }
}

TEST(EamFile, may_have_the_line_ends_of_other_systems) {
  std::string other;
  for (const char c : alloy) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(EamFile(other).read().pair, EamFile(alloy).read().pair);
}

TEST(EamFile, that_is_wrong_is_refused_with_line_and_column) {
  struct Case {
    std::string from, to, message;
  };
  const Case cases[] = {
      {"2 Cu Zr", "two Cu Zr",
       ":4:1: the number of elements, first in line 4 of eam/alloy and eam/fs files, is 'two' (a whole "
       "number from 1 to 120 is needed); correct it"},
      {"2 Cu Zr", "0 Cu Zr",
       ":4:1: the number of elements, first in line 4 of eam/alloy and eam/fs files, is '0' (a whole number "
       "from 1 to 120 is needed); correct it"},
      {"2 Cu Zr", "3 Cu Zr",
       ":4:6: the line promises 3 elements and names 2 (eam/alloy and eam/fs files have here the number of "
       "elements and their names); correct it, or give such a file"},
      {"2 Cu Zr", "2 Cu Cu", ":4:6: the element Cu is named twice; correct it"},
      {"6 0.5 5 1.5 6.25", "6 0.5 5 1.5",
       ":5:9: the line 'nrho drho nr dr cutoff' has 4 words instead of 5; correct it"},
      {"6 0.5", "6.5 0.5",
       ":5:1: nrho, the number of densities, is '6.5' (a whole number from 5 to 1000000000 is needed); "
       "correct "
       "it"},
      {"6 0.5", "100000000 0.5",
       ":5:1: nrho, the number of densities, is 100000000 (the whole file has only " +
           std::to_string(alloy.size() + 8) + " bytes: it is cut off, or the number wrong); write it again"},
      {"6 0.5", "6 0", ":5:3: drho, the step of the densities, is 0 (it must be positive); correct it"},
      {"5 1.5", "5 -1.5", ":5:9: dr, the step of the distances, is -1.5 (it must be positive); correct it"},
      {"6.25", "nan", ":5:13: the cut-off is 'nan' (not a finite number); correct it"},
      {"6.25", "6,25", ":5:13: the cut-off is '6,25' (not a number that fits double precision); correct it"},
      {"29 63.5 3.6 fcc", "29",
       ":6:1: the line of the element Cu has 1 words (atomic number, mass, lattice constant and name of the "
       "lattice are needed); correct it, or the counts nrho and nr"},
      {"29 63.5", "29.5 63.5",
       ":6:1: the atomic number of Cu is '29.5' (a whole number from 0 to 1000 is needed); correct it"},
      {"63.5", "-63.5", ":6:4: the mass of Cu is -63.5 (it must be positive); correct it"},
      {"-3 -4", "-3 -x",
       ":8:4: a value of F of Cu is '-x' (not a number that fits double precision); correct it"},
      {"12 13", "inf 13", ":9:7: a value of rho of Cu is 'inf' (not a finite number); correct it"},
      {"12 13", "1e999 13",
       ":9:7: a value of rho of Cu is '1e999' (not a number that fits double precision); correct it"},
      {"10 11 12 13 14", "10 11 12 13 14 15",
       ":9:16: the table of rho of Cu ends before the end of this line (it has 5 values, and every table "
       "begins "
       "with a line); correct nrho or nr, or write the file again"},
      {"10 11 12 13 14", "10 11 12 13",
       ":10:4: the table of rho of Cu ends before the end of this line (it has 5 values, and every table "
       "begins "
       "with a line); correct nrho or nr, or write the file again"},
      {"40 91.2 3.2 hcp\n", "",
       ":10:23: the table of rho of Cu at Zr ends before the end of this line (it has 5 values, and every "
       "table begins with a line); correct nrho or nr, or write the file again"},
      {"53 5.4e1\n", "53\n",
       ":17: the file ends in the table of r phi of Zr and Zr, after 4 of its 5 values (it is cut off, or "
       "nrho or "
       "nr are wrong); write it again"},
      {"5.4e1\n", "5.4e1\n60 61\n",
       ":18:1: there is more after the last table, r phi of Zr and Zr (other kinds of files have more "
       "tables: "
       "eam/adp, eam/he); remove the rest, or give an eam/alloy or eam/fs file"},
  };
  for (const Case& c : cases) EXPECT_EQ(EamFile(with(alloy, c.from, c.to)).refusal(), c.message) << c.to;
}

TEST(EamFile, of_the_other_kind_than_its_name_says_is_refused) {
  EXPECT_EQ(
      EamFile(alloy, ".eam.fs").refusal(),
      ":10:1: here is the line of another element after one table of rho of Cu (so do eam/alloy files, but "
      "the name of this one ends in .fs: eam/fs files have one for each pair of elements); rename it, or "
      "correct nr");
  EXPECT_EQ(
      EamFile(by_pairs, ".eam.alloy").refusal(),
      ":10:1: here is a second table of rho of Cu (so do eam/fs files, but the name of this one ends in "
      ".alloy: eam/alloy files have one for each element); rename it, or correct nr");
}

TEST(EamFile, that_is_cut_off_anywhere_is_refused) {
  for (std::size_t length = 1; length + 1 < alloy.size(); ++length) {
    const std::string cut = alloy.substr(0, length);
    if (cut.ends_with("53 5") || cut.ends_with("53 5.") || cut.ends_with("5.4")) continue;  // still numbers
    EXPECT_NE(EamFile(cut).refusal(), "not refused") << length;
  }
}

TEST(EamFile, of_a_single_element_in_the_oldest_format_is_refused) {
  EXPECT_EQ(
      EamFile("Cu\n29 63.5 3.6 fcc\n5 0.5 5 1.5 6\n0 1 2 3 4\n5 6 7 8 9\n").refusal(),
      ":4:1: the number of elements, first in line 4 of eam/alloy and eam/fs files, is '0' (a whole number "
      "from 1 to 120 is needed); correct it");
}

}  // namespace
}  // namespace vitrum::imports
