// The loading program, which is described alike for every model.
#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

const std::vector<std::string> kinds{"shear", "unload", "reload forward", "reload backward", "cycle"};

}  // namespace

void add_program_keys(Table& table, rig::Program& program) {
  table.keys.push_back({"increment", real_above(program.increment, 0, 0.1), "",
                        "Strain increment of the quasi-static loading; strain is gamma = 2 eps_xy"});
  table.keys.push_back({"snapshots", Reals{&program.snapshots, {-100, 100, false}}, "",
                        "Strains of the first leg at which fields are kept for maps"});
}

Table leg_table(const std::string& model, rig::Program& program) {
  return {model + ".leg",
          "One leg of the loading program of every " + model + "; legs are done in the order of the file",
          {},
          items_of(program.legs, "leg")};
}

Table describe(rig::Leg& leg, const std::string& path) {
  Table table{path, "", {}, nullptr};
  table.keys = {
      {"kind", choice(leg.kind, kinds), "",
       "shear: to the external strain `strain`; unload: until the shear stress is zero; reload forward, "
       "reload backward: by `strain` more in the positive or negative direction; cycle: `times` times to "
       "`strain` more, `strain` less and back"},
      {"strain", Real{&leg.strain, {-100, 100, false}}, "", "How far; an unloading leg has none"},
      {"times", whole(leg.times, 1, 1000000), "", "Number of cycles, for kind = \"cycle\" only"},
  };
  for (Key& key : table.keys)
    if (!leg_takes(leg.kind, key.name)) key.idle = "a leg of this kind takes none";
  return table;
}

bool leg_takes(rig::LegKind kind, const std::string& key) {
  if (key == "strain") return kind != rig::LegKind::unload;
  if (key == "times") return kind == rig::LegKind::cycle;
  return true;
}

std::string leg_kind_name(rig::LegKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace vitrum::config
