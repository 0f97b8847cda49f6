// Result files as they are on the disk: head, checksum, and what follows only when these are right.
#include "edge/store/describe.h"
#include "fuzz/target.h"

FUZZ_TARGET(record_bytes) {
  using namespace vitrum;
  fuzz::reads([&] { store::describe_file(fuzz::memory_file(bytes)); });
}
