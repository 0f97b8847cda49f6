// Settings as lines that tell records apart.
#pragma once

#include <charconv>
#include <sstream>
#include <string>
#include <type_traits>

namespace vitrum::study {

/// "name = value" and the end of the line; numbers in the fewest digits that read back to the same bits.
template <class Value>
std::string setting_line(const std::string& name, const Value& value) {
  std::ostringstream out;
  out << name << " = ";
  if constexpr (std::is_floating_point_v<Value>) {
    char text[40];
    out << std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
  } else {
    out << value;
  }
  out << '\n';
  return out.str();
}

}  // namespace vitrum::study
