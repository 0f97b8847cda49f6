#include <nlohmann/json.hpp>

#include "edge/store/describe.h"
#include "edge/store/file.h"
#include "edge/store/file_summary.h"

namespace vitrum::store {
namespace {

using Json = nlohmann::ordered_json;

/// Single numbers by value, longer arrays by shape alone: this is a description, not an export.
Json described(const Array& array) {
  Json json;
  const bool real = std::holds_alternative<std::vector<double>>(array.values);
  json["type"] = real ? "real" : "integer";
  json["shape"] = array.shape;
  if (!array.unit.empty()) json["unit"] = array.unit;
  if (!array.note.empty()) json["note"] = array.note;
  if (array.shape.empty())
    std::visit([&json](const auto& values) { json["value"] = values.front(); }, array.values);
  return json;
}

Json described(const Group& group) {
  Json json = Json::object();
  for (const auto& [name, text] : group.texts) json[name] = text;
  for (const auto& [name, array] : group.arrays) json[name] = described(array);
  for (const auto& [name, child] : group.groups) json[name] = described(child);
  return json;
}

Json described(const FileSummary& summary) {
  Json samples = Json::array();
  for (const SampleSummary& sample : summary.samples)
    samples.push_back({{"sample", sample.sample},
                       {"states", sample.states},
                       {"events", sample.events},
                       {"increment", sample.increment},
                       {"strain", {sample.smallest_strain, sample.largest_strain}},
                       {"snapshots", sample.snapshots}});
  return {{"model", summary.model}, {"samples", samples}};
}

}  // namespace

std::string describe_file_as_json(const std::filesystem::path& path) {
  const File file = read_file(path);
  Json json;
  json["file"] = path.string();
  json["kind"] = file.kind;
  json["format_version"] = file.format;
  json["summary"] = described(summary_of(file));
  json["provenance"] = described(file.provenance);
  json["content"] = described(file.content);
  // Texts of users may hold bytes that are not UTF-8: they are shown as what they are not, not refused.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace vitrum::store
