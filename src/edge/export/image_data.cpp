#include "edge/export/image_data.h"

#include "base/error.h"
#include "edge/export/digits.h"
#include "edge/export/single_fields.h"

namespace vitrum::exports {
namespace {

constexpr const char* xml_head = "<?xml version=\"1.0\"?>\n";

void append_field(std::string& out, const std::string& name, const Array& array) {
  const auto* reals = std::get_if<std::vector<double>>(&array.values);
  out += "        <DataArray type=\"" + std::string(reals ? "Float64" : "Int64") + "\" Name=\"" + name +
         "\" format=\"ascii\">\n";
  for (std::size_t i = 0; i < array.size(); ++i) {
    append_value(out, array, i);
    out += (i + 1) % array.shape[1] == 0 ? '\n' : ' ';
  }
  out += "        </DataArray>\n";
}

}  // namespace

bool holds_lattice(const FieldSnapshot& snapshot) {
  if (snapshot.fields.arrays.empty()) return false;
  const std::size_t dimensions = snapshot.fields.arrays.begin()->second.shape.size();
  return dimensions == 2 || dimensions == 3;
}

std::string image_data(const FieldSnapshot& snapshot) {
  if (!holds_lattice(snapshot)) throw InputError("the snapshot holds no fields of a lattice");
  const Group fields = single_fields(snapshot.fields);
  const auto& arrays = fields.arrays;
  if (arrays.empty() || arrays.begin()->second.shape.size() != 2)
    throw InputError("the snapshot holds no fields of a lattice");
  const std::vector<std::size_t>& shape = arrays.begin()->second.shape;
  const std::string extent = "0 " + std::to_string(shape[1]) + " 0 " + std::to_string(shape[0]) + " 0 0";
  std::string out = std::string(xml_head) +
                    "<VTKFile type=\"ImageData\" version=\"0.1\" byte_order=\"LittleEndian\">\n"
                    "  <ImageData WholeExtent=\"" +
                    extent + "\" Origin=\"0 0 0\" Spacing=\"1 1 1\">\n    <Piece Extent=\"" + extent +
                    "\">\n      <CellData>\n";
  for (const auto& [name, array] : arrays) {
    if (array.shape != shape)
      throw InputError("the field \"" + name + "\" is over other elements than the field \"" +
                       arrays.begin()->first + "\"");
    append_field(out, name, array);
  }
  return out + "      </CellData>\n    </Piece>\n  </ImageData>\n</VTKFile>\n";
}

std::string collection(const std::vector<std::pair<double, std::string>>& files_by_strain) {
  std::string out = std::string(xml_head) + "<VTKFile type=\"Collection\" version=\"0.1\">\n  <Collection>\n";
  for (const auto& [strain, file] : files_by_strain) {
    out += "    <DataSet timestep=\"";
    append_number(out, strain);
    out += "\" file=\"" + file + "\"/>\n";
  }
  return out + "  </Collection>\n</VTKFile>\n";
}

}  // namespace vitrum::exports
