// The parts of the page that are text: they stand there without any script.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "edge/report/report.h"
#include "study/results.h"

namespace vitrum::report {

/// Two sentences: what was tested, and what came out.
std::string lead_html(const study::Results& results);

/// One table per QuantityTable, values with errors.
std::string tables_html(const std::vector<study::QuantityTable>& tables);

std::string remarks_html(const std::vector<std::string>& remarks);

/// L[P] of one density and its floor, in a few words.
std::string mismatch_html(const compare::DensityPair& pair);

/// Which share of drops and rises the densities leave out, as a sentence; empty when none.
std::string excluded_text(const std::vector<compare::DensityPair>& quantities);

std::string excluded_text(const study::Description& description);

/// Of which model, how many samples and which strains the densities are, as part of a sentence.
std::string described_text(const study::Results& results);

/// What the bundle of curves shows; empty where `bundle`, that of bundle_data, is null.
std::string bundle_text(const nlohmann::json& bundle, const std::string& one, const std::string& many);

/// Of which sample the maps are, and how fine; empty where `maps`, that of lattice_maps_data, is null.
std::string lattice_maps_text(const nlohmann::json& maps);

/// How many avalanches, of how many lattices, and from which strain on.
std::string avalanches_text(const study::Results& results);

/// How much the avalanche that dissipated most did, as a sentence; empty when none is known.
std::string largest_avalanche_text(const std::vector<study::SampleRecord>& lattice);

/// Which event released most energy, and how much, as a sentence; empty when none is known.
std::string largest_event_text(const std::vector<study::SampleRecord>& glass);

/// How many events, and from which strain on, as part of a sentence.
std::string event_sizes_text(const study::EventSizes& sizes);

/// How many local shear tests of which states, sizes and directions, a sentence for each model; empty
/// without.
std::string local_yield_text(const std::vector<study::LocalYieldState>& local);

/// At which stress patches of each model yield, sheared forward at the largest radius in its first tested
/// state, as a sentence for the lead; empty without local tests.
std::string local_yield_lead(const std::vector<study::LocalYieldState>& local);

/// Facts as a list, then the texts of the study and of its settings, folded.
std::string provenance_html(const Provenance& provenance);

}  // namespace vitrum::report
