// Random numbers that depend on what they are for, never on threads or on order of work.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace vitrum {

/// What a stream is used for. Values are part of the stored results' meaning: never renumber.
enum class Purpose : std::uint64_t {
  positions = 1,
  velocities = 2,
  thermostat = 3,
  slip_systems = 4,
  slip_amplitudes = 5,
  thermal_activation = 6,
  bootstrap = 7,
  elastic_moduli = 8,
  interaction = 9,
  mean_pressure = 10,
  pre_stress = 11,
  patch_places = 12,
  patch_tests = 13,
  parameter_search = 20,
  parameter_posterior = 21,
  state_space_walk = 30,
  state_space_lattice = 31,
  state_space_legs = 32,
  test = 1000,
};

/// One stream of Philox 4x64-10 (Salmon, Moraes, Dror, Shaw, SC'11) named by (seed, sample, purpose).
/// The counter is the number of 64-bit words drawn so far: storing it stores the stream.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t sample, Purpose purpose);

  std::uint64_t next();
  /// As many calls of next(), faster.
  void fill(std::span<std::uint64_t> words);
  /// Uniform in [0, 1), 53 bits.
  double uniform();
  /// Uniform in (0, 1]: safe under a logarithm.
  double uniform_positive();
  /// Standard normal (Box-Muller; two words each, nothing kept between calls).
  double normal();

  std::uint64_t counter() const { return counter_; }
  void seek(std::uint64_t counter);

 private:
  std::array<std::uint64_t, 4> block(std::uint64_t number) const;
  void refill() { words_ = block(counter_ / 4); }

  std::array<std::uint64_t, 2> key_;
  std::uint64_t sample_;
  std::uint64_t counter_ = 0;
  std::array<std::uint64_t, 4> words_{};
};

}  // namespace vitrum
