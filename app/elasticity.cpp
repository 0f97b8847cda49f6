#include "app/elasticity.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace vitrum::app {

namespace {

using atomistic::ElasticModuli;
using atomistic::ElasticTensor;

/// Forces up to this are those of an equilibrium.
constexpr double balanced = 1e-6;

struct Pair {
  const char* name;
  std::size_t a, b;
};

std::vector<Pair> pairs(int dimension) {
  if (dimension == 2) return {{"xx", 0, 0}, {"yy", 1, 1}, {"xy", 0, 1}};
  return {{"xx", 0, 0}, {"yy", 1, 1}, {"zz", 2, 2}, {"yz", 1, 2}, {"xz", 0, 2}, {"xy", 0, 1}};
}

nlohmann::ordered_json as_json(const ElasticTensor& c, const ElasticModuli& moduli) {
  nlohmann::json rows = nlohmann::json::array();
  for (const Pair& p : pairs(moduli.dimension)) {
    nlohmann::json row = nlohmann::json::array();
    for (const Pair& q : pairs(moduli.dimension)) row.push_back(c(p.a, p.b, q.a, q.b));
    rows.push_back(row);
  }
  return {{"shear_modulus", mean_shear_modulus(c, moduli.stress, moduli.dimension)},
          {"simple_shear_modulus", simple_shear_modulus(c, moduli.stress)},
          {"bulk_modulus", bulk_modulus(c, moduli.stress, moduli.dimension)},
          {"stiffness", rows}};
}

void print(const char* title, const ElasticTensor& c, const ElasticModuli& moduli) {
  fmt::print("{}\n", title);
  fmt::print("  shear modulus G, mean over directions  {:.12g}\n",
             mean_shear_modulus(c, moduli.stress, moduli.dimension));
  fmt::print("  d stress_xy / d gamma, simple shear    {:.12g}\n", simple_shear_modulus(c, moduli.stress));
  fmt::print("  bulk modulus B                         {:.12g}\n",
             bulk_modulus(c, moduli.stress, moduli.dimension));
  fmt::print("  C ");
  for (const Pair& q : pairs(moduli.dimension)) fmt::print(" {:>15}", q.name);
  fmt::print("\n");
  for (const Pair& p : pairs(moduli.dimension)) {
    fmt::print("  {}", p.name);
    for (const Pair& q : pairs(moduli.dimension)) fmt::print(" {:15.9f}", c(p.a, p.b, q.a, q.b));
    fmt::print("\n");
  }
}

}  // namespace

nlohmann::ordered_json as_json(const ElasticModuli& moduli) {
  nlohmann::json order = nlohmann::json::array();
  for (const Pair& p : pairs(moduli.dimension)) order.push_back(p.name);
  return {{"in_equilibrium", moduli.largest_force <= balanced},
          {"stable", moduli.stable},
          {"order", order},
          {"relaxed", moduli.stable ? as_json(moduli.relaxed, moduli) : nlohmann::ordered_json(nullptr)},
          {"affine", as_json(moduli.affine, moduli)}};
}

void print(const ElasticModuli& moduli) {
  if (moduli.largest_force > balanced)
    fmt::print(
        "\nNot in equilibrium: the largest force is {:.3g}. Moduli are those of an equilibrium; what stands "
        "below\nis what the formulas give here. --minimise moves the atoms to equilibrium first.\n",
        moduli.largest_force);
  fmt::print("\n");
  if (moduli.stable)
    print("elastic moduli, atoms relaxed", moduli.relaxed, moduli);
  else
    fmt::print(
        "Not stable: the stiffness is not positive definite, so the atoms would not stay here and there are\n"
        "no relaxed moduli. --minimise moves them to a minimum; --lowest-mode shows the unstable mode.\n");
  print("elastic moduli, atoms follow the strain (Born)", moduli.affine, moduli);
}

void print(const atomistic::LowestMode& mode) {
  fmt::print("\nlowest mode\n  eigenvalue of the Hessian              {:.12g}\n", mode.eigenvalue);
  fmt::print("  atoms that take part                   {:.4g}\n", mode.participation);
}

}  // namespace vitrum::app
