// Building blocks of redrawn figures.
#pragma once

#include <string>

#include "math/estimate.h"
#include "study/figure.h"

namespace vitrum::study {

FigureSeries series(const std::string& label, const std::string& role, Mark mark);
void add_point(FigureSeries& out, double x, const Estimate& y);
FigurePanel panel(const std::string& name, const std::string& title, const std::string& x_label,
                  const std::string& y_label);

}  // namespace vitrum::study
