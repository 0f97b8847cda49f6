// What a study leaves behind, in memory: what the edge stores, and what the page is made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/local_prediction.h"
#include "compare/local_statistics.h"
#include "compare/macroscale.h"
#include "compare/macroscale_description.h"
#include "compare/mean_curve.h"
#include "compare/size_density.h"
#include "record/field.h"
#include "record/group.h"
#include "record/history.h"
#include "record/local_yield.h"
#include "study/calibration.h"
#include "study/element_maps.h"
#include "study/figure.h"
#include "study/harvest.h"

namespace vitrum::study {

/// Name of the model of lattices of harvested elements.
inline const std::string elements_model = "elements";

/// One specimen's record.
struct SampleRecord {
  std::string model;  ///< "glass", "lattice" or elements_model
  std::int64_t sample = 0;
  History history;
  std::vector<FieldSnapshot> fields;
  /// Glass: elastic moduli at some strains, as columns, see AtomisticSpecimen::moduli(). May be empty.
  Group moduli;
  /// What was measured along the first leg, as columns, see rig::Drive::measured(). May be empty.
  Group along;
  /// Glass: the event that dissipated most, its number "event" and what moved in it, "fields". May be empty.
  Group largest_event;
  std::vector<LocalYieldSurvey> surveys;  ///< local shear tests, state after state
  Group measures;  ///< what else was measured: liquid energies, cost, largest residual, sizes
  /// Of the history, as the group named it that the record was read from: "GPa", "eV/A^3", "model units";
  /// empty for one that was not read.
  std::string stress_unit = {};
};

/// The name of a record's i-th snapshot, or survey, among its groups: names sort in the order of appearance.
std::string snapshot_name(std::size_t i);

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

/// How large the avalanches of the lattices are.
struct AvalancheSizes {
  double from = 0;  ///< strain from which avalanches are counted
  compare::SizeDensity slips;
  compare::SizeDensity duration;  ///< relaxation steps
  compare::SizeDensity elements;  ///< distinct ones that slipped
};

/// The mean over samples of what one leg of the loading program showed.
struct LegCurve {
  std::string model;  ///< "glass" or "lattice"
  std::string label;  ///< "reloaded forward", in words for the page
  compare::MeanCurve curve;
};

/// Densities of local tests of one radius and angle.
struct LocalDetail {
  double radius = 0, angle = 0;
  std::vector<compare::LocalDensity> densities;  ///< as compare::local_quantities()
  compare::SizeDensity distances;                ///< to threshold, in bins of equal ratio
  compare::MeanCurve drops;                      ///< against yield stress, paper 1, fig. 5c
};

/// How well the strength of places of one radius tells where the next events are.
struct LocalForesight {
  double radius = 0;
  compare::LocalPrediction prediction;
};

/// Local shear tests of all samples of one model in one state.
struct LocalYieldState {
  std::string model;  ///< "glass" or "lattice"
  std::string label;  ///< "as quenched", "before loading", "at a strain of 0.1", "unloaded"
  std::int64_t leg = 0;
  double strain = 0;                                 ///< mean over samples
  std::vector<compare::LocalStatistics> statistics;  ///< by radius, then by angle
  std::vector<LocalDetail> details;       ///< of every radius, forward and backward: compare::angle_along
  std::vector<LocalForesight> foresight;  ///< where events follow and their places are known
};

/// Densities and r of the one model of a study that compares nothing.
struct Description {
  std::string model;  ///< empty: there is none
  compare::MacroscaleDescription macroscale;
};

struct Results {
  std::vector<SampleRecord> glass;
  std::vector<SampleRecord> lattice;
  std::vector<SampleRecord> elements;        ///< lattices of harvested elements, of all sets
  compare::MacroscaleComparison comparison;  ///< first: glass, second: lattice
  bool compared = false;
  Description description;
  EventSizes event_sizes;
  AvalancheSizes avalanche_sizes;
  std::vector<LocalYieldState> local;  ///< glass first, states in the order of loading
  /// Legs of reloading: stress in the direction of the leg against |strain - strain at its start|. Legs at a
  /// rising or falling stress: strain since their start against stress. Creep: strain since its start
  /// against time since its start.
  std::vector<LegCurve> reloads, stress_legs, creeps;
  CalibrationResults calibration;  ///< without models when nothing was calibrated
  /// Of glasses of several sizes (paper 1, fig. 5b): those of the reference.
  std::vector<StressDeviationOfSize> glass_sizes;
  std::vector<LoadingSet> loadings;        ///< that were read, to be harvested
  std::optional<Harvested> harvested;      ///< absent when nothing was, or could be
  std::vector<ElementSet> element_sets;    ///< of `elements`
  std::vector<PaperFigure> paper_figures;  ///< when the study asks for those of a paper
  std::vector<QuantityTable> tables;
  std::vector<std::string> remarks;  ///< finite-size and statistical statements for the page
};

}  // namespace vitrum::study
