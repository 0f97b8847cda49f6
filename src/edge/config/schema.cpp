#include "edge/config/schema.h"

#include <algorithm>

#include "edge/config/text.h"

namespace vitrum::config {

namespace {

std::vector<std::string> quoted_all(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) out.push_back(quoted(name));
  return out;
}

struct ValueText {
  std::string operator()(const Flag& m) const { return *m.member ? "true" : "false"; }
  std::string operator()(const Whole& m) const { return std::to_string(m.get()); }
  std::string operator()(const Real& m) const { return number_text(*m.member); }
  std::string operator()(const Reals& m) const { return list_text(*m.member); }
  std::string operator()(const Wholes& m) const {
    std::string out;
    for (const int value : *m.member) out += (out.empty() ? "" : ", ") + std::to_string(value);
    return "[" + out + "]";
  }
  std::string operator()(const Text& m) const { return quoted(*m.member); }
  std::string operator()(const Texts& m) const { return list_text(*m.member); }
  std::string operator()(const Choice& m) const { return quoted(m.value()); }
};

struct AllowedText {
  std::string operator()(const Flag&) const { return "true or false"; }
  std::string operator()(const Whole& m) const {
    return std::to_string(m.least) + " to " + std::to_string(m.most);
  }
  std::string operator()(const Real& m) const { return words(m.range); }
  std::string operator()(const Reals& m) const { return "each " + words(m.range); }
  std::string operator()(const Wholes& m) const {
    return "each " + std::to_string(m.least) + " to " + std::to_string(m.most);
  }
  std::string operator()(const Text&) const { return ""; }
  std::string operator()(const Texts&) const { return ""; }
  std::string operator()(const Choice& m) const {
    const std::string named = either(quoted_all(m.names));
    return m.others.empty() ? named : named + ", or " + m.others;
  }
};

struct TypeText {
  std::string operator()(const Flag&) const { return "true or false"; }
  std::string operator()(const Whole&) const { return "whole number"; }
  std::string operator()(const Real&) const { return "number"; }
  std::string operator()(const Reals&) const { return "list of numbers"; }
  std::string operator()(const Wholes&) const { return "list of whole numbers"; }
  std::string operator()(const Text&) const { return "text"; }
  std::string operator()(const Texts&) const { return "list of texts"; }
  std::string operator()(const Choice&) const { return "choice"; }
};

}  // namespace

std::string words(const Range& range) {
  return (range.above ? "above " : "") + short_text(range.least) + (range.above ? " and up to " : " to ") +
         short_text(range.most);
}

const Key* Table::find(const std::string& name) const {
  for (const Key& key : keys)
    if (key.name == name) return &key;
  return nullptr;
}

std::vector<std::string> Table::names() const {
  std::vector<std::string> out;
  for (const Key& key : keys) out.push_back(key.name);
  return out;
}

Member choice(std::string& member, const std::vector<std::string>& names) {
  return Choice{names,
                [&member, names] {
                  const auto found = std::find(names.begin(), names.end(), member);
                  return static_cast<std::size_t>(found - names.begin()) % names.size();
                },
                [&member, names](std::size_t index) { member = names[index]; }};
}

std::string toml_value(const Member& member) { return std::visit(ValueText{}, member); }
std::string allowed(const Member& member) { return std::visit(AllowedText{}, member); }
std::string type_name(const Member& member) { return std::visit(TypeText{}, member); }

std::vector<Table> describe(study::Settings& settings) {
  std::vector<Table> out;
  const auto add = [&out](const std::vector<Table>& tables) {
    out.insert(out.end(), tables.begin(), tables.end());
  };
  add(describe(settings.study));
  add(describe(settings.glass));
  add(describe(settings.lattice));
  add(describe(settings.compare));
  add(describe(settings.reference));
  add(describe(settings.calibrate));
  add(describe(settings.harvest));
  add(describe(settings.elements));
  return out;
}

}  // namespace vitrum::config
