// A LAMMPS dump.
#include "edge/import/lammps_dump.h"

#include "fuzz/configurations.h"
#include "fuzz/target.h"

FUZZ_TARGET(lammps_dump) {
  using namespace vitrum;
  fuzz::reads([&] {
    imports::TextFile file(fuzz::memory_file(bytes));
    fuzz::use(imports::read_lammps_dump(file));
  });
}
