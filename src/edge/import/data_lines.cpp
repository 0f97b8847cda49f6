#include "edge/import/data_lines.h"

namespace vitrum::imports {

bool DataLines::next() {
  while (file_.next()) {
    const std::size_t hash = file_.line().find('#');
    words_ = words_of(file_.line().substr(0, hash));
    hint_.clear();
    if (hash != std::string_view::npos) hint_ = words_of(file_.line().substr(hash + 1));
    if (!words_.empty()) return true;
  }
  words_.clear();
  return false;
}

bool DataLines::numeric() const { return !words_.empty() && words_[0].find_first_of("0123456789+-.") == 0; }

std::string DataLines::joined() const {
  std::string text;
  for (const auto word : words_) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace vitrum::imports
