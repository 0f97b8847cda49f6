#include "edge/report/report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/fill_template.h"
#include "edge/report/page_parts.h"
#include "edge/report/page_sections.h"
#include "edge/report/paper_figures_html.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

using Values = std::map<std::string, std::string>;

std::string when(bool there) { return there ? "yes" : ""; }

/// Which figures of local shear tests there are.
void put_local_yield(const nlohmann::json& data, Values& values) {
  const auto& states = data["localYield"];
  values["local_yield"] = when(!states.is_null());
  bool foresight = false;
  for (const char* model : {"glass", "lattice"}) {
    const bool has_foresight = std::any_of(states.begin(), states.end(), [&](const auto& state) {
      return state["model"] == model && !state["foresight"].empty();
    });
    foresight = foresight || has_foresight;
    values[std::string("foresight_") + model] = when(has_foresight);
    values[std::string("local_map_") + model] =
        when(!data["localMap"].is_null() && data["localMap"].contains(model));
  }
  values["foresight"] = when(foresight);
  values["local_map"] = when(!data["localMap"].is_null());
}

/// Which figures there are, by the very data that they are drawn from.
void put_figures(const nlohmann::json& data, Values& values) {
  const auto has = [&](const char* name) { return !data[name].is_null(); };
  values["curves"] = when(has("glassBundle") || has("latticeBundle"));
  values["single"] = values["means"] = when(has("glass") || has("lattice"));
  values["only_bundle"] = when(values["single"].empty());
  values["both"] = when(has("glass") && has("lattice"));
  values["densities"] = when(has("densities"));
  for (const char* quantity : {"stress", "drop", "increment"}) {
    const auto& densities = data["densities"];
    values[std::string("density_") + quantity] =
        when(std::any_of(densities.begin(), densities.end(),
                         [&](const auto& density) { return density["quantity"] == quantity; }));
  }
  values["deviation"] = when(has("deviation"));
  values["maps"] = when(has("latticeMaps") || has("glassMap"));
  values["both_maps"] = when(has("latticeMaps") && has("glassMap"));
  values["glass_map"] = when(has("glassMap"));
  for (const char* size : {"slips", "duration", "elements"})
    values[std::string("avalanche_") + size] = when(has("avalanches") && !data["avalanches"][size].is_null());
  values["anisotropy"] = when(has("anisotropy"));
  values["reloads"] = when(has("reloads"));
  values["stress_legs"] = when(has("stressLegs"));
  values["creeps"] = when(has("creeps"));
  values["liquid"] = when(has("liquid"));
  values["event_map"] = when(has("eventMap"));
  values["largest_event"] = when(has("largestEvent"));
  values["event_sizes"] = when(has("eventSizes"));
  // The densities past yield have the same drops, in bins of their own.
  const auto shows_drops = [&] {
    const auto& densities = data["densities"];
    return std::any_of(densities.begin(), densities.end(), [](const auto& density) {
      return density["quantity"] == "drop" && density.contains("glass");
    });
  };
  values["event_stress"] = when(!shows_drops());
  values["moduli"] = when(has("moduli"));
  put_local_yield(data, values);
  values["glass_map_sample"] = has("glassMap") ? data["glassMap"]["sample"].dump() : "";
  values["lattice_bundle"] = bundle_text(data["latticeBundle"], "lattice", "lattices");
  values["glass_bundle"] = bundle_text(data["glassBundle"], "glass", "glasses");
  values["lattice_maps"] = lattice_maps_text(data["latticeMaps"]);
  // Numbers and names of our own: no "<" that could end the script element stands among them.
  values["data"] = data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void put_comparison(const study::Results& results, Values& values) {
  for (const char* quantity : {"stress", "drop", "increment"}) {
    values[std::string("mismatch_") + quantity] = "";
  }
  values["excluded"] = "";
  values["compared"] = when(results.compared);
  values["described"] = described_text(results);
  if (!results.compared) {
    values["excluded"] = excluded_text(results.description);
    return;
  }
  for (const auto& pair : results.comparison.quantities) {
    values["mismatch_" + pair.quantity] = mismatch_html(pair);
  }
  values["excluded"] = excluded_text(results.comparison.quantities);
}

}  // namespace

std::string report_page(const study::Results& results, const Provenance& provenance) {
  Values values;
  values["title"] = escaped(provenance.title);
  values["lead"] = lead_html(results);
  values["has_glass"] = when(!results.glass.empty());
  values["has_lattice"] = when(!results.lattice.empty());
  values["tables"] = tables_html(results.tables);
  values["remarks"] = remarks_html(results.remarks);
  values["provenance"] = provenance_html(provenance);
  put_figures(page_data(results), values);
  const bool has_avalanches = !avalanche_sizes_data(results.avalanche_sizes).is_null();
  values["avalanches"] = has_avalanches ? avalanches_text(results) : "";
  values["largest_avalanche"] = largest_avalanche_text(results.lattice);
  values["largest_event_text"] = largest_event_text(results.glass);
  values["event_sizes_text"] = event_sizes_text(results.event_sizes);
  values["local_yield_text"] = local_yield_text(results.local);
  put_comparison(results, values);
  values["paper"] = when(!results.paper_figures.empty());
  values["paper_name"] = paper_name_html(results.paper_figures);
  values["paper_verdicts"] = verdicts_html(results.paper_figures);
  values["paper_figures"] = paper_figures_html(results.paper_figures);

  values["style_css"] = page::style_css;
  values["script_js"] = page::script_js;
  values["plot_css"] = page::plot_css;
  values["plot_js"] = page::plot_js;
  values["plot_licence"] = page::plot_licence;
  return fill_template(page::template_html, values);
}

}  // namespace vitrum::report
