// Figures of a paper redrawn, as the page's text around the plots: panels, notes, statements, verdicts.
#pragma once

#include <string>
#include <vector>

#include "study/figure.h"

namespace vitrum::report {

/// A verdict is told by a word and a mark, never by colour alone.
struct VerdictWords {
  const char *word, *symbol;
};
VerdictWords words_of(study::Verdict verdict);

/// How many statements of each figure hold, hold partly, fail, or cannot be judged.
std::string verdicts_html(const std::vector<study::PaperFigure>& figures);

/// "paper&nbsp;1"; nothing without figures.
std::string paper_name_html(const std::vector<study::PaperFigure>& figures);

/// One section for each figure; panels without data say why.
std::string paper_figures_html(const std::vector<study::PaperFigure>& figures);

}  // namespace vitrum::report
