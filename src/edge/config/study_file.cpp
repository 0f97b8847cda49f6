#include "edge/config/study_file.h"

#include <filesystem>

#include "base/input_errors.h"
#include "edge/config/check_study.h"
#include "edge/config/overrides.h"
#include "edge/config/read_settings.h"
#include "edge/config/source_text.h"
#include "edge/config/syntax.h"
#include "edge/config/write_settings.h"

namespace vitrum::config {

namespace {

/// A model of which the study says nothing has no samples.
void leave_out_absent(study::Settings& settings, const Findings& findings) {
  const auto absent = [&](const char* table) {
    return !findings.is_given(table) && !findings.in_doubt(table);
  };
  if (absent("glass")) settings.glass.samples = 0;
  if (absent("lattice")) settings.lattice.samples = 0;
}

study::Settings examine(const std::string& text, const std::vector<std::string>& overrides,
                        const FurtherCheck& further, Findings& findings) {
  study::Settings settings;
  if (!is_study_text(text, findings)) return settings;
  std::optional<Node> root = read_toml(text, findings);
  if (!root) return settings;
  const bool whole = findings.problems().empty();
  apply_overrides(overrides, *root, findings);
  if (!read_settings(*root, settings, findings)) return settings;
  if (whole) leave_out_absent(settings, findings);
  complete_glass(settings.glass, findings);
  if (further) further(settings, findings);
  // A line that could not be read leaves a gap; nothing is missing or unfitting because of that.
  if (whole) check_study(settings, findings);
  return settings;
}

}  // namespace

ParsedStudy parse_study(const std::string& text, const std::string& file,
                        const std::vector<std::string>& overrides, const FurtherCheck& further) {
  Findings findings;
  ParsedStudy study{examine(text, overrides, further, findings), std::filesystem::path(file).stem().string(),
                    text, overrides, ""};
  if (!findings.problems().empty()) throw InputErrors(render_all(findings.problems(), file, text));
  if (study.settings.study.output.empty()) study.settings.study.output = "results/" + study.name;
  study.resolved = settings_toml(study.settings);
  return study;
}

ParsedStudy load_study(const std::string& file, const std::vector<std::string>& overrides,
                       const FurtherCheck& further) {
  Findings findings;
  const std::optional<std::string> text = read_text(file, findings);
  if (!text) throw InputErrors(render_all(findings.problems(), file, ""));
  return parse_study(*text, file, overrides, further);
}

std::vector<std::string> study_problems(const std::string& file, const std::vector<std::string>& overrides) {
  Findings findings;
  const std::optional<std::string> text = read_text(file, findings);
  if (text) examine(*text, overrides, {}, findings);
  return render_all(findings.problems(), file, text.value_or(""));
}

}  // namespace vitrum::config
