// What a program without liblammps says.
#include "base/error.h"
#include "lammps/engine.h"

namespace vitrum::lammps {

namespace {

[[noreturn]] void refuse() {
  throw InputError(
      "this program was built without LAMMPS; install the packages liblammps-dev and libopenmpi-dev, and "
      "build it again (cmake --preset release)");
}

}  // namespace

bool available() { return false; }
std::string description() { return "without LAMMPS"; }
std::shared_ptr<const atomistic::ForeignPotential> potential(const PotentialSettings& /*settings*/,
                                                             const std::shared_ptr<Team>& /*team*/) {
  refuse();
}
std::shared_ptr<Team> all_processes() { refuse(); }

}  // namespace vitrum::lammps
