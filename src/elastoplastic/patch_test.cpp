#include "elastoplastic/patch_test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

namespace {

constexpr double degrees = std::numbers::pi / 180;

/// In increments: far above the rounding of an onset, and seldom met.
constexpr double beyond_rounding = 1e-4;

double wrapped(double x, double length) { return x >= length ? x - length : x; }

}  // namespace

LatticeAtRest::LatticeAtRest(const LatticeSpecimen& specimen)
    : settings(specimen.settings()),
      lattice(specimen.lattice()),
      stress(specimen.stress()),
      shuffled(settings.interaction == "shuffled") {
  lowest_distance.reserve(lattice.elements());
  for (std::size_t e = 0; e < lattice.elements(); ++e)
    lowest_distance.push_back(lattice.systems().lowest_distance(e, stress.deviator(e), threshold_shift(e)));
}

std::vector<double> LatticeAtRest::onsets(const Deviator& rate) const {
  std::vector<double> strain;
  strain.reserve(lattice.elements());
  for (std::size_t e = 0; e < lattice.elements(); ++e)
    strain.push_back(
        lattice.systems().steps_to_threshold(e, stress.deviator(e), threshold_shift(e), rate, 0));
  return strain;
}

PatchTest::PatchTest(const LatticeAtRest& lattice, const PatchSettings& settings, int size)
    : rest_(lattice),
      settings_(settings),
      size_(static_cast<std::size_t>(size)),
      place_(size_ * size_),
      stress_(elements(), lattice.settings.has_pressure()),
      own_(elements(), lattice.lattice.systems().pairs()),
      plastic_(elements()),
      slipped_(elements()),
      discs_(elements(), lattice.settings.pressure_sensitivity),
      unsafe_(elements()),
      order_(elements()) {}

void PatchTest::load_along(double angle, const PatchElasticity& elasticity, std::span<const double> onsets) {
  angle_ = angle;
  along_ = slip_direction(angle * degrees);
  elasticity_ = &elasticity;
  loading_ = elasticity.loading(angle);
  onsets_ = onsets;
}

void PatchTest::run(int column, int row, RandomStream& random, LocalYield& result) {
  cut_out(column, row);
  const Means before = mean_before();
  const std::int64_t step = shear_until_active();
  const double strain = static_cast<double>(step) * settings_.increment;
  result.radius = rest_.settings.element_length * static_cast<double>(size_) * std::numbers::inv_sqrtpi;
  result.elements = static_cast<std::int64_t>(size_);
  result.angle = angle_;
  result.stress.xx = -before.pressure - before.stress.diagonal;
  result.stress.yy = -before.pressure + before.stress.diagonal;
  result.stress.xy = before.stress.shear;
  result.critical_strain = strain;
  result.tau_i = dot(along_, before.stress);
  result.tau_c = result.tau_i + strain * dot(along_, loading_.mean);
  result.tau_f = result.tau_c;
  result.found = !active_.empty();
  if (result.found) {
    relax(random);
    result.tau_f = dot(along_, mean_now());
    result.energy_drop = energy_drop(strain);
  }
  put_places(column, row, result);
  forget_slips();
}

void PatchTest::cut_out(int column, int row) {
  const auto columns = static_cast<std::size_t>(rest_.settings.columns);
  const auto rows = static_cast<std::size_t>(rest_.settings.rows);
  std::size_t i = 0;
  for (std::size_t y = 0; y < size_; ++y) {
    const std::size_t low = (static_cast<std::size_t>(row) + y) % rows * columns;
    for (std::size_t x = 0; x < size_; ++x, ++i) {
      const std::size_t right = static_cast<std::size_t>(column) + x;
      const std::size_t e = low + (right < columns ? right : right - columns);
      place_[i] = e;
      discs_.set(i, rest_.stress.deviator(e), rest_.stress.pressure[e], rest_.lowest_distance[e]);
    }
  }
}

PatchTest::Means PatchTest::mean_before() const {
  Means sum;
  for (const std::size_t e : place_) {
    sum.stress.diagonal += rest_.stress.diagonal[e];
    sum.stress.shear += rest_.stress.shear[e];
    sum.pressure += rest_.stress.pressure[e];
  }
  const auto count = static_cast<double>(elements());
  return {{sum.stress.diagonal / count, sum.stress.shear / count}, sum.pressure / count};
}

Deviator PatchTest::mean_now() const {
  Deviator sum;
  for (std::size_t i = 0; i < elements(); ++i) {
    sum.diagonal += stress_.diagonal[i];
    sum.shear += stress_.shear[i];
  }
  const auto count = static_cast<double>(elements());
  return {sum.diagonal / count, sum.shear / count};
}

Deviator PatchTest::loaded(std::size_t i, double strain) const {
  const Deviator rate = loading_.uniform ? loading_.mean : loading_.field.deviator(i);
  return {rest_.stress.diagonal[place_[i]] + strain * rate.diagonal,
          rest_.stress.shear[place_[i]] + strain * rate.shear};
}

// The strain at which the first element reaches a threshold, good to rounding.
double PatchTest::nearest_onset() const {
  double nearest = std::numeric_limits<double>::infinity();
  if (loading_.uniform) {
    for (const std::size_t e : place_) nearest = std::min(nearest, onsets_[e]);
    return nearest;
  }
  for (std::size_t i = 0; i < elements(); ++i) {
    const std::size_t e = place_[i];
    const Deviator rate = loading_.field.deviator(i);
    const double shift_rate =
        stress_.has_pressure() ? rest_.settings.pressure_sensitivity * loading_.field.pressure[i] : 0;
    // A threshold at its floor does not rise at once with the pressure: that it falls is all that is sure.
    nearest = std::min(
        nearest, rest_.lattice.systems().steps_to_threshold(
                     e, rest_.stress.deviator(e), rest_.threshold_shift(e), rate, std::min(0.0, shift_rate)));
  }
  return nearest;
}

void PatchTest::load_to(double strain) {
  for (std::size_t i = 0; i < elements(); ++i) {
    const Deviator stress = loaded(i, strain);
    stress_.diagonal[i] = stress.diagonal;
    stress_.shear[i] = stress.shear;
  }
  for (std::size_t i = 0; i < stress_.pressure.size(); ++i) {
    const double rate = loading_.uniform ? 0 : loading_.field.pressure[i];
    stress_.pressure[i] = rest_.stress.pressure[place_[i]] + strain * rate;
  }
}

// Counts increments until the first at which a system is active. The onset may be off by its rounding: the
// grid points themselves decide, by the very test that comes after.
std::int64_t PatchTest::shear_until_active() {
  const double width = settings_.increment;
  const auto limit = static_cast<std::int64_t>(std::floor(settings_.largest_strain / width * (1 + 1e-12)));
  const double nearest = std::max(0.0, nearest_onset());
  const double onset = std::min(nearest / width, static_cast<double>(limit));
  const double whole = std::floor(onset);
  std::int64_t n = std::min(limit, static_cast<std::int64_t>(whole) + 1);
  for (bool sure = onset - whole > beyond_rounding; n > 1 && !sure; --n) {
    load_to(static_cast<double>(n - 1) * width);
    find_active();
    if (active_.empty()) break;
  }
  for (;; ++n) {
    load_to(static_cast<double>(n) * width);
    find_active();
    if (n >= limit || !active_.empty()) return n;
  }
}

// The weakest system of every element that has an active one.
void PatchTest::find_active() {
  active_.clear();
  const std::size_t count = discs_.find_unsafe(stress_, {}, 0, unsafe_);
  for (const std::size_t i : std::span(unsafe_).first(count)) {
    const Deviator stress = stress_.deviator(i);
    const double distance = systems(i).lowest_distance(slot(i), stress, shift(i));
    discs_.set(i, stress, pressure(i), distance);
    if (distance < 0) active_.push_back({i, systems(i).weakest(slot(i), stress, shift(i), distance)});
  }
}

// Only where stresses are in balance do slips together lose exactly what mean stress and plastic strain say.
double PatchTest::energy_drop(double strain) const {
  const double area = rest_.settings.element_length * rest_.settings.element_length;
  if (!rest_.lattice.elasticity().is_in_balance()) return area * heat_;
  double work = 0;
  for (const std::size_t i : sites_) {
    const Deviator first = loaded(i, strain), last = stress_.deviator(i);
    work += 0.5 * (dot(plastic_[i], first) + dot(plastic_[i], last));
  }
  return area * work;
}

void PatchTest::put_places(int column, int row, LocalYield& result) const {
  const double length = rest_.settings.element_length;
  const auto put = [&](double x, double y, std::array<double, 2>& place) {
    place = {length * wrapped(column + x, rest_.settings.columns),
             length * wrapped(row + y, rest_.settings.rows)};
  };
  const double middle = 0.5 * static_cast<double>(size_);
  put(middle, middle, result.place);
  result.event = result.place;
  if (sites_.empty()) return;
  std::size_t x = 0, y = 0;
  for (const std::size_t i : sites_) x += i % size_, y += i / size_;
  const auto count = static_cast<double>(sites_.size());
  put(static_cast<double>(x) / count + 0.5, static_cast<double>(y) / count + 0.5, result.event);
}

void PatchTest::forget_slips() {
  for (const std::size_t i : sites_) {
    plastic_[i] = {};
    slipped_[i] = 0;
  }
  sites_.clear();
  heat_ = 0;
}

}  // namespace vitrum::elastoplastic
