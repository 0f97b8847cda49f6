// A file of atoms as it comes: extended XYZ, or whatever else the reader finds in it, compressed by gzip or
// not.
#include "edge/import/read_configuration.h"
#include "fuzz/configurations.h"
#include "fuzz/target.h"

FUZZ_TARGET(configuration) {
  using namespace vitrum;
  fuzz::reads([&] { fuzz::use(imports::read_configuration(fuzz::memory_file(bytes))); });
}
