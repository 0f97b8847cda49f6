// Numbers as text that gives the same bits back, whatever the language of the machine.
#pragma once

#include <charconv>
#include <string>

#include "record/group.h"

namespace vitrum::exports {

/// 17 significant digits.
inline void append_number(std::string& out, double value) {
  char text[40];
  out.append(text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 17).ptr);
}

/// Value i of an array.
inline void append_value(std::string& out, const Array& array, std::size_t i) {
  if (const auto* reals = std::get_if<std::vector<double>>(&array.values))
    append_number(out, (*reals)[i]);
  else
    out += std::to_string(std::get<std::vector<std::int64_t>>(array.values)[i]);
}

/// Shortest form, for names and titles: "0.5".
inline std::string shortest(double value) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace vitrum::exports
