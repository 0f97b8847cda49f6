#include "edge/config/unknown_name.h"

#include "base/nearest_name.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

// A leg, "glass.leg[1]", has brackets already.
std::string bracketed(const std::string& path) { return path.ends_with("]") ? path : "[" + path + "]"; }

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// Paths of all keys of that name, in all tables.
std::vector<std::string> homes(const std::string& name, const std::vector<Table>& tables) {
  std::vector<std::string> out;
  for (const Table& table : tables)
    for (const std::string& known : key_names(table))
      if (known == name) out.push_back(table.path + "." + name);
  return out;
}

std::vector<std::string> all_names(const std::vector<Table>& tables) {
  std::vector<std::string> out;
  for (const Table& table : tables)
    for (const std::string& name : key_names(table)) out.push_back(name);
  return out;
}

// Where a key of that name, or of a name near it, lives in other tables.
std::vector<std::string> homes_elsewhere(const std::string& name, const std::vector<Table>& tables) {
  const std::vector<std::string> exact = homes(name, tables);
  if (!exact.empty()) return exact;
  const std::string near = nearest(name, all_names(tables));
  return near.empty() ? exact : homes(near, tables);
}

}  // namespace

std::string header(const Table& table) {
  return table.items ? "[[" + table.path + "]]" : bracketed(table.path);
}

std::vector<std::string> key_names(const Table& table) {
  return table.items ? table.items->blank(table.path).names() : table.names();
}

Unknown unknown_key(const std::string& name, const Table& table, const std::vector<Table>& tables) {
  const std::string problem = "unknown key " + quoted(name) + " in " + bracketed(table.path);
  const std::string near = nearest(name, table.names());
  if (!near.empty()) return {problem + "; did you mean " + near + "?", table.path + "." + near};
  const std::vector<std::string> elsewhere = homes_elsewhere(name, tables);
  if (!elsewhere.empty()) {
    const bool same_name = elsewhere.front().ends_with("." + name);
    return {problem + (same_name ? " (it belongs to another table); write " : "; did you mean ") +
                either(elsewhere) + (same_name ? "" : "?"),
            ""};
  }
  return {problem + " (known here: " + listed(table.names()) + ")", ""};
}

Unknown unknown_table(const std::string& path, const std::vector<Table>& tables) {
  std::vector<std::string> paths, headers;
  for (const Table& table : tables) {
    paths.push_back(table.path);
    headers.push_back(header(table));
  }
  const std::string problem = "unknown table " + bracketed(path);
  const std::string near = nearest(path, paths);
  for (const Table& table : tables)
    if (table.path == near) return {problem + "; did you mean " + header(table) + "?", near};
  return {problem + " (known: " + listed(headers) + ")", ""};
}

Unknown key_without_table(const std::string& name, const std::vector<Table>& tables) {
  const std::string problem = "the key " + quoted(name) + " stands outside of any table";
  const std::vector<std::string> elsewhere = homes_elsewhere(name, tables);
  if (elsewhere.empty()) return {problem + " (and no table has a key of that name)", ""};
  return {problem + "; did you mean " + either(elsewhere) + "?",
          elsewhere.size() == 1 ? elsewhere.front() : ""};
}

}  // namespace vitrum::config
