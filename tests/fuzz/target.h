// What the fuzz targets share. A target gives bytes to a reader, which may take or refuse them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace vitrum::fuzz {

/// One target of a program that feeds a corpus to all of them: adds itself before main.
struct Target {
  Target(const char* name, void (*read)(std::string_view bytes));
};

/// Calls a reader. It may refuse by an InputError that says something; any other exception goes on, and ends
/// the program. @returns whether it did not refuse. With VITRUM_FUZZ_SAY in the environment refusals are
/// printed.
bool reads(const std::function<void()>& reader);

/// A file in memory with a path, for readers that take one. It holds these bytes until the next call for the
/// same number. @returns the path.
std::string memory_file(std::string_view bytes, int number = 0);

/// The same for the HDF5 library, which wants the name to stand in a folder: one in memory, /dev/shm.
std::string memory_file_in_folder(std::string_view bytes);

/// The file of this name in tests/fuzz/base, as text.
std::string base_file(const std::string& name);

}  // namespace vitrum::fuzz

/// Defines a target: FUZZ_TARGET(name) { ... uses bytes ... }. With libFuzzer each is a program of its own;
/// otherwise replay.cpp calls them by name.
#ifdef VITRUM_FUZZ
#define FUZZ_TARGET(name)                                                             \
  static void name(std::string_view bytes);                                           \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
    name(std::string_view(reinterpret_cast<const char*>(data), size));                \
    return 0;                                                                         \
  }                                                                                   \
  static void name(std::string_view bytes)
#else
#define FUZZ_TARGET(name)                                            \
  static void name(std::string_view bytes);                          \
  static const vitrum::fuzz::Target name##_is_a_target(#name, name); \
  static void name(std::string_view bytes)
#endif
