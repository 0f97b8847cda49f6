// The files of the page, compiled in (CMakeLists.txt says from where).
#pragma once

#include <string_view>

namespace vitrum::report::page {

extern const std::string_view template_html;
extern const std::string_view style_css;
extern const std::string_view script_js;
extern const std::string_view plot_css;
extern const std::string_view plot_js;
extern const std::string_view plot_licence;

}  // namespace vitrum::report::page
