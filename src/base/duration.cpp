#include "base/duration.h"

#include <cmath>
#include <cstdio>

namespace vitrum {

namespace {

constexpr double minute = 60, hour = 60 * minute, day = 24 * hour, year = 365.25 * day;

std::string rounded_up(double count, const char* unit) {
  char out[40];
  const double places = count < 10 ? 10 : 1;
  std::snprintf(out, sizeof out, "%g %s", std::ceil(count * places - 1e-9) / places, unit);
  return out;
}

}  // namespace

std::string duration_in_words(double seconds) {
  if (!(seconds >= 0)) return "unknown";
  if (seconds <= 2 * minute) return std::to_string(std::lround(std::ceil(seconds))) + " s";
  if (seconds <= 2 * hour) return rounded_up(seconds / minute, "min");
  if (seconds <= 2 * day) return rounded_up(seconds / hour, "h");
  if (seconds <= 2 * year) return rounded_up(seconds / day, "days");
  if (seconds < 1e5 * year) return rounded_up(seconds / year, "years");
  return "more than 100000 years";
}

}  // namespace vitrum
