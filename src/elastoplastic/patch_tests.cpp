#include "elastoplastic/patch_tests.h"

#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/patch_test.h"
#include "elastoplastic/rules.h"

namespace vitrum::elastoplastic {

namespace {

// The stream of a sample has room for so many random words in one test, tests in one state, and states.
constexpr unsigned word_bits = 24, test_bits = 25, state_bits = 15;

PatchElasticity elasticity_of(const LatticeSettings& lattice, int size) {
  PatchElasticity patch =
      equal_patch(size, {lattice.shear_modulus, lattice.bulk_modulus}, lattice.has_pressure());
  if (lattice.interaction == "mean field") return mean_field_patch(std::move(patch));
  if (lattice.interaction == "eshelby" || lattice.interaction == "shuffled") return patch;
  throw InputError("patches: what slips do within a patch is not known for interaction = \"" +
                   lattice.interaction +
                   "\"; use \"eshelby\", \"heterogeneous\", \"shuffled\" or \"mean field\"");
}

/// The same angle from 0 to 180 degrees, to the last bit where that can be.
double reduced(double angle) {
  const double rest = std::fmod(angle, 180);
  return rest < 0 ? rest + 180 : rest;
}

/// Elasticity of patches whose elements differ, one after the other.
class UnequalPatches {
 public:
  UnequalPatches(const LatticeSettings& lattice, const SampleName& name)
      : columns_(static_cast<std::size_t>(lattice.columns)),
        rows_(static_cast<std::size_t>(lattice.rows)),
        with_pressure_(lattice.has_pressure()) {
    for (const double modulus : shear_moduli(lattice, name)) all_.push_back({modulus, lattice.bulk_modulus});
  }

  PatchElasticity cut_out(std::size_t element, int size) const {
    const auto n = static_cast<std::size_t>(size);
    std::vector<Stiffness> own;
    own.reserve(n * n);
    for (std::size_t y = 0; y < n; ++y)
      for (std::size_t x = 0; x < n; ++x)
        own.push_back(
            all_[(element / columns_ + y) % rows_ * columns_ + (element % columns_ + x) % columns_]);
    return unequal_patch(size, own, with_pressure_);
  }

 private:
  std::size_t columns_, rows_;
  bool with_pressure_;
  std::vector<Stiffness> all_;
};

}  // namespace

PatchTests::PatchTests(const LatticeSettings& lattice, const PatchSettings& patches)
    : lattice_(lattice), patches_(patches) {
  require_valid(lattice);
  require_valid(patches, lattice);
  for (double& angle : patches_.angles) angle = reduced(angle);
  if (count() >= std::size_t{1} << test_bits)
    throw InputError("patches: " + std::to_string(count()) +
                     " tests of one state are too many; choose fewer angles or sizes, or random places");
  if (lattice.interaction == "heterogeneous") return;
  for (const int size : patches.sizes) equal_.push_back(elasticity_of(lattice, size));
}

std::size_t PatchTests::places(int size) const {
  const auto elements = static_cast<std::size_t>(lattice_.columns) * static_cast<std::size_t>(lattice_.rows);
  const auto n = static_cast<std::size_t>(size);
  return patches_.places == PatchPlaces::every ? elements : elements / (n * n);
}

std::size_t PatchTests::count() const {
  std::size_t places_of_sizes = 0;
  for (const int size : patches_.sizes) places_of_sizes += places(size);
  return places_of_sizes * patches_.angles.size();
}

std::vector<PatchTests::Planned> PatchTests::plan(const SampleName& name, std::uint64_t state) const {
  RandomStream random(name.seed, name.sample, Purpose::patch_places);
  random.seek(state << (word_bits + test_bits));
  const auto elements = static_cast<std::size_t>(lattice_.columns) * static_cast<std::size_t>(lattice_.rows);
  std::vector<Planned> tests;
  tests.reserve(count());
  for (std::size_t size = 0; size < patches_.sizes.size(); ++size)
    for (std::size_t angle = 0; angle < patches_.angles.size(); ++angle) {
      // As many as there shall be, each set of them as likely as any other, in order.
      std::size_t wanted = places(patches_.sizes[size]);
      for (std::size_t element = 0; wanted > 0; ++element) {
        const auto left = static_cast<double>(elements - element);
        if (wanted < elements - element && random.uniform() * left >= static_cast<double>(wanted)) continue;
        tests.push_back({size, angle, element});
        --wanted;
      }
    }
  return tests;
}

void PatchTests::require_mine(const LatticeSpecimen& specimen, std::uint64_t state) const {
  const LatticeSettings& other = specimen.settings();
  if (other.columns != lattice_.columns || other.rows != lattice_.rows ||
      other.interaction != lattice_.interaction || other.shear_modulus != lattice_.shear_modulus ||
      other.bulk_modulus != lattice_.bulk_modulus || other.has_pressure() != lattice_.has_pressure())
    throw InputError(
        "patches: the lattice to be tested has another size, other moduli or another interaction than the "
        "one that the tests were prepared for; make PatchTests with its settings");
  if (state >= std::uint64_t{1} << state_bits)
    throw InputError("patches: state " + std::to_string(state) + " is too large a number; use 0 to " +
                     std::to_string((1u << state_bits) - 1));
}

LocalYieldSurvey PatchTests::survey(const LatticeSpecimen& specimen, std::uint64_t state) const {
  std::vector<std::size_t> all(count());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return survey(specimen, state, all);
}

LocalYieldSurvey PatchTests::survey(const LatticeSpecimen& specimen, std::uint64_t state,
                                    std::span<const std::size_t> numbers) const {
  require_mine(specimen, state);
  const SampleName name = specimen.lattice().name();
  const std::vector<Planned> tests = plan(name, state);
  const LatticeAtRest rest(specimen);
  const UnequalPatches unequal(specimen.settings(), name);
  std::vector<PatchTest> of_size;
  of_size.reserve(patches_.sizes.size());
  for (const int size : patches_.sizes) of_size.emplace_back(rest, patches_, size);
  std::vector<std::vector<double>> onsets(patches_.angles.size());
  if (!equal_.empty())
    for (std::size_t angle = 0; angle < onsets.size(); ++angle)
      onsets[angle] = rest.onsets(equal_.front().loading(patches_.angles[angle]).mean);

  RandomStream random(name.seed, name.sample, Purpose::patch_tests);
  LocalYieldSurvey survey;
  survey.strain = specimen.state().strain;
  survey.tests.reserve(numbers.size());
  const Planned* before = nullptr;
  PatchElasticity own;
  for (const std::size_t number : numbers) {
    if (number >= tests.size())
      throw InputError("patches: there is no test " + std::to_string(number) + "; there are " +
                       std::to_string(tests.size()));
    const Planned& test = tests[number];
    PatchTest& patch = of_size[test.size];
    const double angle = patches_.angles[test.angle];
    if (equal_.empty()) {
      own = unequal.cut_out(test.element, patches_.sizes[test.size]);
      patch.load_along(angle, own, {});
    } else if (before == nullptr || before->size != test.size || before->angle != test.angle) {
      patch.load_along(angle, equal_[test.size], onsets[test.angle]);
    }
    before = &test;
    const std::uint64_t first_word =
        (state << (test_bits + word_bits)) | (std::uint64_t{number} << word_bits);
    random.seek(first_word);
    const auto columns = static_cast<std::size_t>(lattice_.columns);
    patch.run(static_cast<int>(test.element % columns), static_cast<int>(test.element / columns), random,
              survey.tests.emplace_back());
    if (random.counter() - first_word > std::uint64_t{1} << word_bits)
      throw PhysicsError("patch test " + std::to_string(number) +
                         ": the avalanche took more random numbers than there are for one test");
  }
  return survey;
}

}  // namespace vitrum::elastoplastic
