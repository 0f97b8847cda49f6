// The lines of a LAMMPS data file that hold something.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edge/import/text_file.h"

namespace vitrum::imports {

/// Steps through the lines of a data file that are not blank without their comments.
class DataLines {
 public:
  explicit DataLines(TextFile& file) : file_(file) {}

  /// Moves to the next line; false, and no words, at the end of the file.
  bool next();
  const std::vector<std::string_view>& words() const { return words_; }
  /// The words of the line's comment: after a section's name, the style of its lines.
  const std::vector<std::string_view>& hint() const { return hint_; }
  /// True when the line begins like a number: it is not the name of a section.
  bool numeric() const;
  /// The words joined by single blanks.
  std::string joined() const;

  TextFile& file() { return file_; }

 private:
  TextFile& file_;
  std::vector<std::string_view> words_, hint_;
};

}  // namespace vitrum::imports
