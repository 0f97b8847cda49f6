// Which local shear tests a study makes of its glasses, and in which portions.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "atomistic/box.h"
#include "study/settings.h"

namespace vitrum::study {

/// One test to be made.
struct LocalTest {
  std::array<double, 2> place{};  ///< centre of the disc, in the unit of length of the sample
  double radius = 0;              ///< R, likewise
  double angle = 0;               ///< alpha, degrees
};

/// Every radius at every place along every angle, in this order: radius by radius.
std::vector<LocalTest> local_tests(const GlassProbes& probes, const atomistic::Box& box);

/// Tests first .. first + count - 1 of one state of a sample: what one task does.
struct TestBatch {
  std::size_t state = 0;  ///< in the order in which loading comes by
  std::size_t first = 0, count = 0;
  double seconds = 0;  ///< expected, on one core
};

/// All batches of one sample, each about a minute of work. A function of settings and box alone.
std::vector<TestBatch> test_batches(const Glass& glass, const atomistic::Box& box);

/// Expected number of tests in one state of a sample; cheap, however many they are.
double test_count(const GlassProbes& probes, const atomistic::Box& box);

/// @throws InputError when the largest disc does not fit into this cell.
void require_room(const Glass& glass, const atomistic::Box& box);
/// Largest radius that fits.
double largest_radius(const Glass& glass, const atomistic::Box& box);

/// How many states of a sample are tested.
std::size_t tested_states(const rig::Program& program);

/// The cell that glasses of these settings have, when they are prepared.
atomistic::Box prepared_box(const Glass& glass);

}  // namespace vitrum::study
