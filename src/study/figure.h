// A figure of a paper redrawn: panels, what the paper says about it, and what is found here.
#pragma once

#include <string>
#include <vector>

namespace vitrum::study {

/// cells: a table of numbers, one row for each series, one column for each category. path: a line through its
/// points in their order, whatever their x; broken where one is not a number.
/// Points are joined, those of a cloud are not.
enum class Mark { line, points, cloud, bars, cells, path };
enum class Stroke { solid, dashed, dotted };

/// One set of data in a panel. Errors are standard errors, not a number where unknown; empty: none are known.
struct FigureSeries {
  std::string label;
  std::string role;  ///< "glass", "lattice", "theory", or any other name; equal roles have equal colours
  Mark mark = Mark::line;
  std::vector<double> x, y, error;
  Stroke stroke = Stroke::solid;
};

/// Coloured rectangles under the series of a panel.
struct FigureMap {
  std::vector<double> x, y;    ///< edges, rising
  std::vector<double> values;  ///< column after column of x; not a number: nothing is known there
  std::string label;           ///< of the colours, in letters: "lambda"
  bool logarithmic = false;    ///< the scale of the colours; values of 0 and below are then at its lower end
};

struct FigurePanel {
  std::string name;  ///< "2a"
  std::string title;
  std::string x_label, y_label;  ///< in letters, "<Sigma_xy>"
  bool log_x = false, log_y = false;
  std::vector<std::string> categories;  ///< names of x = 0, 1, 2, ...; empty: x is a number
  FigureMap map;                        ///< without values: none
  std::vector<FigureSeries> series;
  std::string note;  ///< what is missing and why; may be empty
};

inline bool has_data(const FigurePanel& panel) { return !panel.series.empty() || !panel.map.values.empty(); }

/// Whether what a paper says is found here, too.
enum class Verdict { holds, partly, fails, unknown };

struct PaperClaim {
  std::string statement;  ///< of the paper, in our words
  std::string criterion;  ///< by which the verdict was reached
  std::string here;       ///< what is found here, numbers with errors
  Verdict verdict = Verdict::unknown;
};

struct PaperFigure {
  std::string number;  ///< "Fig. 2"
  std::string title;
  std::vector<FigurePanel> panels;
  std::vector<PaperClaim> claims;
  std::string note;  ///< what is drawn differently; may be empty
  std::string paper = "paper 1";
};

}  // namespace vitrum::study
