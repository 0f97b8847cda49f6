#include "atomistic/potential_registry.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/pair_force_field.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

struct Entry {
  PotentialInfo info;
  PairPotentials (*make)();
};

PotentialInfo kob_andersen_info(std::string name, std::string description) {
  return {std::move(name), std::move(description), 3, {"A", "B"}, {1.0, 1.0}, {0.8, 0.2}, 1.2};
}

// N_L / N_S = (1 + sqrt 5) / 4, so that of 10^4 atoms 4472 are large. Paper 1 prints N_L / N; the ratio of
// the system it cites is this one.
PotentialInfo paper_glass_info() {
  const double large_to_small = (1 + std::sqrt(5.0)) / 4;
  const double large = large_to_small / (1 + large_to_small);
  return {
      "lj2d",     "binary Lennard-Jones glass of paper 1 (Castellanos, Roux, Patinet 2021), reduced units",
      2,          {"L", "S"},
      {1.0, 1.0}, {large, 1 - large},
      1.02435};
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> known{
      {paper_glass_info(), [] { return paper_glass(); }},
      {kob_andersen_info("ka3d",
                         "Kob-Andersen mixture (1995), its pairs ending smoothly from 2.25 to 2.5 sigma_ab"),
       [] { return kob_andersen(PairEnd::smooth); }},
      {kob_andersen_info("ka3d-cut",
                         "Kob-Andersen mixture as published, cut off and shifted at 2.5 sigma_ab: its force "
                         "jumps there, so that a quasi-static path jumps with every pair that crosses"),
       [] { return kob_andersen(PairEnd::cut); }},
  };
  return known;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

const Entry& entry(const std::string& name) {
  for (const Entry& entry : entries())
    if (entry.info.name == name) return entry;
  throw InputError("There is no potential \"" + name + "\". Known potentials: " + listed(potential_names()) +
                   ".");
}

}  // namespace

const std::vector<PotentialInfo>& potentials() {
  static const std::vector<PotentialInfo> infos = [] {
    std::vector<PotentialInfo> out;
    for (const Entry& entry : entries()) out.push_back(entry.info);
    return out;
  }();
  return infos;
}

std::vector<std::string> potential_names() {
  std::vector<std::string> names;
  for (const auto& info : potentials()) names.push_back(info.name);
  return names;
}

const PotentialInfo& potential_info(const std::string& name) { return entry(name).info; }

PairPotentials pair_potentials(const std::string& name) { return entry(name).make(); }

std::unique_ptr<ForceField> make_force_field(const std::string& name) {
  return std::make_unique<PairForceField>(pair_potentials(name));
}

Mixture usual_mixture(const std::string& name) {
  const PotentialInfo& info = potential_info(name);
  return {info.dimension, info.fractions, info.masses};
}

std::vector<int> species_numbers(const std::vector<std::string>& names, const std::string& potential,
                                 const std::vector<std::string>& known) {
  std::vector<int> numbers;
  std::size_t found = 0;
  for (const std::string& name : names) {
    const auto place = std::find(known.begin(), known.end(), name);
    found += place != known.end();
    numbers.push_back(static_cast<int>(place - known.begin()));
  }
  if (found == names.size()) return numbers;
  if (found > 0) {
    throw InputError("the file's species are " + listed(names) + ", but the potential " + potential +
                     " knows " + listed(known) + "; rename the species or choose another potential");
  }
  for (std::size_t k = 0; k < names.size(); ++k) numbers[k] = static_cast<int>(k);
  return numbers;
}

}  // namespace vitrum::atomistic
