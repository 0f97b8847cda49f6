// The tables of the page and of summary.json, from records.
#pragma once

#include <vector>

#include "compare/macroscale.h"
#include "compare/stationary.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study {

/// How the glasses came to be: energies, temperature, drift, forces. Empty without glasses.
QuantityTable preparation_table(const Settings& settings, const Results& results);

/// Elastic moduli of the glasses, in the quenched state and past the strain `from`. Empty where none were
/// measured.
QuantityTable moduli_table(const Results& results, double from);

/// Stationary flow of one model; `key` is "glass" or "lattice".
QuantityTable stationary_table(const std::string& key, const std::string& title,
                               const compare::StationarySummary& summary, double from);

/// Stress at a few strains since the start of the legs of reloading; `reloads` as in Results. May be empty.
QuantityTable reload_table(const std::vector<LegCurve>& reloads);

/// How the parent liquids of the lattices flowed until they were quenched. Empty without them.
QuantityTable parent_liquid_table(const std::vector<SampleRecord>& lattice);

/// Local yield stress and what belongs to it, at the largest radius of each model. Empty without local tests.
QuantityTable local_yield_table(const std::vector<LocalYieldState>& local);

/// Elastic law, events and replays of a harvest.
std::vector<QuantityTable> harvest_tables(const Harvested& harvested);

/// Specimens of the map against those of the records, leg by leg of their program; one for each set.
std::vector<QuantityTable> leg_tables(const Harvested& harvested);

/// Lattices of harvested elements: how unevenly they yield. Empty without them.
QuantityTable element_table(const std::vector<ElementSet>& sets);

/// The parameters that were found, with both parts of their errors. Empty when nothing was calibrated.
QuantityTable calibration_table(const CalibrationResults& calibration);

/// L[P] of eq. 8 for the three densities, and L_macro.
QuantityTable mismatch_table(const compare::MacroscaleComparison& comparison);

/// What the numbers do not say by themselves: sizes, windows, numbers of samples, known biases.
std::vector<std::string> remarks(const Settings& settings, const Results& results);

}  // namespace vitrum::study
