// Words for a key or table that is not known: what was probably meant.
#pragma once

#include <string>
#include <vector>

#include "edge/config/schema.h"

namespace vitrum::config {

struct Unknown {
  std::string text;   ///< the message
  std::string meant;  ///< path that was probably meant, "" when nothing is near
};

Unknown unknown_key(const std::string& name, const Table& table, const std::vector<Table>& tables);
Unknown unknown_table(const std::string& path, const std::vector<Table>& tables);
/// A key above the first table header.
Unknown key_without_table(const std::string& name, const std::vector<Table>& tables);

/// "[glass]" or "[[glass.leg]]".
std::string header(const Table& table);
/// The names of the table's keys; of an array of tables, those of one item.
std::vector<std::string> key_names(const Table& table);

}  // namespace vitrum::config
