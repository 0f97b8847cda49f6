// A text file in memory, read line by line, with errors that say where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrum::imports {

/// The lines of a text file. Views stay valid as long as the object lives and is not moved.
class TextFile {
 public:
  /// Reads the whole file, which gzip may have compressed. @throws InputError when it is missing, no regular
  /// file, empty or not text.
  explicit TextFile(const std::filesystem::path& path);

  /// Moves to the next line and returns true, or returns false at the end of the file.
  bool next();
  /// The present line without its end.
  std::string_view line() const { return line_; }
  /// Back to before the first line.
  void rewind();

  std::size_t bytes() const { return text_.size(); }

  /// @throws InputError "path:line: message", with the number of the present line.
  [[noreturn]] void fail(const std::string& message) const;
  std::size_t line_number() const { return line_number_; }
  /// The same for an earlier line.
  [[noreturn]] void fail_at(std::size_t line, const std::string& message) const;
  /// @throws InputError "path:line:column: message", with the place of `word`, a piece of the present line.
  [[noreturn]] void fail_word(std::string_view word, const std::string& message) const;
  /// @throws InputError "path: message".
  [[noreturn]] void fail_file(const std::string& message) const;

  /// The word as a number. `what` names it in the message.
  /// @throws InputError when the whole word is not one finite number, or one beyond 1e100.
  double number(std::string_view word, const std::string& what) const;
  std::int64_t integer(std::string_view word, const std::string& what) const;

 private:
  std::string path_, text_;
  std::string_view line_;
  std::size_t begin_of_next_ = 0;
  std::size_t line_number_ = 0;
};

/// True, and `value` the number, when the whole word is one that fits double precision, finite or not.
bool is_number(std::string_view word, double& value);

/// The words of a line, split at blanks and tabs.
std::vector<std::string_view> words_of(std::string_view line);

/// A piece of the file in quotes, cut when long and without unprintable characters, for messages.
std::string in_quotes(std::string_view text);

}  // namespace vitrum::imports
