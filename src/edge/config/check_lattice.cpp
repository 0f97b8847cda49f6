// [lattice]: what fits together.
#include "edge/config/check_study.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

void check_slip_systems(const elastoplastic::LatticeSettings& model, Findings& findings) {
  if (model.slip_systems % 4 == 0 || model.slip_angles == "fixed") return;
  const int below = model.slip_systems - model.slip_systems % 4;
  findings.inconsistent({"lattice.slip_systems"},
                        "lattice.slip_systems is " + std::to_string(model.slip_systems) +
                            " (they come in fours that share an angle); take " + std::to_string(below) +
                            " or " + std::to_string(below + 4));
}

}  // namespace

void check_lattice(const study::Lattice& lattice, Findings& findings) {
  check_slip_systems(lattice.model, findings);
}

}  // namespace vitrum::config
