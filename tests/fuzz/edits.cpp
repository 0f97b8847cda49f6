#include "fuzz/edits.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <vector>

#include "fuzz/target.h"

namespace vitrum::fuzz {
namespace {

constexpr std::size_t edit_size = 8;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double strange_reals[] = {0,      -0.0, 1,   -1,   2,   0.5, 1e-300,   1e300,
                                    -1e300, 1e19, 1e9, -1e9, 360, NAN, infinity, -infinity};
constexpr std::int64_t strange_wholes[] = {0,
                                           1,
                                           -1,
                                           2,
                                           3,
                                           7,
                                           1000,
                                           1'000'000'000,
                                           INT32_MAX,
                                           INT32_MIN,
                                           std::int64_t{1} << 32,
                                           INT64_MAX,
                                           INT64_MIN,
                                           INT64_MAX - 1,
                                           255,
                                           -2};

/// Something with a name in a group.
struct Entry {
  Group* group;
  std::string name;
};

void list(Group& group, std::vector<Entry>& entries) {
  for (auto& [name, array] : group.arrays) entries.push_back({&group, name});
  for (auto& [name, text] : group.texts) entries.push_back({&group, name});
  for (auto& [name, child] : group.groups) {
    entries.push_back({&group, name});
    list(child, entries);
  }
}

std::size_t length_of(const Array& array) {
  return std::visit([](const auto& values) { return values.size(); }, array.values);
}

void resize(Array& array, std::size_t length) {
  std::visit([length](auto& values) { values.resize(length, values.empty() ? 0 : values.back()); },
             array.values);
  array.shape = {length};
}

void change_kind(Array& array) {
  if (const auto* reals = std::get_if<std::vector<double>>(&array.values)) {
    std::vector<std::int64_t> wholes;
    for (const double value : *reals) wholes.push_back(std::abs(value) < 1e18 ? std::llround(value) : 0);
    array.values = std::move(wholes);
  } else {
    const auto& wholes = std::get<std::vector<std::int64_t>>(array.values);
    array.values = std::vector<double>(wholes.begin(), wholes.end());
  }
}

/// How much an edit says beside what it does and to what.
struct Detail {
  std::uint8_t which, place;
  std::uint16_t amount;
};

void set_values(Array& array, const Detail& how, bool all) {
  const std::size_t length = length_of(array);
  for (std::size_t i = 0; i < length; ++i) {
    if (!all && i != how.place % length) continue;
    if (auto* reals = std::get_if<std::vector<double>>(&array.values))
      (*reals)[i] = how.which < 16 ? strange_reals[how.which] : std::int16_t(how.amount) / double(how.which);
    else
      std::get<std::vector<std::int64_t>>(array.values)[i] =
          how.which < 16 ? strange_wholes[how.which] : std::int16_t(how.amount);
  }
}

void reshape(Array& array, const Detail& how) {
  const std::size_t columns = how.which % 5;
  if (columns == 0) {
    resize(array, 1);
    array.shape.clear();
    return;
  }
  const std::size_t rows = length_of(array) / columns;
  resize(array, rows * columns);
  array.shape = {rows, columns};
}

void remove(const Entry& entry) {
  entry.group->arrays.erase(entry.name);
  entry.group->texts.erase(entry.name);
  entry.group->groups.erase(entry.name);
}

void copy(const Entry& from, const Entry& to) {
  Group held;  // what is copied may hold the place that it goes to
  if (const auto array = from.group->arrays.find(from.name); array != from.group->arrays.end())
    held.arrays[to.name] = array->second;
  if (const auto text = from.group->texts.find(from.name); text != from.group->texts.end())
    held.texts[to.name] = text->second;
  if (const auto child = from.group->groups.find(from.name); child != from.group->groups.end())
    held.groups[to.name] = child->second;
  Group& group = *to.group;
  remove(to);
  group.arrays.merge(held.arrays);
  group.texts.merge(held.texts);
  group.groups.merge(held.groups);
}

void edit_array(Array& array, std::uint8_t deed, const Detail& how) {
  switch (deed % 6) {
    case 0:
      return set_values(array, how, false);
    case 1:
      return set_values(array, how, true);
    case 2:
      return resize(array, how.which < 224 ? how.which % 32 : how.amount % 4096);
    case 3:
      return change_kind(array);
    case 4:
      return reshape(array, how);
    default:
      resize(array, length_of(array) + (how.which % 2 == 0 ? 1 : std::size_t(-1)) * (length_of(array) > 0));
  }
}

void edit_one(Group& tree, const unsigned char* bytes) {
  std::vector<Entry> entries;
  list(tree, entries);
  if (entries.empty()) return;
  const std::uint8_t deed = bytes[0];
  const Entry at = entries[(bytes[1] + 256U * bytes[2]) % entries.size()];
  const Entry other = entries[(bytes[5] + 256U * bytes[6]) % entries.size()];
  const Detail how{bytes[3], bytes[4], static_cast<std::uint16_t>(bytes[5] + 256U * bytes[6])};
  if (deed >= 0xF0) return remove(at);
  if (deed >= 0xE0) return copy(other, at);
  if (deed >= 0xD0) return copy(at, {at.group, other.name});  // under another name too
  if (const auto array = at.group->arrays.find(at.name); array != at.group->arrays.end())
    edit_array(array->second, deed, how);
  else if (const auto text = at.group->texts.find(at.name); text != at.group->texts.end())
    text->second = deed % 2 == 0 ? std::string(how.which, static_cast<char>(how.place == 0 ? 'x' : how.place))
                                 : text->second.substr(0, how.which);
}

}  // namespace

const store::File& base(std::string_view name) {
  static std::map<std::string, store::File, std::less<>> read;
  auto found = read.find(name);
  if (found == read.end())
    found = read.emplace(name, store::read_file(memory_file(base_file(std::string(name)), 9))).first;
  return found->second;
}

void edit(Group& tree, std::string_view edits) {
  constexpr std::size_t most = 16;
  for (std::size_t i = 0; i < most && edits.size() >= edit_size; ++i) {
    edit_one(tree, reinterpret_cast<const unsigned char*>(edits.data()));
    edits.remove_prefix(edit_size);
  }
}

}  // namespace vitrum::fuzz
