#include "fuzz/configurations.h"

#include "atomistic/evaluate.h"
#include "base/error.h"

namespace vitrum::fuzz {

void use(const imports::Imported& imported) {
  const bool plane = imported.configuration.box.dimension == 2;
  try {
    atomistic::evaluate(imported.configuration, plane ? "lj2d" : "ka3d", imported.species_names);
  } catch (const PhysicsError&) {  // atoms on top of each other are no mistake in the file
  }
}

}  // namespace vitrum::fuzz
