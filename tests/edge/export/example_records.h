// A glass of three atoms in a tilted cell and a lattice of two rows and three columns.
#pragma once

#include "study/results.h"

namespace vitrum::exports {

inline study::SampleRecord glass() {
  study::SampleRecord record;
  record.model = "glass";
  record.sample = 3;
  record.measures.put("box", std::vector<double>{4, 4});
  record.history.increment = 0.1;
  record.history.states = {{0, {}, -7}, {0.1, {1.0 / 3, 2, 3, 4, 5, 6}, -8}};
  record.history.leg = {0, 0};
  record.history.events = {{1, 0.1, 0.75, 0.5, 0.001, 0, 0, 0, -7, -8, 12, {1, 2, 0}, 45}};
  for (const double strain : {0.0, 0.7}) {
    FieldSnapshot snapshot;
    snapshot.strain = strain;
    snapshot.fields.put("x", std::vector<double>{0.1, 1.0 / 3, -2.5});
    snapshot.fields.put("y", std::vector<double>{0.2, 1.5, 2.5});
    snapshot.fields.put("dx", std::vector<double>{0, 1e-3, -1e-3});
    snapshot.fields.put("species", std::vector<std::int64_t>{0, 1, 0});
    record.fields.push_back(snapshot);
  }
  return record;
}

inline study::SampleRecord lattice() {
  study::SampleRecord record;
  record.model = "lattice";
  record.sample = 0;
  record.history.increment = 1e-4;
  FieldSnapshot snapshot;
  snapshot.strain = 0.5;
  snapshot.fields.put_shaped("plastic_shear", {2, 3}, {0, 1, 2, 3, 4, 1.0 / 3});
  snapshot.fields.put_shaped("slips", {2, 3}, {10, 11, 12, 13, 14, 15});
  record.fields.push_back(snapshot);
  return record;
}

}  // namespace vitrum::exports
