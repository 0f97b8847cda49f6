#include "record/leg_number.h"

#include <string>

#include "base/error.h"

namespace vitrum {

void require_leg(std::int64_t leg) {
  if (leg < 0 || leg >= most_legs)
    throw InputError("the number " + std::to_string(leg) +
                     " is not that of a leg, which are counted from 0 to " + std::to_string(most_legs - 1) +
                     "; the file was not written by this program");
}

}  // namespace vitrum
