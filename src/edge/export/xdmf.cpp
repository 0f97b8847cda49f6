#include "edge/export/xdmf.h"

#include "base/error.h"
#include "edge/export/digits.h"
#include "edge/export/image_data.h"
#include "study/results.h"

namespace vitrum::exports {
namespace {

std::string numbers(const std::vector<std::size_t>& values) {
  std::string out;
  for (const std::size_t v : values) out += (out.empty() ? "" : " ") + std::to_string(v);
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

/// Where an array lies in a file, and how large it is.
struct Place {
  std::string path;
  const Array& array;

  std::string item(const std::string& indent) const {
    const bool real = std::holds_alternative<std::vector<double>>(array.values);
    return indent + "<DataItem Format=\"HDF\" NumberType=\"" + (real ? "Float" : "Int") +
           "\" Precision=\"8\" Dimensions=\"" + numbers(array.shape) + "\">" + escaped(path) +
           "</DataItem>\n";
  }
  /// One of the n fields of shape {n, rows, columns}.
  std::string slab(std::size_t k, const std::string& indent) const {
    const std::size_t rows = array.shape[1], columns = array.shape[2];
    return indent + "<DataItem ItemType=\"HyperSlab\" Dimensions=\"" + numbers({1, rows, columns}) + "\">\n" +
           indent + "  <DataItem Format=\"XML\" NumberType=\"Int\" Dimensions=\"3 3\">" + numbers({k, 0, 0}) +
           "  1 1 1  " + numbers({1, rows, columns}) + "</DataItem>\n" + item(indent + "  ") + indent +
           "</DataItem>\n";
  }
};

std::string attribute(const std::string& name, const std::string& item) {
  return "        <Attribute Name=\"" + escaped(name) + "\" AttributeType=\"Scalar\" Center=\"Cell\">\n" +
         item + "        </Attribute>\n";
}

std::string grid(const FieldSnapshot& snapshot, const std::string& fields) {
  std::string attributes;
  std::vector<std::size_t> cells;
  for (const auto& [name, array] : snapshot.fields.arrays) {
    if (array.shape.size() < 2) continue;  // of the whole lattice
    const std::vector<std::size_t> shape{array.shape.end() - 2, array.shape.end()};
    if (cells.empty()) cells = shape;
    if (shape != cells)
      throw InputError("the field \"" + name + "\" is over other elements than the fields before it");
    const Place place{fields + name, array};
    const std::string indent(10, ' ');
    if (array.shape.size() == 2) attributes += attribute(name, place.item(indent));
    for (std::size_t k = 0; array.shape.size() == 3 && k < array.shape[0]; ++k)
      attributes += attribute(name + "_" + std::to_string(k), place.slab(k, indent));
  }
  return "      <Grid Name=\"strain " + shortest(snapshot.strain) +
         "\" GridType=\"Uniform\">\n        <Time Value=\"" + shortest(snapshot.strain) +
         "\"/>\n        <Topology TopologyType=\"2DCoRectMesh\" Dimensions=\"" +
         numbers({cells[0] + 1, cells[1] + 1}) +
         "\"/>\n        <Geometry GeometryType=\"ORIGIN_DXDY\">\n"
         "          <DataItem Format=\"XML\" Dimensions=\"2\">0 0</DataItem>\n"
         "          <DataItem Format=\"XML\" Dimensions=\"2\">1 1</DataItem>\n        </Geometry>\n" +
         attributes + "      </Grid>\n";
}

}  // namespace

std::string xdmf(const study::SampleRecord& record, const std::string& file, const std::string& group) {
  std::string grids;
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (holds_lattice(record.fields[i]))
      grids +=
          grid(record.fields[i], file + ":" + group + "/snapshots/" + study::snapshot_name(i) + "/fields/");
  if (grids.empty()) return "";
  return "<?xml version=\"1.0\"?>\n<Xdmf Version=\"3.0\">\n  <Domain>\n    <Grid Name=\"" + record.model +
         "\" GridType=\"Collection\" CollectionType=\"Temporal\">\n" + grids +
         "    </Grid>\n  </Domain>\n</Xdmf>\n";
}

}  // namespace vitrum::exports
