// The loading program, which is described alike for every model.
#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

const std::vector<std::string> kinds{"shear", "unload", "reload forward", "reload backward",
                                     "cycle", "stress", "creep"};

}  // namespace

void add_program_keys(Table& table, rig::Program& program) {
  table.keys.push_back({"increment", real_above(program.increment, 0, 0.1), "",
                        "Strain increment of the quasi-static loading; strain is gamma = 2 eps_xy"});
  table.keys.push_back({"snapshots", Reals{&program.snapshots, {-100, 100, false}}, "",
                        "Strains of the first leg at which fields are kept for maps"});
  table.keys.push_back({"leg_fields", Flag{&program.leg_fields}, "",
                        "Whether to keep fields at the end of every leg but the first, too: of the unloaded "
                        "state, for instance"});
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
       "`strain` more, `strain` less and back; lattices only: stress: to the shear stress `stress`, its "
       "strain "
       "being free; creep: for `duration` at `temperature`, under the stress that there is"},
      {"strain", Real{&leg.strain, {-100, 100, false}}, "",
       "How far; for kinds that go to a strain or by one"},
      {"times", whole(leg.times, 1, 1000000), "", "Number of cycles, for kind = \"cycle\" only"},
      {"stress", real(leg.stress, -1e6, 1e6), "eps_SL/sigma_SL^2",
       "Shear stress to go to, for kind = \"stress\" only"},
      {"temperature", real_above(leg.temperature, 0, 1e6), "eps_SL/k_B",
       "Temperature of thermally activated slip, for kind = \"creep\" only"},
      {"duration", real_above(leg.duration, 0, 1e15), "1/attempt rate", "For kind = \"creep\" only"},
      {"most_strain", real_above(leg.most_strain, 0, 100), "",
       "Change of strain at which a leg of kind \"stress\" or \"creep\" ends early, 1 when left out"},
  };
  for (Key& key : table.keys)
    if (!leg_takes(leg.kind, key.name)) key.idle = "a leg of this kind takes none";
  return table;
}

bool leg_takes(rig::LegKind kind, const std::string& key) {
  const bool stress = kind == rig::LegKind::stress, creep = kind == rig::LegKind::creep;
  if (key == "strain") return kind != rig::LegKind::unload && !stress && !creep;
  if (key == "times") return kind == rig::LegKind::cycle;
  if (key == "stress") return stress;
  if (key == "temperature" || key == "duration") return creep;
  if (key == "most_strain") return stress || creep;
  return true;
}

bool leg_needs(rig::LegKind kind, const std::string& key) {
  return key != "most_strain" && leg_takes(kind, key);
}

const std::vector<std::string>& leg_keys() {
  static const std::vector<std::string> keys = [] {
    rig::Leg leg;
    std::vector<std::string> names = describe(leg, "").names();
    names.erase(names.begin());  // the kind
    return names;
  }();
  return keys;
}

std::string leg_kind_name(rig::LegKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace vitrum::config
