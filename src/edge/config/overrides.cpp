#include "edge/config/overrides.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "edge/config/syntax_words.h"
#include "edge/config/toml.h"

namespace vitrum::config {

namespace {

constexpr std::size_t deepest = 16;  // names in front of the =

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> out(1);
  for (const char c : path) {
    if (c == '.')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

// "leg[2]" is item 2 of the list leg; a plain name has item 0.
struct Step {
  std::string name;
  std::size_t item = 0;
};

std::optional<Step> step_of(const std::string& text) {
  const std::size_t open = text.find('[');
  if (open == std::string::npos) return Step{text, 0};
  std::size_t item = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data() + open + 1, end, item);
  if (result.ec != std::errc{} || result.ptr + 1 != end || *result.ptr != ']' || item == 0)
    return std::nullopt;
  return Step{text.substr(0, open), item};
}

void set_place(Node& node, const Place& place) {
  node.place = place;
  for (Node& child : node.children) {
    child.key_place = place;
    set_place(child, place);
  }
}

class Override {
 public:
  Override(const std::string& text, Findings& findings) : text_(text), findings_(findings) {
    place_.given_by = "--set " + text;
  }

  void apply(Node& root) {
    const std::size_t equals = text_.find('=');
    if (equals == std::string::npos) return wrong("there is no = (a setting is table.key=value)");
    const std::vector<std::string> names = split(trimmed(text_.substr(0, equals)));
    if (std::find(names.begin(), names.end(), "") != names.end())
      return wrong("a name is missing in front of the = (a setting is table.key=value)");
    if (names.size() > deepest)
      return wrong("there are " + std::to_string(names.size()) +
                   " names in front of the = (no setting lies that deep); write table.key=value");
    const std::optional<Node> value = parsed(trimmed(text_.substr(equals + 1)));
    if (!value) return;
    Node* node = &root;
    std::string path;
    for (const std::string& name : names) {
      if (!(node = step_into(*node, path, name))) return;
      path += (path.empty() ? "" : ".") + name;
    }
    const std::string key = node->key;
    *node = *value;
    node->key = key;
  }

 private:
  void wrong(const std::string& text) { findings_.wrong("", place_, text); }

  // The entry `name` of the table at `path`, made when it is not there yet.
  Node* step_into(Node& table, const std::string& path, const std::string& name) {
    const std::optional<Step> step = step_of(name);
    if (!step)
      return wrong(name + " is not the number of an item (items count from 1, like leg[1])"), nullptr;
    if (table.kind != Kind::table)
      return wrong(path + " is " + description(table) + " (a table is expected in front of the point)"),
             nullptr;
    Node* entry = table.find(step->name);
    if (step->item != 0) return item_of(entry, path + "." + name, step->item);
    if (entry) return entry;
    Node fresh;
    fresh.key = step->name;
    fresh.key_place = fresh.place = place_;
    table.children.push_back(fresh);
    return &table.children.back();
  }

  Node* item_of(Node* list, const std::string& path, std::size_t item) {
    const std::size_t items = list && list->kind == Kind::list ? list->children.size() : 0;
    if (item <= items) return &list->children[item - 1];
    wrong("there is no " + path + " (the study has " +
          (items == 0 ? "none" : "only " + std::to_string(items)) +
          "); --set changes those that stand in the file");
    return nullptr;
  }

  // What was typed as a value: TOML, or a text when it is not.
  std::optional<Node> parsed(const std::string& typed) {
    const TomlResult result = parse_toml("value = " + typed);
    const bool is_toml = result.root && result.root->children.size() == 1;
    if (!is_toml && !typed.empty() && std::string("\"'[{").find(typed.front()) != std::string::npos)
      return wrong(in_our_words(result.error, "value = " + typed).text), std::nullopt;
    Node value;
    value.kind = Kind::text;
    if (is_toml) value = result.root->children.front();
    if (!is_toml || value.kind != Kind::text) value.text = typed;
    value.key_place = place_;
    set_place(value, place_);
    return value;
  }

  std::string text_;
  Findings& findings_;
  Place place_;
};

}  // namespace

void apply_overrides(const std::vector<std::string>& overrides, Node& root, Findings& findings) {
  for (const std::string& text : overrides) Override(text, findings).apply(root);
}

}  // namespace vitrum::config
