#include "edge/import/lammps_dump.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace vitrum::imports {

namespace {

constexpr std::string_view item = "ITEM: ";
constexpr std::int64_t most_dump_types = 100;

/// Where in a line of atoms a name stands.
using Places = std::map<std::string, std::size_t, std::less<>>;

struct Frame {
  std::size_t line = 0;  ///< of its "ITEM: ATOMS"
  std::size_t atoms = 0;
  bool bounds = false;
  std::array<bool, 3> periodic{};
  atomistic::Box box;
  Places places;
  std::vector<std::int64_t> ids;
  std::vector<std::string> species;
  std::vector<Vector> positions;
};

/// Names of the three coordinates of one way to write positions.
struct Style {
  std::array<const char*, 3> names;
  bool scaled;
};
constexpr Style styles[] = {{{"x", "y", "z"}, false},
                            {{"xu", "yu", "zu"}, false},
                            {{"xs", "ys", "zs"}, true},
                            {{"xsu", "ysu", "zsu"}, true}};

class DumpReader {
 public:
  explicit DumpReader(TextFile& file) : file_(file) {}

  Frame last_frame() {
    while (file_.next()) {
      if (words_of(file_.line()).empty()) continue;
      if (!file_.line().starts_with(item))
        file_.fail("a line 'ITEM: ...' is wanted, got " + in_quotes(file_.line()) +
                   " (more atoms than the frame announces, or a damaged file); write it again");
      read_item(std::string(file_.line().substr(item.size())));
    }
    if (!last_) file_.fail_file("there is no frame with 'ITEM: ATOMS' (the file is cut off); write it again");
    return std::move(*last_);
  }

 private:
  void read_item(const std::string& name) {
    if (name == "TIMESTEP") {
      frame_ = {};
      file_.integer(only_word(name), "the time step");
    } else if (name == "NUMBER OF ATOMS") {
      const std::int64_t count = file_.integer(only_word(name), "the number of atoms");
      if (count < 1) file_.fail("the number of atoms is " + std::to_string(count) + "; it must be positive");
      frame_.atoms = static_cast<std::size_t>(count);
    } else if (name.starts_with("BOX BOUNDS")) {
      read_box(words_of(name));
    } else if (name.starts_with("ATOMS")) {
      read_atoms(words_of(name));
    } else if (name == "UNITS" || name == "TIME") {
      only_word(name);
    } else {
      file_.fail("ITEM: " + in_quotes(name) + " is not known (dumps of style atom or custom are read)");
    }
  }

  std::string_view only_word(const std::string& what) {
    const std::vector<std::string_view> words = next_words("ITEM: " + what);
    if (words.size() != 1)
      file_.fail("one word is wanted after ITEM: " + what + ", got " + in_quotes(file_.line()));
    return words[0];
  }

  std::vector<std::string_view> next_words(const std::string& after) {
    if (!file_.next()) file_.fail("the file ends after " + after + " (it is cut off); write it again");
    return words_of(file_.line());
  }

  void read_box(const std::vector<std::string_view>& words) {
    if (words.size() > 2 && words[2] == "abc")
      file_.fail(
          "boxes of general shape (abc origin) are not read; write the dump with a restricted triclinic box");
    const bool tilted = words.size() > 4 && words[2] == "xy";
    const std::size_t first = tilted ? 5 : 2;
    for (std::size_t k = 0; k < 3; ++k)
      frame_.periodic[k] = words.size() < first + 3 || words[first + k] == "pp";
    std::array<double, 3> low{}, high{}, tilt{};
    for (std::size_t k = 0; k < 3; ++k) {
      const auto numbers = next_words("ITEM: BOX BOUNDS");
      if (numbers.size() != (tilted ? 3U : 2U))
        file_.fail("a line of the box has " + std::to_string(numbers.size()) + " numbers (" +
                   (tilted ? "three: low, high, tilt" : "two: low, high") + " are wanted)");
      low[k] = file_.number(numbers[0], "the lower bound");
      high[k] = file_.number(numbers[1], "the upper bound");
      if (tilted) tilt[k] = file_.number(numbers[2], "the tilt");
    }
    // The bounds are those of the box's corners (LAMMPS manual, Howto_triclinic).
    const auto [xy, xz, yz] = tilt;
    low[0] -= std::min({0.0, xy, xz, xy + xz});
    high[0] -= std::max({0.0, xy, xz, xy + xz});
    low[1] -= std::min(0.0, yz);
    high[1] -= std::max(0.0, yz);
    for (std::size_t k = 0; k < 3; ++k)
      if (!(high[k] > low[k])) file_.fail("the box has no extent along " + std::string(1, "xyz"[k]));
    frame_.box = {3, low, high[0] - low[0], high[1] - low[1], high[2] - low[2], xy, xz, yz};
    frame_.bounds = true;
  }

  void read_atoms(const std::vector<std::string_view>& words) {
    if (frame_.atoms == 0 || !frame_.bounds)
      file_.fail(
          "ITEM: ATOMS comes before the number of atoms and the box of its frame; write the dump again");
    frame_.line = file_.line_number();
    for (std::size_t i = 1; i < words.size(); ++i) frame_.places.emplace(words[i], i - 1);
    const std::size_t columns = words.size() - 1;
    const Style& style = style_of_frame();
    const bool types = frame_.places.contains("type");
    if (!types && !frame_.places.contains("element"))
      file_.fail("ITEM: ATOMS has neither the column type nor element; add type to the dump command");
    const std::size_t species = frame_.places.find(types ? "type" : "element")->second;
    const auto id = frame_.places.find("id");
    for (std::size_t i = 0; i < frame_.atoms; ++i) {
      const auto atom = next_words(std::to_string(i) + " of " + std::to_string(frame_.atoms) + " atoms");
      if (atom.size() != columns)
        file_.fail("an atom has " + std::to_string(atom.size()) + " columns (ITEM: ATOMS announces " +
                   std::to_string(columns) + "); write the dump again");
      frame_.species.push_back(types ? std::to_string(type_of(atom[species])) : std::string(atom[species]));
      frame_.ids.push_back(id == frame_.places.end() ? static_cast<std::int64_t>(i)
                                                     : file_.integer(atom[id->second], "the atom's id"));
      Vector at{};
      for (std::size_t k = 0; k < 3; ++k)
        at[k] = file_.number(atom[frame_.places.find(style.names[k])->second],
                             std::string("the coordinate ") + "xyz"[k]);
      frame_.positions.push_back(style.scaled ? unscaled(at) : at);
    }
    require_distinct_ids();
    last_ = std::move(frame_);
    frame_ = {};
  }

  std::int64_t type_of(std::string_view word) const {
    const std::int64_t type = file_.integer(word, "the type");
    if (type < 1 || type > most_dump_types)
      file_.fail("the type is " + std::to_string(type) + " (types are counted from 1, up to " +
                 std::to_string(most_dump_types) + " here)");
    return type;
  }

  const Style& style_of_frame() const {
    for (const Style& style : styles)
      if (std::all_of(style.names.begin(), style.names.end(),
                      [&](const char* name) { return frame_.places.contains(name); }))
        return style;
    file_.fail(
        "ITEM: ATOMS has no columns x y z (nor xu, xs or xsu and their like); add them to the dump command");
  }

  Vector unscaled(const Vector& s) const {
    const atomistic::Box& b = frame_.box;
    return {b.origin[0] + s[0] * b.lx + s[1] * b.xy + s[2] * b.xz, b.origin[1] + s[1] * b.ly + s[2] * b.yz,
            b.origin[2] + s[2] * b.lz};
  }

  void require_distinct_ids() const {
    std::set<std::int64_t> seen;
    for (const std::int64_t id : frame_.ids)
      if (!seen.insert(id).second)
        file_.fail_at(frame_.line,
                      "the id " + std::to_string(id) + " stands in this frame twice; write the dump again");
  }

  TextFile& file_;
  Frame frame_;
  std::optional<Frame> last_;
};

/// Names by number: types 1, 2, ... as far as the largest one, elements by letter.
std::vector<std::string> names_of(const Frame& frame) {
  std::vector<std::string> names;
  if (frame.places.contains("type")) {
    long most = 0;
    for (const std::string& type : frame.species) most = std::max(most, std::stol(type));
    for (long type = 1; type <= most; ++type) names.push_back(std::to_string(type));
    return names;
  }
  const std::set<std::string> elements(frame.species.begin(), frame.species.end());
  return {elements.begin(), elements.end()};
}

}  // namespace

Imported read_lammps_dump(TextFile& file) {
  const Frame frame = DumpReader(file).last_frame();
  const std::vector<std::string> names = names_of(frame);
  std::vector<std::size_t> order(frame.atoms);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return frame.ids[a] < frame.ids[b]; });
  AtomTable table;
  table.box = frame.box;
  for (const std::size_t i : order) {
    const auto name = std::find(names.begin(), names.end(), frame.species[i]);
    table.species.push_back(static_cast<int>(name - names.begin()));
    table.positions.push_back(frame.positions[i]);
  }
  if (!frame.periodic[0] || !frame.periodic[1] || !(frame.periodic[2] || lies_in_a_plane(table)))
    file.fail_at(frame.line,
                 "a direction of the frame's box is not periodic (free surfaces are not supported)");
  return {configuration_from(table), names};
}

}  // namespace vitrum::imports
