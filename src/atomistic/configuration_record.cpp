#include "atomistic/configuration_record.h"

#include <cstdint>

#include "base/checksum.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

std::vector<double> first(std::vector<double> values, int count) {
  values.resize(static_cast<std::size_t>(count));
  return values;
}

}  // namespace

Group to_group(const Configuration& configuration) {
  const Box& box = configuration.box;
  const int d = box.dimension;
  Group group;
  group.put_shaped("positions", {configuration.atoms(), static_cast<std::size_t>(d)}, configuration.positions,
                   "length", "of each atom, anywhere in space");
  group.put("species", std::vector<std::int64_t>(configuration.species.begin(), configuration.species.end()),
            "", "number of the species, from 0");
  group.put("edges", first({box.lx, box.ly, box.lz}, d), "length", "lx, ly (, lz) of the cell");
  group.put("tilts", first({box.xy, box.xz, box.yz}, d == 2 ? 1 : 3), "length", "xy (, xz, yz) of the cell");
  group.put("origin", first({box.origin[0], box.origin[1], box.origin[2]}, d), "length",
            "corner of the cell");
  return group;
}

Configuration configuration_from(const Group& group) {
  const auto& edges = group.doubles("edges");
  const auto& tilts = group.doubles("tilts");
  const auto& origin = group.doubles("origin");
  const auto& species = group.integers("species");
  const std::size_t d = edges.size();
  Configuration out;
  out.positions = group.doubles("positions");
  if ((d != 2 && d != 3) || tilts.size() != (d == 2 ? 1U : 3U) || origin.size() != d ||
      out.positions.size() != d * species.size())
    throw InputError("the stored configuration has " + std::to_string(out.positions.size()) +
                     " coordinates of " + std::to_string(species.size()) + " atoms in " + std::to_string(d) +
                     " dimensions; its file was not written by this program");
  out.species.assign(species.begin(), species.end());
  out.box.dimension = static_cast<int>(d);
  out.box.lx = edges[0], out.box.ly = edges[1], out.box.xy = tilts[0];
  if (d == 3) out.box.lz = edges[2], out.box.xz = tilts[1], out.box.yz = tilts[2];
  for (std::size_t k = 0; k < d; ++k) out.box.origin[k] = origin[k];
  return out;
}

std::string checksum(const Configuration& configuration) {
  Checksum sum;
  const Box& box = configuration.box;
  sum.add(static_cast<std::uint64_t>(box.dimension));
  for (const double number :
       {box.lx, box.ly, box.lz, box.xy, box.xz, box.yz, box.origin[0], box.origin[1], box.origin[2]})
    sum.add(number);
  for (const int species : configuration.species) sum.add(static_cast<std::uint64_t>(species));
  for (const double x : configuration.positions) sum.add(x);
  return sum.text();
}

}  // namespace vitrum::atomistic
