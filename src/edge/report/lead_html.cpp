#include <algorithm>
#include <cmath>

#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

using Records = std::vector<study::SampleRecord>;

/// Shape of the first kept field of that many dimensions: {atoms} or {rows, columns}; empty without one.
std::vector<std::size_t> shape_of_fields(const Records& records, std::size_t dimensions) {
  for (const auto& record : records) {
    for (const auto& snapshot : record.fields) {
      for (const auto& [name, array] : snapshot.fields.arrays)
        if (array.shape.size() == dimensions) return array.shape;
    }
  }
  return {};
}

std::string glasses(const Records& records) {
  std::string text = counted(records.size(), "glass", "glasses");
  const auto shape = shape_of_fields(records, 1);
  if (!shape.empty()) text += " of " + counted(shape[0], "atom", "atoms");
  return text;
}

std::string lattices(const Records& records) {
  std::string text = counted(records.size(), "elasto-plastic lattice", "elasto-plastic lattices");
  const auto shape = shape_of_fields(records, 2);
  if (!shape.empty())
    text += " of " + std::to_string(shape[1]) + "\u00a0×\u00a0" + std::to_string(shape[0]) + " elements";
  return text;
}

double largest_strain(const Records& records) {
  double largest = 0;
  for (const auto& record : records) {
    for (const State& state : record.history.states) largest = std::max(largest, std::abs(state.strain));
  }
  return largest;
}

std::string strains(const study::Results& results) {
  const std::string glass = with_error(largest_strain(results.glass), -1);
  const std::string lattice = with_error(largest_strain(results.lattice), -1);
  if (results.lattice.empty() || glass == lattice) return "a strain of " + glass;
  if (results.glass.empty()) return "a strain of " + lattice;
  return "strains of " + glass + " and " + lattice;
}

const study::Quantity* quantity(const study::Results& results, const std::string& key) {
  for (const auto& table : results.tables) {
    for (const auto& row : table.rows) {
      if (row.key == key) return &row;
    }
  }
  return nullptr;
}

std::string stress(const study::Results& results, const std::string& model) {
  const auto* row = quantity(results, model + ".stress_mean");
  return row == nullptr ? ""
                        : with_error(row->value, std::isfinite(row->error) ? row->error : -1) + "&nbsp;ε/σ²";
}

std::string strong(const std::string& text) { return "<strong>" + text + "</strong>"; }

std::string outcome(const study::Results& results) {
  const std::string glass = stress(results, "glass");
  const std::string lattice = stress(results, "lattice");
  std::string text;
  if (!glass.empty() && !lattice.empty()) {
    text = "Past yield the glass carries a shear stress of " + strong(glass) + " and the lattice " +
           strong(lattice);
  } else if (!glass.empty() || !lattice.empty()) {
    text = std::string("Past yield the ") + (glass.empty() ? "lattice" : "glass") +
           " carries a shear stress of " + strong(glass + lattice);
  }
  if (results.compared) {
    const auto& comparison = results.comparison;
    text += text.empty() ? "The" : "; the";
    text += " densities of stress, drops and increments differ by " +
            strong("<i>L</i><sub>macro</sub>&nbsp;=&nbsp;" +
                   with_error(comparison.macro.value, comparison.macro.error)) +
            ", of which " + with_decimals(comparison.floor, 3) + " is expected from so few samples alone";
  }
  return text.empty() ? "" : text + ".";
}

/// Whether a leg of the loading was creep.
bool have_waited(const std::vector<study::SampleRecord>& samples) {
  const auto& states = samples.front().history.states;
  return !states.empty() && states.back().time > 0;
}

std::string harvests(const study::Harvested& harvested) {
  std::size_t taken = 0, held_out = 0;
  for (const study::HarvestedSet& set : harvested.sets) {
    taken += set.harvested;
    held_out += set.held_out;
  }
  const std::string events = counted(harvested.library.events(), "event", "events");
  const std::string all = counted(taken + held_out, "sheared specimen", "sheared specimens") + " of " +
                          counted(harvested.sets.size(), "preparation", "preparations");
  if (held_out == 0)
    return all + " were harvested in the space of stress and inelastic energy (" + events +
           "), and compared with a stochastic map of these events.";
  return "Of " + all + " " + std::to_string(taken) +
         " were harvested in the space of stress and inelastic energy (" + events + "), and " +
         std::to_string(held_out) + " held out, which a stochastic map of these events is to predict.";
}

}  // namespace

std::string lead_html(const study::Results& results) {
  const bool both = !results.glass.empty() && !results.lattice.empty();
  std::string text;
  if (both) {
    text = glasses(results.glass) + " and " + lattices(results.lattice) +
           " went through the same quasi-static forward shear, to ";
  } else if (results.glass.empty() && results.lattice.empty()) {
    return results.harvested ? harvests(*results.harvested) : "This study has no results yet.";
  } else if (results.glass.empty()) {
    text = lattices(results.lattice) + (have_waited(results.lattice)
                                            ? " crept under a shear stress, to "
                                            : " went through a quasi-static shear test, to ");
  } else {
    text = glasses(results.glass) + " went through a quasi-static shear test, to ";
  }
  text += strains(results) + ". " + outcome(results);
  const std::string local = local_yield_lead(results.local);
  return local.empty() ? text : text + " " + local;
}

}  // namespace vitrum::report
