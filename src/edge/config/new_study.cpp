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
    out += comment(key.help + limits(key) + ".") + key.name + " = " + toml_value(key.member) + "\n";
  return out;
}

std::string leg_entries(const Table& table) {
  std::string out;
  for (rig::Leg& leg : *table.legs) {
    std::vector<Key> keys = describe(leg, table.path).keys;
    std::erase_if(keys, [&leg](const Key& key) { return !leg_takes(leg.kind, key.name); });
    out += "\n" + comment(table.help + ".") + "[[" + table.path + "]]\n" + entries(keys);
  }
  return out;
}

}  // namespace

std::string new_study() {
  study::Settings settings = starting_point();
  std::string out =
      "# A study for vitrum. Every key is here with its default; what is left out keeps that default.\n"
      "# Check it with 'vitrum check', run it with 'vitrum run'.\n";
  for (const Table& table : describe(settings))
    out += table.legs ? leg_entries(table)
                      : "\n" + comment(table.help + ".") + "[" + table.path + "]\n" + entries(table.keys);
  return out;
}

}  // namespace vitrum::config
