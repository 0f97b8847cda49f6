// Elastic laws that several tests use.
#pragma once

#include "seem/elastic_law.h"

namespace vitrum::seem {

constexpr double gigapascal = 1 / 160.21766;  // in eV per cubic angstrom

/// Paper 2, table I, with the volume per atom of its methods: 39.88^3 / 4000 cubic angstrom.
inline ElasticLaw table_one() {
  return {15.857, 25.90 * gigapascal, 0.101, 8.4 * gigapascal, 2.90 * gigapascal, 0};
}

}  // namespace vitrum::seem
