#include "fuzz/references.h"

#include "study/reference.h"
#include "study/settings.h"

namespace vitrum::fuzz {

void use(const study::ReferenceTables& tables) {
  study::ReferenceSettings wanted;
  wanted.from = 0;  // the curves of tests/fuzz/base are short, and few
  wanted.blocks = 2;
  study::reference_remarks(tables);
  const compare::Reference reference = study::reference_of(tables, wanted, 13, "fuzz");
  compare::yardstick_of(reference, wanted.bins, wanted.radius);
  study::ReferenceTables twice = tables;
  study::append(tables, twice);
}

}  // namespace vitrum::fuzz
