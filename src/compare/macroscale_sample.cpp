#include <cmath>
#include <sstream>

#include "base/error.h"
#include "compare/macroscale.h"
#include "compare/uniform_curve.h"

namespace vitrum::compare {
namespace {

[[noreturn]] void refuse_window(double from, double to, double begins, double ends) {
  std::ostringstream message;
  message << "the window of strains " << from << " to " << to
          << " is not covered by the first leg, which goes from " << begins << " to " << ends
          << "; shear further or begin the window earlier";
  throw InputError(message.str());
}

}  // namespace

MacroscaleSample macroscale_sample(const History& history, double from, double to) {
  const UniformCurve curve = uniform_curve(history);
  const double begins = curve.origin;
  const double ends = curve.strain(curve.stress.size() - 1);
  // A strain given in decimals need not be the grid point's double.
  const double slack = 1e-6 * history.increment;
  if (!(from < to) || from < begins - slack || to > ends + slack) refuse_window(from, to, begins, ends);

  MacroscaleSample sample;
  const auto first = static_cast<std::size_t>(std::ceil((from - slack - begins) / curve.step));
  const auto last = static_cast<std::size_t>(std::floor((to + slack - begins) / curve.step));
  sample.stress.assign(curve.stress.begin() + static_cast<std::ptrdiff_t>(first),
                       curve.stress.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  sample.from = curve.strain(first);
  sample.window = curve.strain(last) - curve.strain(first);
  sample.increment = history.increment;

  double branch_begin = curve.stress.front();
  for (const Event& event : history.events) {
    if (event.state >= static_cast<std::int64_t>(first_leg_states(history))) break;
    if (event.strain > from + slack && event.strain <= to + slack) {
      sample.drops.push_back(event.drop());
      sample.increments.push_back(event.stress_before - branch_begin);
      sample.slips += event.slips;
      sample.duration += event.duration;
      sample.participation += event.participation;
    }
    branch_begin = event.stress_after;
  }
  return sample;
}

}  // namespace vitrum::compare
