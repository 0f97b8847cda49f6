#include "edge/import/lammps_data.h"

#include <algorithm>
#include <string>
#include <utility>

#include "edge/import/data_header.h"
#include "edge/import/data_lines.h"

namespace vitrum::imports {

namespace {

class DataReader {
 public:
  explicit DataReader(TextFile& file) : file_(file), lines_(file) {}

  Imported read() {
    header_ = read_data_header(lines_);
    section_ = lines_.joined();
    while (!section_.empty()) read_section();
    if (!atoms_seen_) {
      file_.fail_file("there is no section 'Atoms' (the file may be cut off); write it again");
    }
    return finished();
  }

 private:
  struct Atom {
    std::int64_t id = 0;
    std::int64_t type = 0;
    std::size_t line = 0;
    Vector position{};
  };

  void read_section() {
    if (section_ == "Atoms") {
      read_atoms();
    } else if (section_ == "Masses") {
      body(header_.types, [this] {
        if (lines_.words().size() != 2) {
          file_.fail("a line of Masses has the columns type, mass; got " + columns());
        }
        file_.integer(lines_.words()[0], "the type");
        file_.number(lines_.words()[1], "the mass");
      });
    } else if (section_ == "Velocities") {
      body(header_.atoms, [this] {
        if (lines_.words().size() != 4) {
          file_.fail("a line of Velocities has the columns id, vx, vy, vz; got " + columns());
        }
        file_.integer(lines_.words()[0], "the atom's id");
        for (std::size_t k = 1; k < 4; ++k) file_.number(lines_.words()[k], "the velocity");
      });
    } else if (section_ == "Pair Coeffs") {
      body(header_.types, [] {});
    } else if (section_ == "PairIJ Coeffs") {
      body(header_.types * (header_.types + 1) / 2, [] {});
    } else {
      file_.fail(
          "the section " + in_quotes(section_) +
          " is not known (Atoms, Masses, Velocities and Pair Coeffs are; if this is a line of numbers, "
          "the section above has more lines than the header promises); remove it or correct the "
          "header");
    }
    lines_.next();
    section_ = lines_.joined();
  }

  std::string columns() const { return std::to_string(lines_.words().size()) + " columns"; }

  template <class ReadLine>
  void body(std::int64_t lines, const ReadLine& read_line) {
    for (std::int64_t k = 0; k < lines; ++k) {
      if (!lines_.next() || !lines_.numeric()) {
        const std::string end = lines_.words().empty() ? "the end of the file" : in_quotes(file_.line());
        file_.fail("the section '" + section_ + "' holds " + std::to_string(k) + " of its " +
                   std::to_string(lines) + " lines before " + end +
                   " (the file is cut off, or its header wrong); write it again");
      }
      read_line();
    }
  }

  void read_atoms() {
    if (atoms_seen_) file_.fail("there is a second section 'Atoms'; keep one");
    atoms_seen_ = true;
    if (!lines_.hint().empty() && lines_.hint()[0] != "atomic") {
      file_.fail("the atoms are of style " + in_quotes(lines_.hint()[0]) +
                 " (only atomic is read: id, type, x, y, z); convert the file to atom style atomic");
    }
    table_.reserve(static_cast<std::size_t>(header_.atoms));
    body(header_.atoms, [this] { table_.push_back(read_atom()); });
  }

  Atom read_atom() {
    if (lines_.words().size() != 5 && lines_.words().size() != 8) {
      file_.fail("an atom has " + columns() +
                 " (atom style atomic has id, type, x, y, z and perhaps three image flags); convert the file "
                 "to atom style atomic");
    }
    Atom atom{file_.integer(lines_.words()[0], "the atom's id"),
              file_.integer(lines_.words()[1], "the atom's type"),
              file_.line_number(),
              {}};
    if (atom.id < 1) file_.fail("the atom's id is " + std::to_string(atom.id) + "; ids begin at 1");
    if (atom.type < 1 || atom.type > header_.types) {
      file_.fail("the atom's type is " + std::to_string(atom.type) + " (the header promises types 1 to " +
                 std::to_string(header_.types) + "); correct the type or the header");
    }
    for (std::size_t k = 0; k < 3; ++k) {
      atom.position[k] = file_.number(lines_.words()[2 + k], std::string("the coordinate ") + "xyz"[k]);
    }
    for (std::size_t k = 5; k < lines_.words().size(); ++k)
      file_.integer(lines_.words()[k], "the image flag");
    return atom;
  }

  Imported finished() {
    std::sort(table_.begin(), table_.end(),
              [](const Atom& a, const Atom& b) { return std::pair(a.id, a.line) < std::pair(b.id, b.line); });
    for (std::size_t i = 1; i < table_.size(); ++i) {
      if (table_[i].id == table_[i - 1].id) {
        file_.fail_at(table_[i].line, "the atom id " + std::to_string(table_[i].id) +
                                          " appears a second time (first in line " +
                                          std::to_string(table_[i - 1].line) + "); ids must differ");
      }
    }
    AtomTable atoms;
    atoms.box = header_.box;
    for (const Atom& atom : table_) {
      atoms.species.push_back(static_cast<int>(atom.type - 1));
      atoms.positions.push_back(atom.position);
    }
    Imported result{configuration_from(atoms), {}};
    for (std::int64_t t = 1; t <= header_.types; ++t) result.species_names.push_back(std::to_string(t));
    return result;
  }

  TextFile& file_;
  DataLines lines_;
  DataHeader header_;
  std::string section_;  // the present section; empty at the end of the file
  bool atoms_seen_ = false;
  std::vector<Atom> table_;
};

}  // namespace

Imported read_lammps_data(TextFile& file) { return DataReader(file).read(); }

}  // namespace vitrum::imports
