#include "study/model_search.h"

#include <cctype>
#include <cmath>
#include <sstream>

#include "study/lattice_mesh.h"
#include "study/reference_scatter.h"
#include "study/variants.h"

namespace vitrum::study {

SearchedModel searched_model(const Settings& settings, const std::string& variant, double element_length) {
  std::ostringstream name;
  for (const char letter : variant)
    name << static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  name << "-l" << element_length;
  SearchedModel out{variant,
                    with_element_length(under_rules_of(variant, settings.lattice.model), element_length),
                    name.str()};
  for (char& letter : out.name)  // what a task's name may hold
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0 && letter != '-') letter = '_';
  return out;
}

std::vector<SearchedModel> searched_models(const Settings& settings) {
  const Calibration& asked = settings.calibrate;
  std::vector<SearchedModel> out;
  const double own = settings.lattice.model.element_length;
  const auto add = [&](const std::string& variant, double length) {
    out.push_back(searched_model(settings, variant, length));
  };
  if (asked.element_lengths.empty()) add(asked.variants.front(), own);
  for (const double length : asked.element_lengths) add(asked.variants.front(), length);
  for (std::size_t i = 1; i < asked.variants.size(); ++i) add(asked.variants[i], own);
  return out;
}

namespace {

struct CarriedErrors {
  std::vector<double> error, correlation;
};

/// From the coordinates of the search to the parameters of the lattice.
CarriedErrors carried_over(const compare::Point& at, const JointErrors& errors, const SearchedModel& model) {
  const std::size_t d = at.size();
  std::vector<std::vector<double>> slope(d, std::vector<double>(d));
  constexpr double step = 1e-5;
  for (std::size_t k = 0; k < d; ++k) {
    compare::Point up = at, down = at;
    up[k] += step;
    down[k] -= step;
    const auto above = parameter_values(lattice_at(up, model.rules));
    const auto below = parameter_values(lattice_at(down, model.rules));
    for (std::size_t i = 0; i < d; ++i) slope[i][k] = (above[i] - below[i]) / (2 * step);
  }
  const auto correlated = [&](std::size_t k, std::size_t m) {
    if (!errors.correlation.empty()) return errors.correlation[k * d + m];
    return k == m ? 1.0 : 0.0;
  };
  std::vector<double> covariance(d * d);
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t j = 0; j < d; ++j)
      for (std::size_t k = 0; k < d; ++k)
        for (std::size_t m = 0; m < d; ++m)
          covariance[i * d + j] +=
              slope[i][k] * slope[j][m] * errors.error[k] * errors.error[m] * correlated(k, m);
  CarriedErrors out;
  for (std::size_t i = 0; i < d; ++i) out.error.push_back(std::sqrt(covariance[i * d + i]));
  if (errors.correlation.empty()) return out;
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t j = 0; j < d; ++j)
      out.correlation.push_back(covariance[i * d + j] / (out.error[i] * out.error[j]));
  return out;
}

}  // namespace

void put_optimum(const compare::Point& at, const std::vector<double>& errors,
                 const std::vector<double>& correlation, const std::vector<double>& of_reference,
                 const SearchedModel& model, CalibratedModel& out) {
  out.lattice = lattice_at(at, model.rules);
  out.names = free_parameters(out.lattice);
  const std::vector<double> values = parameter_values(out.lattice);
  const CarriedErrors both = carried_over(at, joint_errors(errors, correlation, of_reference), model);
  for (std::size_t i = 0; i < values.size(); ++i) out.optimum.push_back({values[i], both.error[i]});
  out.correlation = both.correlation;
  if (of_reference.empty()) return;
  out.search_error = carried_over(at, {errors, correlation}, model).error;
  const compare::Point none(at.size(), 0);
  out.reference_error = carried_over(at, joint_errors(none, correlation, of_reference), model).error;
}

}  // namespace vitrum::study
