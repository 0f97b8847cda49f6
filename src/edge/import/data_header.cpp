#include "edge/import/data_header.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace vitrum::imports {

namespace {

constexpr std::int64_t most_types = 1000;

class HeaderReader {
 public:
  explicit HeaderReader(DataLines& lines) : lines_(lines), file_(lines.file()) {}

  DataHeader read() {
    file_.next();  // the title
    while (lines_.next() && lines_.numeric()) read_line();
    require(atoms_.has_value(), "<number> atoms");
    require(types_.has_value(), "<number> atom types");
    require(x_.has_value(), "<low> <high> xlo xhi");
    require(y_.has_value(), "<low> <high> ylo yhi");
    const auto z = z_.value_or(std::pair{-0.5, 0.5});  // LAMMPS' default
    DataHeader header{*atoms_, *types_, {}};
    header.box = {3,
                  {x_->first, y_->first, z.first},
                  x_->second - x_->first,
                  y_->second - y_->first,
                  z.second - z.first,
                  tilt_[0],
                  tilt_[1],
                  tilt_[2]};
    return header;
  }

 private:
  void require(bool present, const char* line) const {
    if (!present) {
      file_.fail_file(std::string("there is no line '") + line +
                      "' in the header (it must stand before the first section); add it");
    }
  }

  /// True when the line is `numbers` numbers followed by these words.
  bool is(std::size_t numbers, const std::vector<std::string_view>& keyword) const {
    const auto& words = lines_.words();
    return words.size() == numbers + keyword.size() &&
           std::equal(keyword.rbegin(), keyword.rend(), words.rbegin());
  }

  void read_line() {
    if (is(1, {"atoms"})) {
      read_atoms();
    } else if (is(1, {"atom", "types"})) {
      types_ = count("the number of atom types");
      if (*types_ < 1 || *types_ > most_types) {
        file_.fail("the number of atom types is " + std::to_string(*types_) + "; it must be 1 to " +
                   std::to_string(most_types));
      }
    } else if (is(2, {"xlo", "xhi"})) {
      x_ = range("x");
    } else if (is(2, {"ylo", "yhi"})) {
      y_ = range("y");
    } else if (is(2, {"zlo", "zhi"})) {
      z_ = range("z");
    } else if (is(3, {"xy", "xz", "yz"})) {
      for (std::size_t k = 0; k < 3; ++k) tilt_[k] = file_.number(lines_.words()[k], "the tilt");
    } else if (!is_about_no_bonds()) {
      file_.fail("the header line " + in_quotes(file_.line()) +
                 " is not known (atoms, atom types, xlo xhi, ylo yhi, zlo zhi and xy xz yz are); remove it, "
                 "or write the file with LAMMPS' command write_data");
    }
  }

  void read_atoms() {
    atoms_ = count("the number of atoms");
    if (*atoms_ == 0)
      file_.fail("the header promises 0 atoms (there is nothing to read); give a file with atoms");
    // An atom's line "1 1 0 0 0" has nine characters and its end.
    if (static_cast<std::uint64_t>(*atoms_) > file_.bytes() / 10 + 1) {
      file_.fail("the header promises " + std::to_string(*atoms_) + " atoms (the whole file has only " +
                 std::to_string(file_.bytes()) +
                 " bytes: it is cut off, or the number wrong); write it again");
    }
  }

  /// "0 bonds", "3 bond types", "2 extra bond per atom": allowed as long as no bond exists.
  bool is_about_no_bonds() const {
    const auto& words = lines_.words();
    if (words.size() == 3 && words[2] == "types") return true;
    if (words.size() == 5 && words[1] == "extra" && words[4] == "atom") return true;
    for (const std::string kind :
         {"bonds", "angles", "dihedrals", "impropers", "ellipsoids", "lines", "triangles", "bodies"}) {
      if (!is(1, {kind})) continue;
      if (count("the number of " + kind) == 0) return true;
      file_.fail("the file has " + kind +
                 " (only free atoms, atom style atomic, are read); convert it to atom style atomic");
    }
    return false;
  }

  std::int64_t count(const std::string& what) const {
    const std::int64_t value = file_.integer(lines_.words()[0], what);
    if (value < 0) file_.fail(what + " is " + std::to_string(value) + " (negative); correct it");
    return value;
  }

  std::pair<double, double> range(const std::string& axis) const {
    const std::string what = "the box in " + axis;
    const auto& words = lines_.words();
    const double low = file_.number(words[0], what), high = file_.number(words[1], what);
    if (!(low < high) || !std::isfinite(high - low)) {
      file_.fail(what + " goes from " + std::string(words[0]) + " to " + std::string(words[1]) +
                 " (no positive, finite extent); correct the two numbers");
    }
    return {low, high};
  }

  DataLines& lines_;
  TextFile& file_;
  std::optional<std::int64_t> atoms_, types_;
  std::optional<std::pair<double, double>> x_, y_, z_;
  Vector tilt_{};
};

}  // namespace

DataHeader read_data_header(DataLines& lines) { return HeaderReader(lines).read(); }

}  // namespace vitrum::imports
