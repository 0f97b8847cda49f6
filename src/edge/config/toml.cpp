#include "edge/config/toml.h"

// toml++ 3.3 asserts that a table's bracket is followed by a name, which "[=" is not: that would end a debug
// build, and a release build would be compiled as if it could not happen. Without its assertions the parser
// goes on to a message of its own.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>

#include <string_view>

namespace vitrum::config {

namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), ""};
}

Node node_of(const toml::node& source) {
  Node node;
  node.place = place_of(source.source());
  if (const auto* table = source.as_table()) {
    node.kind = Kind::table;
    for (const auto& [key, value] : *table) {
      Node child = node_of(value);
      child.key = std::string(key.str());
      child.key_place = place_of(key.source());
      node.children.push_back(std::move(child));
    }
  } else if (const auto* list = source.as_array()) {
    node.kind = Kind::list;
    for (const toml::node& item : *list) node.children.push_back(node_of(item));
  } else if (const auto* boolean = source.as_boolean()) {
    node.kind = Kind::boolean;
    node.boolean = boolean->get();
  } else if (const auto* whole = source.as_integer()) {
    node.kind = Kind::whole;
    node.whole = whole->get();
  } else if (const auto* real = source.as_floating_point()) {
    node.kind = Kind::real;
    node.real = real->get();
  } else if (const auto* text = source.as_string()) {
    node.kind = Kind::text;
    node.text = text->get();
  } else {
    node.kind = Kind::date;
  }
  return node;
}

}  // namespace

TomlResult parse_toml(const std::string& text) {
  try {
    return {node_of(toml::parse(std::string_view(text))), {}};
  } catch (const toml::parse_error& error) {
    return {std::nullopt, {place_of(error.source()), std::string(error.description())}};
  }
}

}  // namespace vitrum::config
