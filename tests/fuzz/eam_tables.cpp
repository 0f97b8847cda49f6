// Tables of embedded-atom potentials, eam/alloy and eam/fs.
#include "atomistic/eam_potential.h"
#include "atomistic/eam_tables_record.h"
#include "edge/import/eam_file.h"
#include "fuzz/target.h"

FUZZ_TARGET(eam_tables) {
  using namespace vitrum;
  fuzz::reads([&] {
    const auto tables = imports::read_eam(fuzz::memory_file(bytes));
    const atomistic::EamPotential potential(tables);
    atomistic::eam_tables_from(atomistic::to_group(tables));
  });
}
