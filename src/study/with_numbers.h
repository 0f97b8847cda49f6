// Sentences with numbers in them.
#pragma once

#include <cstdio>
#include <string>

namespace vitrum::study {

/// As printf would print it.
template <class... Numbers>
std::string with_numbers(const char* format, Numbers... numbers) {
  std::string out(static_cast<std::size_t>(std::snprintf(nullptr, 0, format, numbers...)), '\0');
  std::snprintf(out.data(), out.size() + 1, format, numbers...);
  return out;
}

}  // namespace vitrum::study
