#include "edge/config/read_settings.h"

#include "edge/config/read_value.h"
#include "edge/config/schema.h"
#include "edge/config/unknown_name.h"

namespace vitrum::config {

namespace {

/// Legs, species, sets: far more than anybody writes.
constexpr std::size_t most_items = 10'000;

class Reader {
 public:
  Reader(std::vector<Table> tables, Findings& findings) : tables_(std::move(tables)), findings_(findings) {}

  // The entries of the root or of a table: keys, and tables within it.
  void read(const Node& node, const Table& table) {
    for (const Node& child : node.children) {
      if (is_enough()) return;
      const std::string path = table.path.empty() ? child.key : table.path + "." + child.key;
      if (const Table* inner = table_at(path))
        read_table(child, *inner);
      else if (const Key* key = table.find(child.key))
        read_key(child, *key, path);
      else
        read_unknown(child, table, path);
    }
  }

  /// Whether there were so many problems that reading stopped.
  bool is_enough() const { return findings_.problems().size() >= most_problems; }

 private:
  const Table* table_at(const std::string& path) const {
    for (const Table& table : tables_)
      if (table.path == path) return &table;
    return nullptr;
  }

  void read_key(const Node& node, const Key& key, const std::string& path) {
    findings_.given(path, node.place);
    read_value(node, key, path, findings_);
  }

  void read_table(const Node& node, const Table& table) {
    findings_.given(table.path, node.place);
    if (table.items) return read_items(node, table);
    if (node.kind == Kind::table) return read(node, table);
    findings_.wrong(table.path, node.place,
                    table.path + " is " + description(node) + " (a table is expected); write " +
                        header(table) + " on a line of its own and its keys below");
  }

  void read_items(const Node& node, const Table& table) {
    const Items& items = *table.items;
    if (node.kind != Kind::list) {
      const std::string suggestion = node.kind == Kind::table ? " with two brackets on either side" : "";
      return findings_.wrong(table.path, node.place,
                             table.path + " is " + description(node) + " (a list of tables, one for each " +
                                 items.one + ", is expected); write " + header(table) + suggestion);
    }
    if (node.children.size() > most_items)
      return findings_.wrong(table.path, node.place,
                             table.path + " has " + std::to_string(node.children.size()) +
                                 " items (at most " + std::to_string(most_items) +
                                 " are read); make several studies of it");
    items.clear();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (is_enough()) return;
      const Node& item = node.children[i];
      const std::string path = table.path + "[" + std::to_string(i + 1) + "]";
      items.add();
      findings_.given(path, item.place);
      if (item.kind == Kind::table)
        read(item, items.describe(i, path));
      else
        findings_.wrong(path, item.place, path + " is " + description(item) + " (a table is expected)");
    }
  }

  void read_unknown(const Node& node, const Table& table, const std::string& path) {
    const bool is_table = node.kind == Kind::table || (node.kind == Kind::list && !node.children.empty() &&
                                                       node.children.front().kind == Kind::table);
    const Unknown unknown = is_table             ? unknown_table(path, tables_)
                            : table.path.empty() ? key_without_table(node.key, tables_)
                                                 : unknown_key(node.key, table, tables_);
    findings_.wrong(unknown.meant.empty() ? path : unknown.meant, node.key_place, unknown.text);
  }

  std::vector<Table> tables_;
  Findings& findings_;
};

}  // namespace

bool read_settings(const Node& root, study::Settings& settings, Findings& findings) {
  Reader reader(describe(settings), findings);
  reader.read(root, Table{});
  return !reader.is_enough();
}

}  // namespace vitrum::config
