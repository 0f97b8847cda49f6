#include "edge/import/raw_table.h"

#include <algorithm>

namespace vitrum::imports {
namespace {

constexpr std::size_t listed = 3;

}  // namespace

const RawColumn* RawTable::find(const std::string& column) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const RawColumn& one) { return one.name == column; });
  return found == columns.end() ? nullptr : &*found;
}

std::string RawTable::place(const RawColumn& column, std::size_t row) const {
  if (lines.empty()) return file + ": " + name + "/" + column.name + ", row " + std::to_string(row + 1);
  return file + ":" + std::to_string(lines[row]) + ":" + std::to_string(column.positions[row + 1]);
}

std::string RawTable::place(const RawColumn& column) const {
  if (lines.empty() && header_line == 0) return file + ": " + name + "/" + column.name;
  return file + ":" + std::to_string(header_line) + ":" + std::to_string(column.positions[0]);
}

std::string RawTable::place() const {
  return header_line == 0 ? file + ": " + name : file + ":" + std::to_string(header_line);
}

void Complaints::add_row(const std::string& place, const std::string& problem) {
  if (rows_++ < listed) add(place, problem);
}

void Complaints::end_rows() {
  if (rows_ > listed) all_.back() += " (and " + std::to_string(rows_ - listed) + " more rows like this)";
  rows_ = 0;
}

}  // namespace vitrum::imports
