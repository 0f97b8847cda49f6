// The figures of paper 1 (Castellanos, Roux, Patinet 2021) with what a study found: the glass, which is the
// reference, against the elasto-plastic lattice; and what the paper says of each, judged by the data.
//
// A figure is always there, with all its panels: one for which there is no data says why.
#pragma once

#include <vector>

#include "study/figure.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study {

/// All of them, in the order of the paper. Results as study::analyse leaves them.
std::vector<PaperFigure> castellanos2021_figures(const Settings& settings, const Results& results);

namespace castellanos2021 {

PaperFigure figure_2(const Settings& settings, const Results& results);
PaperFigure figure_3(const Results& results);
PaperFigure figure_4(const Settings& settings, const Results& results);
PaperFigure figure_5(const Settings& settings, const Results& results);
PaperFigure figure_6(const Results& results);
PaperFigure figure_7(const Results& results);
PaperFigure figure_8(const Settings& settings, const Results& results);
PaperFigure figure_9(const Settings& settings, const Results& results);
PaperFigure figure_10(const Results& results);

}  // namespace castellanos2021
}  // namespace vitrum::study
