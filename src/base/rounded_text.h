// Numbers in messages.
#pragma once

#include <sstream>
#include <string>

namespace vitrum {

/// "0.05", "1e-05", "nan": six digits at most.
inline std::string rounded_text(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

}  // namespace vitrum
