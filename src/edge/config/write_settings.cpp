#include "edge/config/write_settings.h"

#include <algorithm>

#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

// Keys that have an effect beside the other settings.
std::vector<Key> in_use(std::vector<Key> keys) {
  std::erase_if(keys, [](const Key& key) { return !key.idle.empty(); });
  return keys;
}

std::string lines(const std::vector<Key>& keys) {
  std::string out;
  for (const Key& key : keys) out += key.name + " = " + toml_value(key.member) + "\n";
  return out;
}

std::string plain_value(const Member& member) {
  if (const auto* text = std::get_if<Text>(&member)) return *text->member;
  if (const auto* choice = std::get_if<Choice>(&member)) return choice->value();
  return toml_value(member);
}

constexpr const char* probes_table = "glass.probes.";

// Settings of local tests of glasses on which the tests depend, but not the glasses: of these only the states
// to be tested are kept.
bool is_of_probes_alone(const std::string& key) {
  return key.starts_with(probes_table) && key != std::string(probes_table) + "strains" &&
         key != std::string(probes_table) + "leg_ends";
}

// The settings that the records of one model depend on. Glasses that are read depend on no seed, and on what
// is in the files, which whoever reads them adds; not on where these lie.
std::string model_origin(const study::Settings& settings, const std::string& model) {
  const bool seeded = model != "glass" || settings.glass.from.empty();
  std::string out;
  for (const auto& [key, value] : settings_list(settings)) {
    const bool of_the_model = key.starts_with(model + ".") && key != model + ".samples" &&
                              key != model + ".from" && !is_of_probes_alone(key);
    if (of_the_model || (seeded && key == "study.seed")) out += key + " = " + value + "\n";
  }
  return out;
}

}  // namespace

std::string settings_toml(const study::Settings& settings) {
  study::Settings copy = settings;
  std::string out;
  const auto table_text = [&out](const std::string& head, const std::vector<Key>& keys) {
    if (!keys.empty()) out += (out.empty() ? "" : "\n") + head + "\n" + lines(keys);
  };
  for (const Table& table : describe(copy)) {
    if (!table.items) table_text("[" + table.path + "]", in_use(table.keys));
    for (std::size_t i = 0; table.items && i < table.items->count(); ++i)
      table_text("[[" + table.path + "]]", in_use(table.items->describe(i, table.path).keys));
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> settings_list(const study::Settings& settings) {
  study::Settings copy = settings;
  std::vector<std::pair<std::string, std::string>> out;
  const auto add = [&out](const std::string& path, const std::vector<Key>& keys) {
    for (const Key& key : in_use(keys)) out.emplace_back(path + "." + key.name, plain_value(key.member));
  };
  for (const Table& table : describe(copy)) {
    add(table.path, table.keys);
    for (std::size_t i = 0; table.items && i < table.items->count(); ++i) {
      const std::string path = table.path + "[" + std::to_string(i + 1) + "]";
      add(path, table.items->describe(i, path).keys);
    }
  }
  return out;
}

study::Origin origin_of(const study::Settings& settings) {
  study::Origin out{model_origin(settings, "glass"), model_origin(settings, "lattice")};
  out.elements = model_origin(settings, study::elements_model);
  for (const auto& [key, value] : settings_list(settings))
    if (is_of_probes_alone(key)) out.probes += key + " = " + value + "\n";
  return out;
}

}  // namespace vitrum::config
