#include "edge/store/describe.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

#include "edge/store/file.h"
#include "edge/store/file_summary.h"
#include "edge/store/similar_groups.h"

namespace vitrum::store {
namespace {

constexpr std::size_t name_width = 30;
constexpr std::size_t shape_width = 22;

/// Shortest decimal form that reads back to the same number.
std::string shortest(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

std::string lines_of(const std::string& text) {
  std::size_t lines = text.empty() || text.back() == '\n' ? 0 : 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return std::to_string(lines) + (lines == 1 ? " line" : " lines");
}

std::string indented(const std::string& text) {
  std::istringstream stream(text);
  std::string result;
  for (std::string line; std::getline(stream, line);) result += "    " + line + "\n";
  return result;
}

/// "20001 reals", "3 x 4 integers", or the number itself.
std::string extent_or_value(const Array& array) {
  const auto* reals = std::get_if<std::vector<double>>(&array.values);
  if (array.shape.empty() && array.size() == 1)
    return "= " + (reals ? shortest(reals->front())
                         : std::to_string(std::get<std::vector<std::int64_t>>(array.values).front()));
  std::string text;
  for (const std::size_t extent : array.shape) text += (text.empty() ? "" : " x ") + std::to_string(extent);
  return text + (reals ? " reals" : " integers");
}

void add_groups(std::string& out, const Group& group, const std::string& indent);

void add_tree(std::string& out, const Group& group, const std::string& indent) {
  for (const auto& [name, text] : group.texts)
    out += padded(indent + name, name_width) +
           (text.find('\n') == std::string::npos ? text : lines_of(text)) + "\n";
  for (const auto& [name, array] : group.arrays) {
    std::string line = padded(indent + name, name_width) + padded(extent_or_value(array), shape_width);
    if (!array.unit.empty()) line += "[" + array.unit + "] ";
    line += array.note;
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  add_groups(out, group, indent);
}

/// Groups that are built like one above are counted, not shown.
void add_groups(std::string& out, const Group& group, const std::string& indent) {
  std::set<std::string> counted;
  for (const auto& [name, child] : group.groups) {
    if (counted.count(name) != 0) continue;
    out += indent + name + "/\n";
    add_tree(out, child, indent + "  ");
    std::size_t more = 0;
    for (auto next = group.groups.upper_bound(name); next != group.groups.end(); ++next)
      if (built_alike(child, next->second)) more += counted.insert(next->first).second ? 1 : 0;
    if (more == 0) continue;
    out.append(indent)
        .append("(")
        .append(std::to_string(more))
        .append(" more like ")
        .append(name)
        .append(")\n");
  }
}

std::string counts(const SampleSummary& sample) {
  std::string text = "  ";
  text += std::to_string(sample.states) + " states and " + std::to_string(sample.events) +
          " events, strain " + shortest(sample.smallest_strain) + " to " + shortest(sample.largest_strain) +
          " in increments of " + shortest(sample.increment);
  if (!sample.snapshots.empty()) text += ", fields at strain";
  for (const double strain : sample.snapshots) text.append(" ").append(shortest(strain));
  return text + "\n";
}

std::string first_lines(const std::filesystem::path& path, const File& file, const FileSummary& summary) {
  std::string out = path.string() + ": ";
  out += file.kind == sample_kind      ? "finished record"
         : file.kind == reference_kind ? "reference to calibrate to"
         : file.kind == loadings_kind  ? "loadings to harvest"
                                       : "checkpoint";
  if (summary.samples.size() == 1)
    out += " of " + summary.model + " " + std::to_string(summary.samples[0].sample);
  if (summary.samples.size() > 1)
    out += " of " + std::to_string(summary.samples.size()) + " samples of model " + summary.model;
  out += ", file format " + std::to_string(file.format) + "\n";
  for (const SampleSummary& sample : summary.samples) {
    if (summary.samples.size() > 1) out.append("  sample ").append(std::to_string(sample.sample)).append(":");
    out += counts(sample);
  }
  return out;
}

}  // namespace

std::string describe_file(const std::filesystem::path& path) {
  const File file = read_file(path);
  std::string out = first_lines(path, file, summary_of(file));
  out += "\nContent\n";
  add_tree(out, file.content, "  ");
  out += "\nProvenance\n";
  add_tree(out, file.provenance, "  ");
  for (const auto* name : {"study", "settings"}) {
    const auto text = file.provenance.texts.find(name);
    if (text == file.provenance.texts.end() || text->second.empty()) continue;
    out += std::string("\nProvenance: ") + name + "\n" + indented(text->second);
  }
  return out;
}

}  // namespace vitrum::store
