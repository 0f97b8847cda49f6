#include "study/castellanos2021/figures.h"

namespace vitrum::study {

std::vector<PaperFigure> castellanos2021_figures(const Settings& settings, const Results& results) {
  using namespace castellanos2021;
  return {figure_2(settings, results), figure_3(results),           figure_4(settings, results),
          figure_5(settings, results), figure_6(results),           figure_7(results),
          figure_8(settings, results), figure_9(settings, results), figure_10(results)};
}

}  // namespace vitrum::study
