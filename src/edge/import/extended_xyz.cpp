#include "edge/import/extended_xyz.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <tuple>

#include "edge/import/lattice.h"
#include "edge/import/xyz_header.h"

namespace vitrum::imports {

namespace {

/// From the line at which the file stands, the first one of a frame.
std::size_t read_count(const TextFile& file) {
  const auto words = words_of(file.line());
  if (words.size() != 1) file.fail("the first line must be the number of atoms alone; correct it");
  const std::int64_t atoms = file.integer(words[0], "the number of atoms");
  if (atoms < 1) file.fail("the number of atoms is " + std::to_string(atoms) + "; it must be at least 1");
  // An atom's line "A 0 0 0" has seven characters and its end.
  if (static_cast<std::uint64_t>(atoms) > file.bytes() / 8 + 1) {
    file.fail("the first line promises " + std::to_string(atoms) + " atoms (the whole file has only " +
              std::to_string(file.bytes()) + " bytes: it is cut off, or the number wrong); write it again");
  }
  return static_cast<std::size_t>(atoms);
}

std::vector<double> numbers(const TextFile& file, const std::string& key, const std::string& value,
                            std::size_t count) {
  std::string plain = value;
  std::replace(plain.begin(), plain.end(), ',', ' ');
  const auto words = words_of(plain);
  if (words.size() != count) {
    file.fail(key + " has " + std::to_string(words.size()) + " numbers and must have " +
              std::to_string(count) + "; correct it");
  }
  std::vector<double> result;
  result.reserve(count);
  for (const auto word : words) result.push_back(file.number(word, "a number of " + key));
  return result;
}

Lattice read_lattice(const TextFile& file, const Keys& keys) {
  const auto found = keys.find("lattice");
  if (found == keys.end()) {
    file.fail(
        "there is no Lattice=\"...\" (without the box there are no periodic images); add its nine "
        "numbers, or write extended instead of plain XYZ");
  }
  const auto v = numbers(file, "Lattice", found->second, 9);
  const Lattice lattice{{{v[0], v[1], v[2]}, {v[3], v[4], v[5]}, {v[6], v[7], v[8]}}};
  const double volume = triple_product(lattice);
  if (!(volume > 0)) {
    file.fail(volume < 0
                  ? "the vectors of Lattice are left-handed (their volume is negative); exchange two of "
                    "them, or turn one round"
                  : "the vectors of Lattice span no volume; for atoms in a plane give the third as "
                    "0 0 1");
  }
  return lattice;
}

Vector read_origin(const TextFile& file, const Keys& keys) {
  const auto found = keys.find("origin");
  if (found == keys.end()) return {0, 0, 0};
  const auto v = numbers(file, "Origin", found->second, 3);
  return {v[0], v[1], v[2]};
}

/// Along which lattice vectors the file says that it is periodic; a file that does not say is.
std::array<bool, 3> read_periodic(const TextFile& file, const Keys& keys) {
  std::array<bool, 3> periodic{true, true, true};
  const auto found = keys.find("pbc");
  if (found == keys.end()) return periodic;
  const auto words = words_of(found->second);
  if (words.size() != 3) file.fail("pbc is " + in_quotes(found->second) + "; it must be three of T or F");
  for (std::size_t k = 0; k < 3; ++k) {
    periodic[k] = words[k] == "T" || words[k] == "True" || words[k] == "true" || words[k] == "1";
    if (!periodic[k] && words[k] != "F" && words[k] != "False" && words[k] != "false" && words[k] != "0") {
      file.fail("pbc is " + in_quotes(found->second) + "; it must be three of T or F");
    }
  }
  return periodic;
}

/// Names in the order in which species are numbered: whole numbers by size, then words by letter.
void sort_names(std::vector<std::string>& names) {
  const auto key = [](const std::string& name) {
    std::int64_t value = 0;
    const auto end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data(), end, value);
    const bool number = error == std::errc() && stop == end;
    return std::tuple(!number, value * number, name);
  };
  std::sort(names.begin(), names.end(),
            [&](const std::string& a, const std::string& b) { return key(a) < key(b); });
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

struct XyzFrame {
  AtomTable table;                   ///< without species
  std::vector<std::string> species;  ///< as they are named, atom by atom
  std::array<bool, 3> periodic{};
};

XyzFrame read_frame(TextFile& file) {
  const std::size_t atoms = read_count(file);
  if (!file.next()) file.fail("the file ends after the number of atoms (it is cut off); write it again");
  const Keys keys = read_keys(file);
  const ToBox to_box(read_lattice(file, keys), read_origin(file, keys));
  XyzFrame frame;
  frame.periodic = read_periodic(file, keys);
  const auto properties = keys.find("properties");
  const Columns columns = properties == keys.end() ? Columns{} : read_columns(file, properties->second);

  frame.table.box = to_box.box();
  for (std::size_t i = 0; i < atoms; ++i) {
    if (!file.next()) {
      file.fail("the file ends after " + std::to_string(i) + " of " + std::to_string(atoms) +
                " atoms (it is cut off or the number of atoms wrong); write it again");
    }
    const auto words = words_of(file.line());
    if (words.size() < columns.total || (columns.exact && words.size() > columns.total)) {
      file.fail("an atom has " + std::to_string(words.size()) + " columns (Properties promises " +
                std::to_string(columns.total) + "); correct the line or Properties");
    }
    frame.species.emplace_back(words[columns.species]);
    Vector position{};
    for (std::size_t k = 0; k < 3; ++k) {
      position[k] = file.number(words[columns.position + k], std::string("the coordinate ") + "xyz"[k]);
    }
    frame.table.positions.push_back(to_box(position));
  }
  return frame;
}

/// Goes on to the first line of the next frame. @returns whether there is one.
bool find_frame(TextFile& file) {
  while (file.next())
    if (!words_of(file.line()).empty()) return true;
  return false;
}

XyzFrame read_last_frame(TextFile& file) {
  file.next();
  XyzFrame frame = read_frame(file);
  while (find_frame(file)) {
    if (words_of(file.line()).size() != 1)
      file.fail("a line follows after the " + std::to_string(frame.species.size()) +
                " atoms (it is no other frame, which begins with its number of atoms; or that of this frame "
                "is wrong); correct it");
    frame = read_frame(file);
  }
  return frame;
}

}  // namespace

Imported read_extended_xyz(TextFile& file) {
  XyzFrame frame = read_last_frame(file);
  if (!frame.periodic[0] || !frame.periodic[1] || !(frame.periodic[2] || lies_in_a_plane(frame.table))) {
    file.fail_file(
        "pbc says that a direction is not periodic (free surfaces are not supported); give a "
        "periodic configuration");
  }
  std::vector<std::string> names = frame.species;
  sort_names(names);
  std::map<std::string, int> number;
  for (const std::string& name : names) number.emplace(name, static_cast<int>(number.size()));
  for (const std::string& name : frame.species) frame.table.species.push_back(number.at(name));
  return {configuration_from(frame.table), names};
}

}  // namespace vitrum::imports
