// [elements] and [[elements.leg]].
#include "edge/config/schema.h"

namespace vitrum::config {

std::vector<Table> describe(study::Elements& elements) {
  Table table{"elements",
              "Beyond paper 2: lattices each element of which is a specimen of the harvested map, coupled by "
              "the elastic kernel of paper 1 (docs/methods/seem.md)",
              {},
              nullptr};
  table.keys = {
      {"samples", whole(elements.samples, 0, 100000), "",
       "Independent lattices of each harvested set, which begin in states of its specimens; 0: none"},
      {"columns", whole(elements.columns, 2, 1024), "", "Elements along x"},
      {"rows", whole(elements.rows, 2, 1024), "", "Elements along y"},
      {"interaction", choice(elements.interaction, {"eshelby", "none"}), "",
       "eshelby: what an element yields strains all others, as in paper 1; none: every element is strained "
       "alike"},
      {"bulk_to_shear", real_above(elements.bulk_to_shear, 0, 1000), "",
       "Two-dimensional bulk modulus over shear modulus, on which the kernel depends a little"},
  };
  add_program_keys(table, elements.program);
  if (elements.samples == 0)
    for (Key& key : table.keys)
      if (key.name != "samples") key.idle = "elements.samples is 0";
  if (elements.samples > 0 && elements.interaction == study::ElementInteraction::none)
    for (Key& key : table.keys)
      if (key.name == "bulk_to_shear") key.idle = "elements.interaction is \"none\"";
  return {table, leg_table("elements", elements.program)};
}

}  // namespace vitrum::config
