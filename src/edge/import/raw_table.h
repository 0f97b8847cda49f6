// A table of another program as it was read, before it is known whether it is what was asked for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vitrum::imports {

struct RawColumn {
  std::string name;
  std::string unit;                    ///< as given; empty: not
  std::vector<std::string> words;      ///< of a text file, and of columns of texts
  std::vector<double> numbers;         ///< otherwise
  std::vector<std::size_t> positions;  ///< of a text file: where name and words begin in their lines, from 1
};

struct RawTable {
  std::string name;  ///< "stress", "events", "local"
  std::string file;
  std::string unit;  ///< of the whole table, as given; empty: not
  std::vector<RawColumn> columns;
  std::vector<std::size_t> lines;  ///< of a text file: of each row, from 1; empty otherwise
  std::size_t header_line = 0;
  std::size_t rows = 0;
  bool damaged = false;  ///< complained about already: no more than names can be looked at

  const RawColumn* find(const std::string& column) const;
  /// "file:line:column" of an entry, or "file: local/tau_c, row 17".
  std::string place(const RawColumn& column, std::size_t row) const;
  /// Of a column's name.
  std::string place(const RawColumn& column) const;
  /// Of the table.
  std::string place() const;
};

/// Sentences "place: what is wrong; what to do". Of many of one kind the first ones stand for all.
class Complaints {
 public:
  explicit Complaints(std::vector<std::string>& all) : all_(all) {}
  void add(const std::string& place, const std::string& problem) { all_.push_back(place + ": " + problem); }
  /// The same for one of many rows: after the third one they are counted only.
  void add_row(const std::string& place, const std::string& problem);
  /// Says how many rows of the present kind were not listed, and begins another kind.
  void end_rows();

 private:
  std::vector<std::string>& all_;
  std::size_t rows_ = 0;
};

}  // namespace vitrum::imports
