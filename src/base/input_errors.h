// Several mistakes of the user, found at once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace vitrum {

/// The message holds one after the other, a line end between.
class InputErrors : public InputError {
 public:
  explicit InputErrors(std::vector<std::string> each) : InputError(joined(each)), each_(std::move(each)) {}
  const std::vector<std::string>& each() const { return each_; }

 private:
  static std::string joined(const std::vector<std::string>& each) {
    std::string out;
    for (const std::string& one : each) out += (out.empty() ? "" : "\n") + one;
    return out;
  }
  std::vector<std::string> each_;
};

}  // namespace vitrum
