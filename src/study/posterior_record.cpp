#include "study/posterior_record.h"

#include <string>

#include "base/error.h"

namespace vitrum::study {

namespace {

constexpr std::size_t numbers_of_belief = 6;

}  // namespace

Group to_group(const compare::Posterior& posterior) {
  Group out;
  std::vector<double> beliefs, samples, pulls;
  for (std::size_t i = 0; i < posterior.parameters.size(); ++i) {
    const compare::ParameterBelief& one = posterior.parameters[i];
    out.texts["parameter_" + std::to_string(i)] = one.name;
    beliefs.insert(beliefs.end(), {one.mean, one.deviation, one.middle_68[0], one.middle_68[1],
                                   one.middle_95[0], one.middle_95[1]});
  }
  for (const compare::Point& sample : posterior.samples)
    samples.insert(samples.end(), sample.begin(), sample.end());
  for (std::size_t i = 0; i < posterior.pulls.size(); ++i) {
    const compare::StatisticPull& one = posterior.pulls[i];
    out.groups["pulls"].texts[std::to_string(1000 + i)] = one.name;
    pulls.insert(pulls.end(), {one.model, one.reference, one.pull});
  }
  out.put("beliefs", beliefs, "", "mean, deviation, middle 68 % and 95 % of each parameter");
  out.put("correlation", posterior.correlation, "1", "of the parameters, row after row");
  out.put("samples", samples, "", "of the parameters, sample after sample");
  out.groups["pulls"].put("numbers", pulls, "", "model, reference, pull of each statistic");
  out.put("best", posterior.best, "", "where chi^2 is least");
  out.put("chi_square", posterior.chi_square);
  out.put("degrees", std::int64_t{posterior.degrees});
  out.put("discrepancy", posterior.discrepancy, "1", "factor of all variances");
  out.put("shrinkage", posterior.shrinkage);
  out.put("emulator_residual", posterior.emulator_residual);
  out.put("r_hat", posterior.r_hat);
  out.put("effective_samples", posterior.effective_samples);
  out.put("converged", std::int64_t{posterior.converged});
  return out;
}

compare::Posterior posterior_from(const Group& group) {
  compare::Posterior out;
  const std::vector<double>& beliefs = group.doubles("beliefs");
  const std::size_t d = beliefs.size() / numbers_of_belief;
  for (std::size_t i = 0; i < d; ++i) {
    const double* b = &beliefs[i * numbers_of_belief];
    out.parameters.push_back(
        {group.text("parameter_" + std::to_string(i)), b[0], b[1], {b[2], b[3]}, {b[4], b[5]}});
  }
  const std::vector<double>& samples = group.doubles("samples");
  for (std::size_t i = 0; d > 0 && i + d <= samples.size(); i += d)
    out.samples.emplace_back(samples.begin() + static_cast<std::ptrdiff_t>(i),
                             samples.begin() + static_cast<std::ptrdiff_t>(i + d));
  const Group& pulls = group.group("pulls");
  const std::vector<double>& numbers = pulls.doubles("numbers");
  if (numbers.size() != 3 * pulls.texts.size())
    throw InputError("the posterior of a calibration is damaged: its pulls are not three numbers each");
  std::size_t next = 0;
  for (const auto& [key, name] : pulls.texts) {
    out.pulls.push_back({name, numbers[next], numbers[next + 1], numbers[next + 2]});
    next += 3;
  }
  out.correlation = group.doubles("correlation");
  out.best = group.doubles("best");
  out.chi_square = group.number("chi_square");
  out.degrees = static_cast<int>(group.integer("degrees"));
  out.discrepancy = group.number("discrepancy");
  out.shrinkage = group.number("shrinkage");
  out.emulator_residual = group.number("emulator_residual");
  out.r_hat = group.doubles("r_hat");
  out.effective_samples = group.doubles("effective_samples");
  out.converged = group.integer("converged") != 0;
  return out;
}

}  // namespace vitrum::study
