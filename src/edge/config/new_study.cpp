// 'vitrum new': a commented study with every key.
#include <sstream>

#include "edge/config/schema.h"
#include "edge/config/write_settings.h"

namespace vitrum::config {

namespace {

constexpr std::size_t width = 100;

// The defaults, with the legs and snapshots that only an example can give.
study::Settings starting_point() {
  study::Settings settings;
  settings.glass.program.legs = {{rig::LegKind::shear, 1.0, 1}};
  settings.glass.program.snapshots = {0.1, 0.5};
  settings.lattice.program.legs = {{rig::LegKind::shear, 2.0, 1}};
  settings.lattice.program.snapshots = {0.1, 0.5, 2.0};
  return settings;
}

// Comment lines, broken between words.
std::string comment(const std::string& text) {
  std::istringstream words(text);
  std::string out, line = "#";
  for (std::string word; words >> word;) {
    if (line.size() + 1 + word.size() > width) out += line + "\n", line = "#";
    line += " " + word;
  }
  return out + line + "\n";
}

std::string limits(const Key& key) {
  const std::string range = allowed(key.member);
  const std::string joint = range.empty() || key.unit.empty() ? "" : "; ";
  const std::string unit = key.unit.empty() ? "" : "in " + key.unit;
  return range.empty() && unit.empty() ? "" : " (" + range + joint + unit + ")";
}

std::string entries(const std::vector<Key>& keys) {
  std::string out;
  for (const Key& key : keys)
    out += comment(key.help + limits(key) + ".") + (key.idle.empty() ? "" : "# ") + key.name + " = " +
           toml_value(key.member) + "\n";
  return out;
}

std::string item_entries(const Table& table) {
  const Items& items = *table.items;
  std::string out;
  for (std::size_t i = 0; i < items.count(); ++i) {
    std::vector<Key> keys = items.describe(i, table.path).keys;
    std::erase_if(keys, [](const Key& key) { return !key.idle.empty(); });
    out += "\n" + comment(table.help + ".") + "[[" + table.path + "]]\n" + entries(keys);
  }
  if (items.count() > 0) return out;
  // None is needed: the table as a comment.
  out = "\n" + comment(table.help + ".") + "# [[" + table.path + "]]\n";
  for (const Key& key : items.blank(table.path).keys)
    out += "# " + key.name + " = ...   # " + key.help + limits(key) + "\n";
  return out;
}

}  // namespace

std::string new_study() {
  study::Settings settings = starting_point();
  std::string out =
      "# A study for vitrum. Every key is here with its default; what is left out keeps that default.\n"
      "# Check it with 'vitrum check', run it with 'vitrum run'.\n";
  for (const Table& table : describe(settings))
    out += table.items ? item_entries(table)
                       : "\n" + comment(table.help + ".") + "[" + table.path + "]\n" + entries(table.keys);
  return out;
}

}  // namespace vitrum::config
