#include "study/figure_series.h"

namespace vitrum::study {

FigureSeries series(const std::string& label, const std::string& role, Mark mark) {
  FigureSeries out;
  out.label = label;
  out.role = role;
  out.mark = mark;
  return out;
}

void add_point(FigureSeries& out, double x, const Estimate& y) {
  out.x.push_back(x);
  out.y.push_back(y.value);
  out.error.push_back(y.error);
}

FigurePanel panel(const std::string& name, const std::string& title, const std::string& x_label,
                  const std::string& y_label) {
  FigurePanel out;
  out.name = name;
  out.title = title;
  out.x_label = x_label;
  out.y_label = y_label;
  return out;
}

}  // namespace vitrum::study
