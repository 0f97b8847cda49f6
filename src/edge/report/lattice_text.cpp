#include <cstdio>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

std::string past(double strain) {
  char text[64];
  std::snprintf(text, sizeof text, " past the strain %g", strain);
  return strain > 0 ? text : "";
}

}  // namespace

std::string described_text(const study::Results& results) {
  if (results.compared) return ", in the window of strain that is compared";
  const auto& [model, macroscale] = results.description;
  if (model.empty()) return "";
  const std::size_t count = model == "glass" ? results.glass.size() : results.lattice.size();
  char window[64];
  std::snprintf(window, sizeof window, ", strain %g to the end of the shear", macroscale.from);
  return " of " + counted(count, model, model == "glass" ? "glasses" : "lattices") + window;
}

std::string bundle_text(const nlohmann::json& bundle, const std::string& one, const std::string& many) {
  if (bundle.is_null()) return "";
  const auto all = bundle["realizations"].get<std::size_t>(), shown = bundle["samples"].size();
  if (bundle["legs"] == 1 && all == 1) return "";  // which is the figure of one sample
  std::string text = bundle["legs"] == 1 ? "Single curves of " : "All loading legs of ";
  text += shown < all ? "the first " + counted(shown, one, many) + " of " + std::to_string(all)
                      : counted(all, one, many);
  if (all > 1)
    text +=
        ", faint; dark, the mean over all of them with a band of one standard error, as far as all are "
        "still in the leg";
  return text;
}

std::string lattice_maps_text(const nlohmann::json& maps) {
  if (maps.is_null()) return "";
  std::string text = "Lattice, sample " + maps["sample"].dump();
  const auto block = maps["block"].get<std::size_t>();
  if (block > 1) text += "; each cell is the mean over " + std::to_string(block * block) + " elements";
  return text;
}

std::string avalanches_text(const study::Results& results) {
  const auto& sizes = results.avalanche_sizes;
  return counted(static_cast<std::size_t>(sizes.slips.events), "avalanche", "avalanches") + " of " +
         counted(results.lattice.size(), "lattice", "lattices") + past(sizes.from);
}

std::string largest_avalanche_text(const std::vector<study::SampleRecord>& lattice) {
  const auto [record, event] = largest_avalanche(lattice);
  if (record == nullptr) return "";
  char fall[96], text[400];
  if (event->strain_jump == 0)
    std::snprintf(fall, sizeof fall,
                  "the stress in the sense of the loading fell by %.3g &epsilon;/&sigma;&sup2;",
                  drop_along_loading(record->history, *event));
  else
    std::snprintf(fall, sizeof fall, "the strain went on by %.3g under the same stress", event->strain_jump);
  std::snprintf(
      text, sizeof text,
      "At strain %.4g in lattice %lld %s: the largest loss of energy among all lattices whose slips were "
      "kept. In %lld relaxation steps %.0f elements slipped, %lld times in all.",
      event->strain, static_cast<long long>(record->sample), fall, static_cast<long long>(event->duration),
      event->participation, static_cast<long long>(event->slips));
  return text;
}

}  // namespace vitrum::report
