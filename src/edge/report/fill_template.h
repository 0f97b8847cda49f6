// Fills a text with marked places.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace vitrum::report {

/// Copies `text` with each {{name}} replaced by its value, as it stands. A stretch {{#name}}...{{/name}}
/// stays when the value of `name` is not empty and goes otherwise; stretches may hold others.
/// @throws InputError when a name has no value or a stretch no end.
std::string fill_template(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace vitrum::report
