#include <cmath>
#include <limits>
#include <map>
#include <sstream>

#include "study/tables.h"

namespace vitrum::study {

namespace {

const std::map<std::string, std::string> symbols{{"threshold_shape", "k"},
                                                 {"threshold_scale", "lambda"},
                                                 {"threshold", "tau_c"},
                                                 {"amplitude_exponent", "chi"},
                                                 {"amplitude", "dgamma_pl"}};

std::string short_text(double value) {
  std::ostringstream out;
  out.precision(3);
  out << value;
  return out.str();
}

/// What may stand in a key: "C, l = 6.6" becomes "C-l6_6".
std::string key_of(const CalibratedModel& model) {
  std::string length = short_text(model.element_length);
  for (char& letter : length)
    if (letter == '.') letter = '_';
  return "calibration." + model.variant + "-l" + length + ".";
}

std::string parts_of_error(const CalibratedModel& model, std::size_t i) {
  if (i >= model.search_error.size() || i >= model.reference_error.size() ||
      !std::isfinite(model.reference_error[i]))
    return "the error knows nothing of the finite number of realizations of the reference";
  return "error: " + short_text(model.search_error[i]) + " of the search, " +
         short_text(model.reference_error[i]) + " of the finite number of realizations of the reference";
}

/// The middle 95 %, and how much it says of the other parameters.
std::string spread_of_belief(const compare::Posterior& posterior, std::size_t i) {
  const auto& [low, high] = posterior.parameters[i].middle_95;
  std::string text = "95 % between " + short_text(low) + " and " + short_text(high);
  const std::size_t count = posterior.parameters.size();
  for (std::size_t j = 0; j < count && posterior.correlation.size() == count * count; ++j)
    if (j != i)
      text += "; correlation " + short_text(posterior.correlation[i * count + j]) + " with " +
              posterior.parameters[j].name;
  if (posterior.discrepancy > 1)
    text +=
        "; widened by " + short_text(std::sqrt(posterior.discrepancy)) + ", for the model cannot do it all";
  return posterior.converged ? text : text + "; chains not converged";
}

void add_beliefs(std::vector<Quantity>& rows, const CalibratedModel& model, const std::string& name) {
  if (!model.posterior) return;
  for (std::size_t i = 0; i < model.posterior->parameters.size(); ++i) {
    const compare::ParameterBelief& belief = model.posterior->parameters[i];
    rows.push_back({key_of(model) + "belief." + std::to_string(i), name + "posterior", belief.name, "",
                    belief.mean, belief.deviation, spread_of_belief(*model.posterior, i)});
  }
}

}  // namespace

QuantityTable calibration_table(const CalibrationResults& calibration) {
  QuantityTable table;
  table.title = "Calibrated lattices";
  table.caption =
      "Parameters where L_stat (paper 1, sec. 4) is least. Their standard errors are those of the search "
      "and, added to these in squares, what other realizations of the reference would have changed. The "
      "posterior is that of a Gaussian likelihood of means and deviations "
      "(docs/methods/calibration_search.md), in the "
      "coordinates of the search.";
  for (const CalibratedModel& model : calibration.models) {
    const std::string name = "Model " + model.variant + ", l = " + short_text(model.element_length) + ": ";
    for (std::size_t i = 0; i < model.names.size() && i < model.optimum.size(); ++i) {
      const auto symbol = symbols.find(model.names[i]);
      table.rows.push_back({key_of(model) + model.names[i], name + model.names[i],
                            symbol == symbols.end() ? "" : symbol->second, "", model.optimum[i].value,
                            model.optimum[i].error, parts_of_error(model, i)});
    }
    table.rows.push_back({key_of(model) + "stat", name + "error there", "L_stat", "", model.errors.stat.value,
                          model.errors.stat.error,
                          model.doubt.empty() ? "of lattices that no trial had" : "doubt: " + model.doubt});
    add_beliefs(table.rows, model, name);
  }
  if (calibration.temperature && calibration.temperature->best)
    table.rows.push_back({"calibration.temperature", "Temperature of the parent liquid", "T", "",
                          calibration.temperature->best->value, calibration.temperature->best->error,
                          "whose quenched lattices are nearest to the quenched reference (paper 1, A.3)"});
  else if (calibration.temperature && !calibration.temperature->mismatch.empty())
    table.rows.push_back({"calibration.temperature", "Temperature of the parent liquid", "T", "",
                          calibration.temperature->nearest(), std::numeric_limits<double>::quiet_NaN(),
                          "doubt: the least mismatch of those tried, at an end of them"});
  return table;
}

}  // namespace vitrum::study
