// Numbers and texts as TOML writes them.
#pragma once

#include <string>
#include <vector>

namespace vitrum::config {

/// The shortest digits that read back to the same double, with a decimal point or an exponent: "0.351",
/// "1.0", "1e-4".
std::string number_text(double value);
/// The same without ".0" behind whole numbers, for messages.
std::string short_text(double value);
/// A list of numbers: "[0.1, 0.2]".
std::string list_text(const std::vector<double>& values);
/// A list of texts: "[\"a\", \"b\"]".
std::string list_text(const std::vector<std::string>& texts);
/// A TOML string with its quotes and escapes.
std::string quoted(const std::string& text);
/// "a", "a or b", "a, b or c".
std::string either(const std::vector<std::string>& words);
/// Index of the first byte that is not UTF-8 text (a zero byte counts as such), or npos.
std::size_t first_foreign_byte(const std::string& text);

}  // namespace vitrum::config
