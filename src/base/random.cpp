#include "base/random.h"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>

namespace vitrum {

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t sample, Purpose purpose)
    : key_{seed, static_cast<std::uint64_t>(purpose)}, sample_(sample) {}

void RandomStream::refill() {
  const r123::Philox4x64::ctr_type block{{counter_ / 4, sample_, 0, 0}};
  const r123::Philox4x64::key_type key{{key_[0], key_[1]}};
  const auto out = r123::Philox4x64{}(block, key);
  for (std::size_t i = 0; i < 4; ++i) words_[i] = out[i];
}

std::uint64_t RandomStream::next() {
  if (counter_ % 4 == 0) refill();
  return words_[counter_++ % 4];
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
