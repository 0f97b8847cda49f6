#include "edge/config/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vitrum::config {

namespace {

// "1e-04" to "1e-4", "1e+06" to "1e6".
std::string tidy_exponent(const std::string& digits) {
  const std::size_t e = digits.find('e');
  if (e == std::string::npos) return digits;
  const bool negative = digits[e + 1] == '-';
  const std::size_t first = digits.find_first_of("123456789", e);
  return digits.substr(0, e + 1) + (negative ? "-" : "") + digits.substr(first);
}

}  // namespace

std::string number_text(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  const std::string digits(buffer.data(), end);
  if (digits.find_first_of(".e") == std::string::npos) return digits + ".0";
  return tidy_exponent(digits);
}

std::string short_text(double value) {
  const std::string text = number_text(value);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string list_text(const std::vector<double>& values) {
  std::string out = "[";
  for (std::size_t i = 0; i < values.size(); ++i) out += (i ? ", " : "") + number_text(values[i]);
  return out + "]";
}

std::string list_text(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (std::size_t i = 0; i < texts.size(); ++i) out += (i ? ", " : "") + quoted(texts[i]);
  return out + "]";
}

std::string quoted(const std::string& text) {
  constexpr const char* hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (code < 0x20 || code == 0x7f)
      out += std::string("\\u00") + hex[code / 16] + hex[code % 16];
    else
      out += c;
  }
  return out + "\"";
}

std::string either(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::size_t first_foreign_byte(const std::string& text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t more = 0;
    if (lead >= 0xC2 && lead < 0xE0) more = 1;
    if (lead >= 0xE0 && lead < 0xF0) more = 2;
    if (lead >= 0xF0 && lead < 0xF5) more = 3;
    if (lead == 0 || (lead >= 0x80 && more == 0)) return i;
    for (std::size_t k = 1; k <= more; ++k)
      if (i + k >= text.size() || (static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return i;
    i += more + 1;
  }
  return std::string::npos;
}

}  // namespace vitrum::config
