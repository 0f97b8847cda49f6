// What lattices cost.
#include <algorithm>
#include <cmath>

#include "study/cost.h"
#include "study/glass_probes.h"

namespace vitrum::study {

namespace {

using elastoplastic::LatticeSettings;

// Unit costs on one core of the reference machine.
constexpr double slip_seconds = 1e-6;             // new slip systems, and those of others looked at
constexpr double slip_element_seconds = 6e-10;    // per slip and element: the stress of all elements
constexpr double shuffle_seconds = 1.2e-8;        // the same, where stresses are handed out at random
constexpr double thermal_seconds = 1e-6;          // a thermally activated event, without its slips
constexpr double thermal_element_seconds = 8e-9;  // per such event and element: the rates of all elements

// Where elements differ (docs/methods/lattice_elasticity.md): a table of all responses while there are few
// elements, a factor of the stiffness, or conjugate gradients.
constexpr double most_in_table = 52 * 52, most_in_factor = 512 * 512;
constexpr double table_seconds = 3e-9, factor_seconds = 1.5e-7, gradients_seconds = 2.6e-6;
constexpr double table_entry_seconds = 1e-7;             // per pair of elements, once
constexpr double table_bytes = 72, factor_bytes = 2400;  // per pair of elements, per element

// How many there are, for the parameters of paper 1's model C.
constexpr double slips_per_strain = 23;      // per element and unit strain in the stationary state
constexpr double amplitude_exponent = 2.25;  // at which they were counted
constexpr double slips_per_thermal_event = 1.5;
// Per element, until all but one in a hundred have slipped, times what a cold liquid needs more.
constexpr double liquid_events = 6.4, cold = 0.3;
constexpr double mepls_events = 1100;  // of any lattice
constexpr double events_per_slip = 1.0 / 7;
// Thermally activated events per element and time: attempts * exp(-barrier V_a / T), from T = 0.12 to 0.4.
constexpr double attempts = 8, barrier = 0.61;

// Sizes.
constexpr double lattice_state_bytes = 80;   // strain, stress, energy, time and leg of one state
constexpr double lattice_event_bytes = 120;  // one event
constexpr double site_bytes = 8;             // one slip of an event whose sites are kept
constexpr double lattice_field_bytes = 8;    // one number per element
constexpr double fields_kept = 7 + 8;      // maps of a snapshot, distances along eight directions among them
constexpr double element_bytes = 200;      // stress, plastic strain and what else an element has
constexpr double kernel_bytes = 48;        // response to a slip, tabulated
constexpr double systems_in_a_vector = 8;  // four pairs
constexpr double pair_bytes = 32;          // direction and two thresholds
constexpr double lattice_test_bytes = 70;  // one local test
constexpr double test_seconds = 5e-7;      // one, and per element of its patch
constexpr double unequal_patch = 20;       // times that where each patch has moduli of its own

double elements_of(const LatticeSettings& model) { return static_cast<double>(model.columns) * model.rows; }

double element_seconds(const LatticeSettings& model) {
  if (model.interaction == "shuffled") return shuffle_seconds;
  if (model.interaction != "heterogeneous") return slip_element_seconds;
  if (elements_of(model) <= most_in_table) return table_seconds;
  return elements_of(model) <= most_in_factor ? factor_seconds : gradients_seconds;
}

bool has_table(const LatticeSettings& model) {
  return model.interaction == "heterogeneous" && elements_of(model) <= most_in_table;
}

// What the elastic rule of one lattice takes before anything slips, and what it keeps.
double preparation_seconds(const LatticeSettings& model) {
  return has_table(model) ? table_entry_seconds * elements_of(model) * elements_of(model) : 0;
}

double interaction_bytes(const LatticeSettings& model) {
  if (has_table(model)) return table_bytes * elements_of(model) * elements_of(model);
  const bool factor = model.interaction == "heterogeneous" && elements_of(model) <= most_in_factor;
  return (factor ? factor_bytes : kernel_bytes) * elements_of(model);
}

double seconds_per_slip(const LatticeSettings& model) {
  return slip_seconds + elements_of(model) * element_seconds(model);
}

double seconds_per_thermal_event(const LatticeSettings& model) {
  return slips_per_thermal_event * seconds_per_slip(model) + thermal_seconds +
         elements_of(model) * thermal_element_seconds;
}

// Slips are as many as it takes to make the strain plastic.
double slips_of_loading(const Lattice& lattice) {
  const LatticeSettings& model = lattice.model;
  const double per_strain = model.amplitudes == "fixed" ? 1 / model.amplitude
                                                        : slips_per_strain * (1 + model.amplitude_exponent) /
                                                              (1 + amplitude_exponent);
  return strain_path(lattice.program) * per_strain * elements_of(model);
}

double events_of_creep(const Lattice& lattice) {
  double events = 0;
  for (const rig::Leg& leg : lattice.program.legs)
    if (leg.kind == rig::LegKind::creep)
      events +=
          leg.duration * attempts * std::exp(-barrier * lattice.model.activation_volume / leg.temperature);
  return events * elements_of(lattice.model);
}

// Of the samples, that whose patches are tested.
double tested_share(const Lattice& lattice) {
  return lattice.samples > 0 ? std::min(1.0, double(lattice.patches.samples) / lattice.samples) : 0.0;
}

// Local tests of one lattice, and the elements of all their patches.
struct LocalTestCount {
  double tests = 0, elements = 0;
};
LocalTestCount local_tests_of(const Lattice& lattice) {
  const auto& settings = lattice.patches.tests;
  LocalTestCount out;
  for (const int size : settings.sizes) {
    const double elements = double(size) * size;
    const bool every = settings.places == elastoplastic::PatchPlaces::every;
    const double tests =
        static_cast<double>(tested_states(lattice.program) * settings.angles.size()) *
        (every ? elements_of(lattice.model) : std::floor(elements_of(lattice.model) / elements));
    out.tests += tests;
    out.elements += tests * elements;
  }
  return out;
}

// Of one lattice whose patches are tested.
double tests_seconds(const Lattice& lattice) {
  const LocalTestCount count = local_tests_of(lattice);
  return (lattice.model.interaction == "heterogeneous" ? unequal_patch : 1) * test_seconds *
         (count.tests + count.elements);
}

// Of one lattice whose patches are not.
double loading_seconds(const Lattice& lattice) {
  return preparation_seconds(lattice.model) + parent_liquid_seconds(lattice) +
         slips_of_loading(lattice) * seconds_per_slip(lattice.model) +
         events_of_creep(lattice) * seconds_per_thermal_event(lattice.model);
}

}  // namespace

double parent_liquid_seconds(const Lattice& lattice) {
  const LatticeSettings& model = lattice.model;
  if (model.initial != elastoplastic::Initial::liquid) return 0;
  double events =
      liquid_events * elements_of(model) * std::max(1.0, cold * model.activation_volume / model.temperature);
  if (model.mode == elastoplastic::Mode::mepls) events = mepls_events;
  if (model.liquid_events > 0) events = model.liquid_events * elements_of(model);
  return events * seconds_per_thermal_event(model);
}

double lattice_seconds(const Lattice& lattice) {
  return loading_seconds(lattice) + tested_share(lattice) * tests_seconds(lattice);
}

double lattice_working_bytes(const Lattice& lattice) {
  const LatticeSettings& model = lattice.model;
  const double systems = model.slip_angles == "fixed" ? 2 : model.slip_systems;
  const double pairs = 4 * std::ceil(systems / systems_in_a_vector);
  return elements_of(model) * (element_bytes + pairs * pair_bytes) + interaction_bytes(model);
}

// A lattice jumps from event to event: two states for each.
double lattice_record_bytes(const Lattice& lattice) {
  const double slips = slips_of_loading(lattice) + slips_per_thermal_event * events_of_creep(lattice);
  const double events = events_per_slip * slips_of_loading(lattice) + events_of_creep(lattice);
  const auto legs = static_cast<double>(lattice.program.legs.size());
  const double snapshots =
      static_cast<double>(lattice.program.snapshots.size()) + (lattice.program.leg_fields ? legs - 1 : 0);
  const double share = std::min(1.0, lattice.samples > 0 ? double(lattice.fields_of) / lattice.samples : 0.0);
  return tested_share(lattice) * local_tests_of(lattice).tests * lattice_test_bytes +
         events * (2 * lattice_state_bytes + lattice_event_bytes) +
         (lattice.program.sites ? slips * site_bytes : 0) +
         share * (1 + snapshots * fields_kept) * lattice_field_bytes * elements_of(lattice.model);
}

int lattices_per_task(const Lattice& lattice) {
  constexpr double task_seconds = 1;
  constexpr double most = 32;
  // Of a lattice that is tested, if any is: a study that grows keeps the tasks that it has.
  const double seconds =
      loading_seconds(lattice) + (lattice.patches.samples > 0 ? tests_seconds(lattice) : 0);
  return static_cast<int>(std::clamp(std::floor(task_seconds / seconds), 1.0, most));
}

}  // namespace vitrum::study
