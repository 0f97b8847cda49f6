// What each figure of the page draws, as JSON for its script; null when there is nothing to draw.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "study/results.h"

namespace vitrum::report {

/// Stress-strain curves of one model on the uniform strain grid of its first leg: single samples at full
/// resolution, as many as the page has room for, and the mean over all of them with its standard error.
nlohmann::json curves_data(const std::vector<study::SampleRecord>& records);

/// Whole paths of the loading program, all its legs: single samples, thinned out, as many as the page has
/// room for; and for each leg in which the strain does not turn back the mean over samples with its standard
/// error, as far as all of them are still in it.
nlohmann::json bundle_data(const std::vector<study::SampleRecord>& records);

/// The probability densities of the comparison and r of eq. 10.
nlohmann::json densities_data(const compare::MacroscaleComparison& comparison);
nlohmann::json deviation_data(const compare::MacroscaleComparison& comparison);
/// The same of one model alone.
nlohmann::json densities_data(const study::Description& description);
nlohmann::json deviation_data(const study::Description& description);

/// Mean curves of loading legs.
nlohmann::json leg_curves_data(const std::vector<study::LegCurve>& curves);

/// Fields of one lattice at the strains at which they were kept; of large lattices means over blocks of
/// elements.
nlohmann::json lattice_maps_data(const std::vector<study::SampleRecord>& lattice);
/// Mean distance to threshold along each direction, for each snapshot: means over elements, then over the
/// samples that kept it. Directions along which an element never yields are left out.
nlohmann::json anisotropy_data(const std::vector<study::SampleRecord>& lattice);
/// Non-affine displacement of the atoms of one glass at the strains at which its fields were kept.
nlohmann::json glass_map_data(const std::vector<study::SampleRecord>& glass);

/// Where, when and how large the events of single glasses were, as many glasses as the page has room for.
/// Only events whose place is known, in two dimensions.
nlohmann::json event_map_data(const std::vector<study::SampleRecord>& glass);
/// The event that dissipated most among all glasses whose motion is known; null pointers when there is none.
struct LargestEvent {
  const study::SampleRecord* record = nullptr;
  const Event* event = nullptr;
};
LargestEvent largest_event(const std::vector<study::SampleRecord>& glass);

/// By how much the stress fell in the sense in which the specimen was sheared when the event happened.
double drop_along_loading(const History& history, const Event& event);

/// Displacement and local shear of the event that dissipated most among all glasses.
nlohmann::json largest_event_data(const std::vector<study::SampleRecord>& glass);
/// How large the avalanches of all lattices are.
nlohmann::json avalanche_sizes_data(const study::AvalancheSizes& sizes);
/// The avalanche that dissipated most among all lattices whose slips are known, and where they were.
LargestEvent largest_avalanche(const std::vector<study::SampleRecord>& lattice);
nlohmann::json largest_avalanche_data(const std::vector<study::SampleRecord>& lattice);
/// How large the events of all glasses are.
nlohmann::json event_sizes_data(const study::EventSizes& sizes);
/// Elastic moduli against strain: means over glasses with standard errors.
nlohmann::json moduli_data(const std::vector<study::SampleRecord>& glass);

/// Local shear tests, state after state of each model: moments of every radius and angle, densities, and how
/// well they foretell events.
nlohmann::json local_yield_data(const std::vector<study::LocalYieldState>& local);
/// Distance to threshold along the forward direction at the places of one sample of each model, in the first
/// state that was tested, and the events that followed; radii, the largest first, as far as the page has
/// room.
nlohmann::json local_map_data(const study::Results& results);

/// Moves atoms by whole periods into the rectangle 0..width, 0..height of `box`, counted from where they
/// are. The cell is sheared: its upper neighbours lie `strain` * height further to the right.
void bring_into_cell(double strain, const std::vector<double>& box, std::vector<double>& x,
                     std::vector<double>& y);

/// Potential energy per atom against time while the liquids were held at temperature.
nlohmann::json liquid_data(const std::vector<study::SampleRecord>& glass);

/// Curves, points and bars of the figures of a paper redrawn; tables of cells and panels without data are the
/// page's text alone.
nlohmann::json paper_figures_data(const std::vector<study::PaperFigure>& figures);

/// All of it, by the names that the script knows.
nlohmann::json page_data(const study::Results& results);

}  // namespace vitrum::report
