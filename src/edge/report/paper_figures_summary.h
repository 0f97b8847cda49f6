// Figures of a paper redrawn, for summary.json: every series with its errors, every statement with its
// verdict.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "study/figure.h"

namespace vitrum::report {

nlohmann::ordered_json paper_figures_summary(const std::vector<study::PaperFigure>& figures);

}  // namespace vitrum::report
