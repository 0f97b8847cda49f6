#include "base/random.h"

#include <Random123/philox.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrum {

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t sample, Purpose purpose)
    : key_{seed, static_cast<std::uint64_t>(purpose)}, sample_(sample) {}

std::array<std::uint64_t, 4> RandomStream::block(std::uint64_t number) const {
  const r123::Philox4x64::ctr_type counter{{number, sample_, 0, 0}};
  const r123::Philox4x64::key_type key{{key_[0], key_[1]}};
  const auto out = r123::Philox4x64{}(counter, key);
  return {out[0], out[1], out[2], out[3]};
}

std::uint64_t RandomStream::next() {
  if (counter_ % 4 == 0) refill();
  return words_[counter_++ % 4];
}

void RandomStream::fill(std::span<std::uint64_t> words) {
  std::size_t i = 0;
  while (i < words.size() && counter_ % 4 != 0) words[i++] = next();
  for (; i + 4 <= words.size(); i += 4, counter_ += 4) {
    const auto four = block(counter_ / 4);
    std::copy(four.begin(), four.end(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  while (i < words.size()) words[i++] = next();
}

double RandomStream::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

double RandomStream::uniform_positive() { return static_cast<double>((next() >> 11) + 1) * 0x1p-53; }

double RandomStream::normal() {
  const double radius = std::sqrt(-2.0 * std::log(uniform_positive()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

void RandomStream::seek(std::uint64_t counter) {
  counter_ = counter;
  if (counter_ % 4 != 0) refill();
}

}  // namespace vitrum
