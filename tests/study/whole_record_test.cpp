// Records whose parts do not fit each other, which ended the program where they were shown or exported.
#include "study/whole_record.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum::study {
namespace {

SampleRecord whole(const std::string& model) {
  SampleRecord record;
  record.model = model;
  record.history.states.resize(2);
  record.history.events.resize(1);
  record.moduli.put("strain", std::vector<double>{0, 0.1});
  record.moduli.put("shear_modulus", std::vector<double>{13, 12});
  record.measures.put("box", std::vector<double>{4, 5});
  FieldSnapshot snapshot;
  if (model == "glass") {
    snapshot.fields.put("x", std::vector<double>(6));
    snapshot.fields.put("y", std::vector<double>(6));
  } else {
    snapshot.fields.put_shaped("stress_xy", {2, 3}, std::vector<double>(6));
    snapshot.fields.put_shaped("directional_distance", {4, 2, 3}, std::vector<double>(24));
    snapshot.fields.put("unvisited", 0.5);
  }
  record.fields = {snapshot};
  record.largest_event.put("event", std::int64_t{0});
  record.largest_event.groups["fields"] = snapshot.fields;
  return record;
}

TEST(WholeRecord, TakesGlassesAndLattices) {
  EXPECT_NO_THROW(require_whole(whole("glass")));
  EXPECT_NO_THROW(require_whole(whole("lattice")));
  EXPECT_NO_THROW(require_whole(SampleRecord()));
}

TEST(WholeRecord, RefusesWhatDoesNotFit) {
  const auto refuses = [](const std::string& model, const auto& damage) {
    SampleRecord record = whole(model);
    damage(record);
    EXPECT_THROW(require_whole(record), InputError);
  };
  refuses("glass", [](auto& r) { r.moduli.put("shear_modulus", std::vector<double>{13}); });
  refuses("glass", [](auto& r) { r.moduli.put("shear_modulus", 13.0); });
  refuses("glass", [](auto& r) {
    r.along.put("a", std::vector<double>(2)), r.along.put("b", std::vector<double>(3));
  });
  refuses("glass", [](auto& r) { r.fields[0].fields.put("y", std::vector<double>(5)); });
  refuses("glass", [](auto& r) { r.fields[0].fields.put_shaped("y", {2, 6}, std::vector<double>(12)); });
  refuses("glass", [](auto& r) { r.fields[0].fields.put("y", 1.0); });
  refuses("lattice", [](auto& r) { r.fields[0].fields.put("stress_xy", 1.0); });
  refuses("lattice", [](auto& r) { r.fields[0].fields.put("slips", std::vector<double>(6)); });
  refuses("lattice", [](auto& r) { r.fields[0].fields.put_shaped("slips", {3, 2}, std::vector<double>(6)); });
  refuses("glass", [](auto& r) { r.measures.put("box", std::vector<double>{4}); });
  refuses("glass", [](auto& r) { r.measures.put("box", std::vector<double>{4, 0}); });
  refuses("glass", [](auto& r) { r.measures.put("volume", std::vector<double>{}); });
  refuses("glass", [](auto& r) { r.largest_event.put("event", std::int64_t{1}); });
  refuses("glass", [](auto& r) { r.largest_event.put("event", std::int64_t{-1}); });
}

}  // namespace
}  // namespace vitrum::study
