#include "base/nearest_name.h"

#include <algorithm>
#include <cctype>

namespace vitrum {

namespace {

std::string plain(const std::string& name) {
  std::string out = name;
  for (char& c : out) c = c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// How far a name may be off: one letter in a short one, three in a long one.
int tolerance(const std::string& name) { return std::min<int>(3, 1 + static_cast<int>(name.size()) / 5); }

// "temp" for "temperature", "slip-systems-per-element" for "slip_systems".
bool one_begins_other(const std::string& a, const std::string& b) {
  const std::string shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return shorter.size() >= 3 && longer.compare(0, shorter.size(), shorter) == 0;
}

}  // namespace

int edit_distance(const std::string& first, const std::string& second) {
  const std::string a = plain(first), b = plain(second);
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({change, d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::string nearest(const std::string& name, const std::vector<std::string>& known) {
  std::string best;
  int least = tolerance(name) + 1;
  for (const std::string& candidate : known) {
    // Letters that one has more than the other count at least: names of a megabyte are not compared.
    const std::size_t more =
        std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size());
    int distance = more < static_cast<std::size_t>(least) ? edit_distance(name, candidate) : least;
    if (one_begins_other(plain(name), plain(candidate))) distance = std::min(distance, tolerance(name));
    if (distance < least) least = distance, best = candidate;
  }
  return best;
}

}  // namespace vitrum
