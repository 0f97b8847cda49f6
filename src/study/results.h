// What a study leaves behind, in memory: what the edge stores, and what the page is made from.
#pragma once

#include <string>
#include <vector>

#include "compare/macroscale.h"
#include "compare/size_density.h"
#include "record/field.h"
#include "record/group.h"
#include "record/history.h"

namespace vitrum::study {

/// One specimen's record.
struct SampleRecord {
  std::string model;  ///< "glass" or "lattice"
  std::int64_t sample = 0;
  History history;
  std::vector<FieldSnapshot> fields;
  /// Glass: elastic moduli at some strains, as columns, see AtomisticSpecimen::moduli(). May be empty.
  Group moduli;
  /// Glass: the event that dissipated most, its number "event" and what moved in it, "fields". May be empty.
  Group largest_event;
  Group measures;  ///< what else was measured: liquid energies, cost, largest residual, sizes
};

Group to_group(const SampleRecord& record);
/// @throws InputError when a dataset is missing.
SampleRecord sample_record_from(const Group& group);

/// A number in a table of the page and in summary.json. `error` < 0: exact, has none.
struct Quantity {
  std::string key;     ///< "glass.stress_mean", stable, for programs
  std::string label;   ///< "Mean stationary stress"
  std::string symbol;  ///< "<Sigma_xy>"
  std::string unit;
  double value = 0;
  double error = -1;
  std::string note;  ///< how it was measured, where it stands in the paper
};

struct QuantityTable {
  std::string title;
  std::string caption;
  std::vector<Quantity> rows;
};

/// How large the events of the glasses are.
struct EventSizes {
  double from = 0;  ///< strain from which events are counted
  compare::SizeDensity energy_drop;
  compare::SizeDensity stress_drop;
};

struct Results {
  std::vector<SampleRecord> glass;
  std::vector<SampleRecord> lattice;
  compare::MacroscaleComparison comparison;  ///< first: glass, second: lattice
  bool compared = false;
  EventSizes event_sizes;
  std::vector<QuantityTable> tables;
  std::vector<std::string> remarks;  ///< finite-size and statistical statements for the page
};

}  // namespace vitrum::study
