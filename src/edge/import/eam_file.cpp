#include "edge/import/eam_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edge/import/text_file.h"

namespace vitrum::imports {

namespace {

constexpr std::int64_t most_elements = 120;

class EamReader {
 public:
  explicit EamReader(const std::filesystem::path& path) : file_(path), name_(path.filename().string()) {}

  atomistic::EamTables read() {
    for (int k = 0; k < 3; ++k)
      if (!file_.next()) file_.fail_file("the file ends in its three lines of comment; write it again");
    read_elements();
    read_grid();
    const std::size_t n = tables_.elements.size();
    for (std::size_t a = 0; a < n; ++a) read_element(a);
    for (std::size_t a = 0; a < n; ++a) {
      tables_.pair.emplace_back();
      for (std::size_t b = 0; b <= a; ++b)
        tables_.pair[a].push_back(
            table(tables_.distances, "r phi of " + tables_.elements[a] + " and " + tables_.elements[b]));
    }
    if (next_line())
      file_.fail_word(
          words_[0],
          "there is more after the last table, r phi of " + tables_.elements.back() + " and " +
              tables_.elements.back() +
              " (other kinds of files have more tables: eam/adp, eam/he); remove the rest, or give "
              "an eam/alloy or eam/fs file");
    return std::move(tables_);
  }

 private:
  /// Moves to the next line with words before any '#'; false at the end of the file.
  bool next_line() {
    if (std::exchange(held_, false)) return true;
    while (file_.next()) {
      words_ = words_of(file_.line().substr(0, file_.line().find('#')));
      if (!words_.empty()) return true;
    }
    words_.clear();
    return false;
  }

  void require_line(const std::string& what) {
    if (!next_line()) file_.fail("the file ends before " + what + " (it is cut off); write it again");
  }

  std::int64_t whole(std::string_view word, const std::string& what, std::int64_t least, std::int64_t most) {
    double value = 0;
    if (!is_number(word, value) || value != std::floor(value) || value < static_cast<double>(least) ||
        value > static_cast<double>(most))
      file_.fail_word(word, what + " is " + in_quotes(word) + " (a whole number from " +
                                std::to_string(least) + " to " + std::to_string(most) +
                                " is needed); correct it");
    return static_cast<std::int64_t>(value);
  }

  double number(std::string_view word, const std::string& what) {
    double value = 0;
    if (!is_number(word, value))
      file_.fail_word(
          word, what + " is " + in_quotes(word) + " (not a number that fits double precision); correct it");
    if (!std::isfinite(value))
      file_.fail_word(word, what + " is " + in_quotes(word) + " (not a finite number); correct it");
    return value;
  }

  double positive(std::string_view word, const std::string& what) {
    const double value = number(word, what);
    if (!(value > 0))
      file_.fail_word(word, what + " is " + std::string(word) + " (it must be positive); correct it");
    return value;
  }

  void read_elements() {
    require_line("the line with the elements");
    const std::int64_t n =
        whole(words_[0], "the number of elements, first in line 4 of eam/alloy and eam/fs files,", 1,
              most_elements);
    if (words_.size() != static_cast<std::size_t>(n) + 1)
      file_.fail_word(words_.back(), "the line promises " + std::to_string(n) + " elements and names " +
                                         std::to_string(words_.size() - 1) +
                                         " (eam/alloy and eam/fs files have here the number of elements and "
                                         "their names); correct it, or give such a file");
    for (std::size_t k = 1; k < words_.size(); ++k) {
      const std::string name(words_[k]);
      if (std::find(tables_.elements.begin(), tables_.elements.end(), name) != tables_.elements.end())
        file_.fail_word(words_[k], "the element " + name + " is named twice; correct it");
      tables_.elements.push_back(name);
    }
  }

  void read_grid() {
    require_line("the line 'nrho drho nr dr cutoff'");
    if (words_.size() != 5)
      file_.fail_word(words_.back(), "the line 'nrho drho nr dr cutoff' has " +
                                         std::to_string(words_.size()) + " words instead of 5; correct it");
    // A value takes two characters at least. Slopes of the interpolation need five values.
    const auto most = static_cast<std::int64_t>(file_.bytes() / 2);
    const auto count = [&](std::string_view word, const std::string& what) {
      const std::int64_t value = whole(word, what, 5, 1'000'000'000);
      if (value > most)
        file_.fail_word(word, what + " is " + std::to_string(value) + " (the whole file has only " +
                                  std::to_string(file_.bytes()) +
                                  " bytes: it is cut off, or the number wrong); write it again");
      return static_cast<int>(value);
    };
    tables_.densities = count(words_[0], "nrho, the number of densities,");
    tables_.density_step = positive(words_[1], "drho, the step of the densities,");
    tables_.distances = count(words_[2], "nr, the number of distances,");
    tables_.distance_step = positive(words_[3], "dr, the step of the distances,");
    tables_.cutoff = positive(words_[4], "the cut-off");
  }

  void read_element(std::size_t a) {
    const std::string& element = tables_.elements[a];
    require_line("the line of the element " + element);
    if (words_.size() < 2)
      file_.fail_word(words_[0], "the line of the element " + element + " has " +
                                     std::to_string(words_.size()) +
                                     " words (atomic number, mass, lattice constant and name of the lattice "
                                     "are needed); correct it, or the counts nrho and nr");
    tables_.atomic_numbers.push_back(
        static_cast<int>(whole(words_[0], "the atomic number of " + element, 0, 1000)));
    tables_.masses.push_back(positive(words_[1], "the mass of " + element));
    tables_.lattice_constants.push_back(
        words_.size() > 2 ? number(words_[2], "the lattice constant of " + element) : 0.0);
    tables_.embedding.push_back(table(tables_.densities, "F of " + element));
    const std::size_t n = tables_.elements.size();
    auto& density = tables_.density.emplace_back();
    density.push_back(table(tables_.distances, a == 0 ? "rho of " + element : density_name(a, 0)));
    if (a == 0 && n > 1) find_kind();
    if (by_pairs_)
      for (std::size_t b = 1; b < n; ++b) density.push_back(table(tables_.distances, density_name(a, b)));
    else
      density.resize(n, density[0]);
  }

  std::string density_name(std::size_t a, std::size_t b) const {
    return by_pairs_ ? "rho of " + tables_.elements[a] + " at " + tables_.elements[b]
                     : "rho of " + tables_.elements[a];
  }

  /// After the first density: another table of it (eam/fs), or the next element (eam/alloy)?
  void find_kind() {
    require_line("the second table of rho, or the element " + tables_.elements[1]);
    held_ = true;
    double ignored = 0;
    by_pairs_ = std::all_of(words_.begin(), words_.end(), [&](auto w) { return is_number(w, ignored); });
    if (by_pairs_ && name_.ends_with(".alloy"))
      file_.fail_word(words_[0],
                      "here is a second table of rho of " + tables_.elements[0] +
                          " (so do eam/fs files, but the name of this one ends in .alloy: eam/alloy "
                          "files have one for each element); rename it, or correct nr");
    if (!by_pairs_ && name_.ends_with(".fs"))
      file_.fail_word(words_[0], "here is the line of another element after one table of rho of " +
                                     tables_.elements[0] +
                                     " (so do eam/alloy files, but the name of this one ends in .fs: eam/fs "
                                     "files have one for each pair of elements); rename it, or correct nr");
  }

  std::vector<double> table(int length, const std::string& name) {
    const auto size = static_cast<std::size_t>(length);
    std::vector<double> values;
    values.reserve(size);
    const std::string what = "a value of " + name;
    while (values.size() < size) {
      if (!next_line())
        file_.fail("the file ends in the table of " + name + ", after " + std::to_string(values.size()) +
                   " of its " + std::to_string(size) +
                   " values (it is cut off, or nrho or nr are wrong); write it again");
      for (const auto word : words_) {
        if (values.size() == size)
          file_.fail_word(word,
                          "the table of " + name + " ends before the end of this line (it has " +
                              std::to_string(size) +
                              " values, and every table begins with a line); correct nrho or nr, or write "
                              "the file again");
        values.push_back(number(word, what));
      }
    }
    return values;
  }

  TextFile file_;
  std::string name_;
  std::vector<std::string_view> words_;
  bool held_ = false;      // the present line is still to be read
  bool by_pairs_ = false;  // eam/fs
  atomistic::EamTables tables_;
};

}  // namespace

atomistic::EamTables read_eam(const std::filesystem::path& path) { return EamReader(path).read(); }

}  // namespace vitrum::imports
