#include "edge/config/write_settings.h"

#include <algorithm>

#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

// Keys of a leg that its kind has.
std::vector<Key> leg_keys(rig::Leg& leg, const std::string& path) {
  std::vector<Key> keys = describe(leg, path).keys;
  std::erase_if(keys, [&leg](const Key& key) { return !leg_takes(leg.kind, key.name); });
  return keys;
}

std::string lines(const std::vector<Key>& keys) {
  std::string out;
  for (const Key& key : keys) out += key.name + " = " + toml_value(key.member) + "\n";
  return out;
}

std::string plain_value(const Member& member) {
  if (const auto* text = std::get_if<Text>(&member)) return *text->member;
  if (const auto* choice = std::get_if<Choice>(&member)) return choice->names[choice->get()];
  return toml_value(member);
}

// The settings that the records of one model depend on.
std::string model_origin(const study::Settings& settings, const std::string& model) {
  std::string out;
  for (const auto& [key, value] : settings_list(settings)) {
    const bool of_the_model = key.starts_with(model + ".") && key != model + ".samples";
    if (of_the_model || key == "study.seed") out += key + " = " + value + "\n";
  }
  return out;
}

}  // namespace

std::string settings_toml(const study::Settings& settings) {
  study::Settings copy = settings;
  std::string out;
  for (const Table& table : describe(copy)) {
    if (!table.legs) {
      out += (out.empty() ? "[" : "\n[") + table.path + "]\n" + lines(table.keys);
      continue;
    }
    for (rig::Leg& leg : *table.legs) out += "\n[[" + table.path + "]]\n" + lines(leg_keys(leg, table.path));
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> settings_list(const study::Settings& settings) {
  study::Settings copy = settings;
  std::vector<std::pair<std::string, std::string>> out;
  const auto add = [&out](const std::string& path, const std::vector<Key>& keys) {
    for (const Key& key : keys) out.emplace_back(path + "." + key.name, plain_value(key.member));
  };
  for (const Table& table : describe(copy)) {
    add(table.path, table.keys);
    if (!table.legs) continue;
    for (std::size_t i = 0; i < table.legs->size(); ++i) {
      const std::string path = table.path + "[" + std::to_string(i + 1) + "]";
      add(path, leg_keys((*table.legs)[i], path));
    }
  }
  return out;
}

study::Origin origin_of(const study::Settings& settings) {
  return {model_origin(settings, "glass"), model_origin(settings, "lattice")};
}

}  // namespace vitrum::config
