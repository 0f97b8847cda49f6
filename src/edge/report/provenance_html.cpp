#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

std::string folded(const std::string& title, const std::string& text) {
  if (text.empty()) return "";
  return "<details><summary>" + escaped(title) + "</summary><pre tabindex=\"0\"><code>" + escaped(text) +
         "</code></pre></details>\n";
}

}  // namespace

std::string provenance_html(const Provenance& provenance) {
  std::string html;
  for (const auto& [name, value] : provenance.facts) {
    html += "<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n";
  }
  if (!html.empty()) html = "<dl class=\"facts\">\n" + html + "</dl>\n";
  return html + folded("The study file", provenance.study) +
         folded("Settings changed on the command line", provenance.overrides) +
         folded("Every setting as it was used", provenance.settings);
}

}  // namespace vitrum::report
