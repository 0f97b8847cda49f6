// The parameters that make L_stat least, with few trials: a Gaussian process stands in for the model.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/error_model.h"
#include "compare/estimate.h"
#include "compare/search.h"
#include "compare/search_box.h"

namespace vitrum::compare {

struct SurrogateOptions {
  int trials = 160;  ///< at most
  int batch = 8;     ///< trials asked for at once
  int design = 0;    ///< trials that fill the box before the model is asked; 0: 12 for each parameter
  int settled = 4;   ///< ends after so many batches in a row that moved the optimum by less than half its
                     ///< error, but not before half of all trials; 0: never
};

/// Where L_stat is least.
struct Optimum {
  Point at;
  Point error;                      ///< standard errors
  std::vector<double> correlation;  ///< of the errors, row after row
  double value = 0;                 ///< L_stat there
  double value_error = 0;           ///< holds the nugget: noise beyond the known one may be unresolved shape
  std::vector<std::string>
      at_edge;  ///< parameters whose optimum is at an end of their range, within an error
};

/// The best that is possible at one value of a parameter (paper 1, fig. 3).
struct ProfilePoint {
  double value = 0;  ///< of the parameter
  Estimate error;    ///< least L over all other parameters
  Point at;          ///< all parameters
};

/// Asks for trials, is told what came out, and asks again. The same seed and answers give the same questions.
class SurrogateSearch {
 public:
  /// @throws InputError when a range is empty, or trials cannot pay for a design.
  SurrogateSearch(std::vector<Parameter> parameters, const SurrogateOptions& options, std::uint64_t seed);

  /// Points to be tried; empty when the search has ended.
  std::vector<Point> ask();
  /// What came out, in any number and order; trials that were not asked for are welcome.
  /// @throws InputError when a trial has not as many parameters, or an error that is not a number.
  void tell(const std::vector<Trial>& trials);

  const std::vector<Trial>& trials() const { return trials_; }
  std::string ended() const { return ended_; }  ///< why, in words; empty before the end

  /// @throws InputError before four trials.
  Optimum optimum() const;
  /// Where the mean would be least, had the trials had these L_stat, in their order, and all else as it is.
  /// @throws InputError before four trials, std::invalid_argument when there are not as many as trials.
  Point least_with(const std::vector<double>& stat) const;
  /// The least mean of the model's error with one parameter held at each of these values.
  std::vector<ProfilePoint> profile(std::size_t index, const std::vector<double>& values,
                                    Quantity quantity) const;
  /// The mean of the model's error at these points.
  /// @throws InputError before four trials, or when a trial does not know the quantity.
  std::vector<Estimate> errors_at(const std::vector<Point>& points, Quantity quantity) const;

 private:
  std::vector<Point> choose(std::size_t count);
  bool has_settled(const Optimum& now);

  SearchBox box_;
  SurrogateOptions options_;
  std::uint64_t seed_;
  std::vector<Trial> trials_;
  std::vector<Point> design_;
  std::uint64_t asked_ = 0;  ///< batches
  std::optional<Optimum> last_;
  int still_ = 0;  ///< batches that did not move the optimum
  std::string ended_;
};

}  // namespace vitrum::compare
