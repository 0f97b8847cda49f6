// Writes the example record to the path given, for read_with_h5py.py.
#include <cstdio>

#include "example_record.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try {
    vitrum::store::write_file(arguments[1], vitrum::store::example_file());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
