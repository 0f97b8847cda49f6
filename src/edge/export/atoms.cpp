#include "edge/export/atoms.h"

#include "base/error.h"
#include "edge/export/digits.h"

namespace vitrum::exports {

bool holds_atoms(const FieldSnapshot& snapshot) {
  return snapshot.fields.has_array("x") && snapshot.fields.has_array("y") &&
         snapshot.fields.arrays.at("x").shape.size() == 1;
}

bool is_in_metal_units(const study::SampleRecord& record) {
  return record.stress_unit == "GPa" || record.stress_unit == "eV/A^3";
}

Atoms atoms_of(const study::SampleRecord& record, std::size_t i) {
  const FieldSnapshot& snapshot = record.fields.at(i);
  const Group& fields = snapshot.fields;
  Atoms atoms;
  atoms.strain = snapshot.strain;
  atoms.x = fields.doubles("x");
  atoms.y = fields.doubles("y");
  atoms.metal_units = is_in_metal_units(record);
  atoms.dimension = fields.has_array("z") ? 3 : 2;
  atoms.z = atoms.dimension == 3 ? fields.doubles("z") : std::vector<double>(atoms.x.size());
  atoms.species = fields.integers("species");
  if (!record.measures.has_array("box"))
    throw InputError(
        "the cell of this glass is not stored (under pure shear its edges change, docs/formats.md), so that "
        "its "
        "atoms cannot be exported; shear it by simple shear, or export its tables with --to csv");
  const auto& box = record.measures.doubles("box");
  if (box.size() != static_cast<std::size_t>(atoms.dimension))
    throw InputError("the dataset \"box\" should hold " + std::to_string(atoms.dimension) + " numbers");
  const double lz = atoms.dimension == 3 ? box[2] : 1;
  std::vector<double> tilts(3, 0.0);  // xy, xz, yz before loading
  if (record.measures.has_array("tilts")) tilts = record.measures.doubles("tilts");
  if (tilts.size() != 3) throw InputError("the dataset \"tilts\" should hold 3 numbers");
  const double strain = snapshot.strain;
  atoms.edges = {box[0],   0, 0, tilts[0] + strain * box[1], box[1], 0, tilts[1] + strain * tilts[2],
                 tilts[2], lz};
  for (const auto& [name, array] : fields.arrays) {
    if (array.shape.size() != 1 || array.size() != atoms.count())
      throw InputError("the field \"" + name + "\" is not one of " + std::to_string(atoms.count()) +
                       " atoms");
    if (name != "x" && name != "y" && name != "z" && name != "species") atoms.others[name] = &array;
  }
  return atoms;
}

Atoms atoms_of(const atomistic::Configuration& configuration) {
  Atoms atoms;
  const atomistic::Box& box = configuration.box;
  atoms.dimension = box.dimension;
  atoms.edges = {box.lx, 0, 0, box.xy, box.ly, 0, box.xz, box.yz, box.dimension == 3 ? box.lz : 1};
  const auto d = static_cast<std::size_t>(box.dimension);
  for (std::size_t i = 0; i < configuration.atoms(); ++i) {
    const double* const at = configuration.positions.data() + d * i;
    atoms.x.push_back(at[0] - box.origin[0]);
    atoms.y.push_back(at[1] - box.origin[1]);
    atoms.z.push_back(d == 3 ? at[2] - box.origin[2] : 0);
    atoms.species.push_back(configuration.species[i]);
  }
  return atoms;
}

}  // namespace vitrum::exports
