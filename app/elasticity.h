// How `vitrum evaluate` shows moduli and modes.
#pragma once

#include <nlohmann/json.hpp>

#include "atomistic/elastic_moduli.h"
#include "atomistic/lowest_mode.h"

namespace vitrum::app {

nlohmann::ordered_json as_json(const atomistic::ElasticModuli& moduli);
void print(const atomistic::ElasticModuli& moduli);
void print(const atomistic::LowestMode& mode);

}  // namespace vitrum::app
