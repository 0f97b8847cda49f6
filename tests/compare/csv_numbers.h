// Rows of a table under tests/reference/calibration: a name, then numbers.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace vitrum::compare {

inline std::vector<std::pair<std::string, std::vector<double>>> named_rows(const std::string& file) {
  std::ifstream in(VITRUM_REFERENCE_DIR "/calibration/" + file);
  std::vector<std::pair<std::string, std::vector<double>>> rows;
  std::string line, word;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::getline(words, word, ',');
    rows.emplace_back(word, std::vector<double>{});
    while (std::getline(words, word, ',')) rows.back().second.push_back(std::stod(word));
  }
  return rows;
}

}  // namespace vitrum::compare
