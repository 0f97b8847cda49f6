// Numbers as text that gives the same bits back, whatever the language of the machine.
#pragma once

#include <charconv>
#include <string>

namespace vitrum::exports {

/// 17 significant digits.
inline void append_number(std::string& out, double value) {
  char text[40];
  out.append(text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 17).ptr);
}

/// Shortest form, for names and titles: "0.5".
inline std::string shortest(double value) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace vitrum::exports
