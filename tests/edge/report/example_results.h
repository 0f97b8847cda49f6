// Results that look like a study's, made from random numbers: for the page's tests, not physics.
#pragma once

#include <string>

#include "edge/report/report.h"
#include "study/results.h"

namespace vitrum::report::example {

struct Size {
  int glasses = 8;
  int lattices = 12;
  bool fields = true;
  bool events = true;
};

study::Results results(const Size& size);
Provenance provenance();

}  // namespace vitrum::report::example
