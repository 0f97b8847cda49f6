#include "edge/report/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <utility>

namespace vitrum::report {
namespace {

// With spaces at which no line breaks.
constexpr const char* plus_minus = "\u00a0±\u00a0";

std::string printed(const char* format, int digits, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, digits, value);
  std::string result = text;
  if (result.starts_with('-')) result.replace(0, 1, "−");
  return result;
}

std::string power_of_ten(int exponent) {
  return "\u00a0×\u00a010<sup>" + printed("%.*f", 0, exponent) + "</sup>";
}

int exponent_of(double value) { return static_cast<int>(std::floor(std::log10(std::abs(value)))); }

std::string exact_number(double value) {
  if (value == std::round(value) && std::abs(value) < 1e15) {
    std::string digits = printed("%.*f", 0, value);
    // A narrow space between groups of three from five digits on.
    const std::size_t sign = value < 0 ? std::string("−").size() : 0;
    for (std::size_t i = digits.size(); i > sign + 3 && digits.size() - sign > 4; i -= 3) {
      digits.insert(i - 3, "\u202f");
    }
    return digits;
  }
  const int exponent = exponent_of(value);
  if (exponent >= -4 && exponent < 6) {
    std::string digits = printed("%.*f", std::max(0, 3 - exponent), value);
    while (digits.find('.') != std::string::npos && (digits.back() == '0' || digits.back() == '.')) {
      const bool point = digits.back() == '.';
      digits.pop_back();
      if (point) break;
    }
    return digits;
  }
  const double mantissa = value / std::pow(10.0, exponent);
  const bool carries = std::abs(mantissa) >= 9.995;
  return printed("%.*f", 2, carries ? mantissa / 10 : mantissa) +
         power_of_ten(carries ? exponent + 1 : exponent);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> names{{
    {"delta ", "δ"},
    {"Delta ", "Δ"},
    {"Sigma", "Σ"},
    {"sigma", "σ"},
    {"gamma", "γ"},
    {"alpha", "α"},
    {"lambda", "λ"},
    {"epsilon", "ε"},
    {"eps", "ε"},
    {"rho", "ρ"},
    {"tau", "τ"},
    {"chi", "χ"},
    {"sqrt", "√"},
    {"t0", "t<sub>0</sub>"},
    {"...", "…"},
}};

/// Letters and digits that belong to the index or exponent at the front of `rest`.
std::size_t index_length(std::string_view rest) {
  std::size_t length = !rest.empty() && rest.front() == '-' ? 1 : 0;
  while (length < rest.size() && std::isalnum(static_cast<unsigned char>(rest[length])) != 0) ++length;
  return length;
}

/// With a proper minus sign, and the Greek letter where an index is one.
std::string index_text(std::string_view index) {
  const auto greek =
      std::find_if(names.begin(), names.end(), [&](const auto& pair) { return index == pair.first; });
  if (greek != names.end()) return std::string(greek->second);
  std::string text = escaped(index);
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

std::string superscript(std::string_view index) { return "<sup>" + index_text(index) + "</sup>"; }

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether an index may follow the letter at whose end the text is cut off: a capital that stands alone, as
/// in T_g; before an index with a capital or a digit any letter that stands alone, as in u_A and τ_0. In
/// words such as drift_limit the line is a part of the name.
bool takes_index(std::string_view before, std::string_view index) {
  if (before.empty() || index_length(index) == 0) return false;
  const auto last = static_cast<unsigned char>(before.back());
  const bool greek = last >= 0x80;
  const bool alone = greek || before.size() < 2 || !is_word(before[before.size() - 2]);
  const auto first = static_cast<unsigned char>(index.front());
  const bool short_index = std::isupper(first) != 0 || std::isdigit(first) != 0;
  return alone && (std::isupper(last) != 0 || (short_index && (greek || std::isalpha(last) != 0)));
}

/// Where prose has an exponent or an index.
std::size_t next_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '^') return at;
    if (text[at] == '_' && takes_index(text.substr(0, at), text.substr(at + 1))) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string prose_html(std::string_view text) {
  std::string out;
  for (auto at = next_mark(text); at != std::string_view::npos; at = next_mark(text)) {
    out += escaped(text.substr(0, at));
    const bool below = text[at] == '_';
    text.remove_prefix(at + 1);
    std::size_t length = index_length(text);
    // A decimal number, but not the full stop of a sentence.
    if (length + 1 < text.size() && text[length] == '.' &&
        std::isdigit(static_cast<unsigned char>(text[length + 1]))) {
      length += 1 + index_length(text.substr(length + 1));
    }
    const auto index = text.substr(0, length);
    out += below ? "<sub>" + index_text(index) + "</sub>" : superscript(index);
    text.remove_prefix(length);
  }
  out += escaped(text);
  for (auto at = out.find(" %"); at != std::string::npos; at = out.find(" %")) out.replace(at, 1, "\u00a0");
  return out;
}

std::string with_error(double value, double error) {
  if (!std::isfinite(value)) return "unknown";
  if (error < 0) return exact_number(value);
  if (!std::isfinite(error)) return exact_number(value) + plus_minus + std::string("unknown");
  if (error <= 1e-12 * std::abs(value)) return exact_number(value);
  const int largest = std::max(value == 0 ? exponent_of(error) : exponent_of(value), exponent_of(error));
  const int scale = largest >= 5 || largest < -3 ? largest : 0;
  const double unit = std::pow(10.0, scale);
  const int digits = std::max(0, 1 - exponent_of(error / unit));
  const std::string numbers =
      printed("%.*f", digits, value / unit) + plus_minus + printed("%.*f", digits, error / unit);
  return scale == 0 ? numbers : "(" + numbers + ")" + power_of_ten(scale);
}

std::string with_decimals(double value, int decimals) { return printed("%.*f", decimals, value); }

std::string symbol_html(std::string_view rest) {
  std::string out;
  while (!rest.empty()) {
    const auto name = std::find_if(names.begin(), names.end(),
                                   [&](const auto& pair) { return rest.starts_with(pair.first); });
    if (name != names.end()) {
      out += name->second;
      rest.remove_prefix(name->first.size());
      continue;
    }
    const char c = rest.front();
    rest.remove_prefix(1);
    if ((c == '_' || c == '^') && index_length(rest) > 0) {
      const std::size_t length = index_length(rest);
      const auto index = rest.substr(0, length);
      out += c == '_' ? "<sub>" + index_text(index) + "</sub>" : superscript(index);
      rest.remove_prefix(length);
    } else if (c == '<') {
      out += "⟨";
    } else if (c == '>') {
      out += "⟩";
    } else {
      out += escaped({&c, 1});
    }
  }
  return out;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return exact_number(static_cast<double>(count)) + " " + (count == 1 ? one : many);
}

}  // namespace vitrum::report
