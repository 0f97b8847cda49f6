#include "edge/report/fill_template.h"

#include "base/error.h"

namespace vitrum::report {
namespace {

using Values = std::map<std::string, std::string>;

const std::string& value_of(const Values& values, const std::string& name) {
  const auto found = values.find(name);
  if (found == values.end())
    throw InputError("the page's template asks for {{" + name + "}}, which is not known");
  return found->second;
}

}  // namespace

std::string fill_template(std::string_view text, const Values& values) {
  std::string out;
  while (true) {
    const auto open = text.find("{{");
    if (open == std::string_view::npos) return out.append(text);
    const auto close = text.find("}}", open);
    if (close == std::string_view::npos) throw InputError("the page's template has a {{ without its }}");
    out.append(text.substr(0, open));
    std::string name(text.substr(open + 2, close - open - 2));
    text.remove_prefix(close + 2);
    if (!name.starts_with('#')) {
      out += value_of(values, name);
      continue;
    }
    name.erase(0, 1);
    const std::string end = "{{/" + name + "}}";
    const auto at = text.find(end);
    if (at == std::string_view::npos) throw InputError("the page's template has no " + end);
    if (!value_of(values, name).empty()) out += fill_template(text.substr(0, at), values);
    text.remove_prefix(at + end.size());
  }
}

}  // namespace vitrum::report
