#include "edge/report/packed.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace vitrum::report {
namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string little_endian_floats(const std::vector<double>& numbers) {
  std::string bytes;
  bytes.reserve(4 * numbers.size());
  for (const double number : numbers) {
    const bool fits = std::abs(number) <= std::numeric_limits<float>::max();
    const float single = fits ? static_cast<float>(number) : std::numeric_limits<float>::quiet_NaN();
    const auto bits = std::bit_cast<std::uint32_t>(single);
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((bits >> shift) & 0xff);
  }
  return bytes;
}

}  // namespace

std::string packed(const std::vector<double>& numbers) {
  const std::string bytes = little_endian_floats(numbers);
  std::string text;
  text.reserve(bytes.size() * 4 / 3 + 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    }
    for (int j = 0; j < 4; ++j) {
      const bool filling = i + static_cast<std::size_t>(j) > bytes.size();
      text += filling ? '=' : alphabet[(group >> (18 - 6 * j)) & 63];
    }
  }
  return text;
}

}  // namespace vitrum::report
