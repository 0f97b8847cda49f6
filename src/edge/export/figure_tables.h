// Every table and figure of a study's page, as CSV.
#pragma once

#include <vector>

#include "edge/export/export.h"
#include "study/results.h"

namespace vitrum::exports {

/// quantities.csv (all tables of the page), claims.csv (what papers say, and what is found), and a file for
/// each figure that there is data for: mean curves, densities, deviations, sizes of events and avalanches,
/// legs, local tests, and each panel of the redrawn figures. 17 digits; texts in quotes. docs/formats.md
/// lists the columns.
std::vector<Document> figure_tables(const study::Results& results);

}  // namespace vitrum::exports
