// Numbers, symbols and texts as they stand on the page.
#pragma once

#include <string>
#include <string_view>

namespace vitrum::report {

/// Text with the characters that mean something in HTML replaced.
std::string escaped(std::string_view text);

/// Escaped text in which a "^" with what follows has become a superscript, a "_" after a capital letter that
/// stands alone a subscript, and in which no line begins with "%".
std::string prose_html(std::string_view text);

/// A number with its standard error, both to two digits of the error: "0.534 ± 0.012"; powers of ten
/// where they are clearer. error < 0, or only that of rounding: the number alone. Not a number: "unknown".
std::string with_error(double value, double error);

/// A number with this many digits after the point.
std::string with_decimals(double value, int decimals);

/// A symbol or unit in plain letters as HTML: "<delta Sigma_xy>" becomes angle brackets, Greek letters and
/// a subscript, "eps/sigma^2" a fraction with a superscript.
std::string symbol_html(std::string_view symbol);

/// "1 glass", "8 glasses".
std::string counted(std::size_t count, const std::string& one, const std::string& many);

}  // namespace vitrum::report
