// A LAMMPS data file.
#include "edge/import/lammps_data.h"

#include "fuzz/configurations.h"
#include "fuzz/target.h"

FUZZ_TARGET(lammps_data) {
  using namespace vitrum;
  fuzz::reads([&] {
    imports::TextFile file(fuzz::memory_file(bytes));
    fuzz::use(imports::read_lammps_data(file));
  });
}
