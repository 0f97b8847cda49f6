// A small record whose numbers are known by a rule, for files read by other programs.
#pragma once

#include "edge/store/file.h"
#include "study/results.h"

namespace vitrum::store {

/// 1000 states with strain i / 7, shear stress i / 3, energy -i / 11; two events; one snapshot of 2 x 3.
inline study::SampleRecord example_record() {
  study::SampleRecord record;
  record.model = "lattice";
  record.sample = 7;
  record.history.increment = 1.0 / 7;
  for (int i = 0; i < 1000; ++i) {
    State state;
    state.strain = i / 7.0;
    state.stress.xy = i / 3.0;
    state.energy = -i / 11.0;
    record.history.states.push_back(state);
    record.history.leg.push_back(0);
  }
  record.history.events = {{3, 3 / 7.0, 0.5, 0.25, 1e-3, 4, 2}, {900, 900 / 7.0, 0.75, 0.5, 2e-3, 9, 5}};
  Group fields;
  fields.put_shaped("plastic_strain", {2, 3}, {0, 1 / 7.0, 2 / 7.0, 3 / 7.0, 4 / 7.0, 5 / 7.0}, "1",
                    "row 0 at the bottom");
  record.fields.push_back({0.5, fields});
  record.measures.put("cost", 1.5, "s", "computing time");
  return record;
}

inline File example_file() {
  File file{std::string(sample_kind), {}, study::to_group(example_record())};
  file.provenance.texts["study"] = "title = \"Gläser, γ̇ → 0\"\n";
  file.provenance.texts["version"] = "0.1.0";
  file.provenance.put("seed", std::int64_t{42});
  return file;
}

}  // namespace vitrum::store
