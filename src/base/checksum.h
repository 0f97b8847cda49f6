// Whether numbers are still the same.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace vitrum {

/// FNV-1a of 64 bits, byte by byte: every change of a single byte changes it.
class Checksum {
 public:
  void add(std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte, word >>= 8) value_ = (value_ ^ (word & 0xff)) * 0x100000001b3U;
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(const std::vector<double>& numbers) {
    for (const double number : numbers) add(number);
  }
  void add(std::string_view bytes) {
    for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  std::uint64_t value() const { return value_; }
  std::string text() const {
    char out[20];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(value_));
    return out;
  }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace vitrum
