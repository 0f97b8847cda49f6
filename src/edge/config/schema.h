// The description of every setting: one list that reading, writing and the documentation share.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "study/settings.h"

namespace vitrum::config {

// What a key may hold, and the member of the settings that it fills.
struct Flag {
  bool* member;
};
struct Whole {
  std::function<std::int64_t()> get;
  std::function<void(std::int64_t)> set;
  std::int64_t least, most;
};
/// Bounds are allowed values, except that `least` itself is excluded when `above` is set.
struct Range {
  double least, most;
  bool above = false;
};
struct Real {
  double* member;
  Range range;
};
struct Reals {
  std::vector<double>* member;
  Range range;
};
struct Text {
  std::string* member;
};
struct Choice {
  std::vector<std::string> names;
  std::function<std::size_t()> get;
  std::function<void(std::size_t)> set;
};
using Member = std::variant<Flag, Whole, Real, Reals, Text, Choice>;

struct Key {
  std::string name;
  Member member;
  std::string unit;  ///< "" for pure numbers
  std::string help;  ///< one sentence without its full stop
};

/// One table of a study file. With `legs`, an array of tables [[path]], one for each leg; `keys` is then
/// empty, and describe(leg, path) gives the keys of one.
struct Table {
  std::string path;  ///< "glass.liquid"
  std::string help;
  std::vector<Key> keys;
  std::vector<rig::Leg>* legs = nullptr;

  const Key* find(const std::string& name) const;
  std::vector<std::string> names() const;
};

/// The whole file, in the order in which it is written. Refers to `settings`, which must outlive it.
std::vector<Table> describe(study::Settings& settings);

std::vector<Table> describe(study::General& general);
std::vector<Table> describe(study::Glass& glass);
std::vector<Table> describe(study::Lattice& lattice);
std::vector<Table> describe(study::Comparison& comparison);
/// The keys that every model's program adds to its table.
void add_program_keys(Table& table, rig::Program& program);
Table leg_table(const std::string& model, rig::Program& program);
/// One leg; `path` is "glass.leg[1]".
Table describe(rig::Leg& leg, const std::string& path);

/// Whether a leg of this kind takes the key ("strain", "times"); every leg takes its kind.
bool leg_takes(rig::LegKind kind, const std::string& key);
/// The kind as it is written: "reload forward".
std::string leg_kind_name(rig::LegKind kind);

/// The present value as TOML: "8", "0.351", "\"paper\"".
std::string toml_value(const Member& member);
/// "0 to 100000", "above 0 and up to 10", "paper or mepls"; "" where everything goes.
std::string allowed(const Member& member);
/// "0 to 2", "above 0 and up to 10".
std::string words(const Range& range);
/// "whole number", "number", "list of numbers", "text", "true or false", "choice".
std::string type_name(const Member& member);

template <class Number>
Member whole(Number& member, std::int64_t least, std::int64_t most) {
  return Whole{[&member] { return static_cast<std::int64_t>(member); },
               [&member](std::int64_t value) { member = static_cast<Number>(value); }, least, most};
}

inline Member real(double& member, double least, double most) { return Real{&member, {least, most, false}}; }
inline Member real_above(double& member, double least, double most) {
  return Real{&member, {least, most, true}};
}

/// Names in the order of the enumerators, which count from 0.
template <class Enum>
Member choice(Enum& member, std::vector<std::string> names) {
  return Choice{std::move(names), [&member] { return static_cast<std::size_t>(member); },
                [&member](std::size_t index) { member = static_cast<Enum>(index); }};
}

}  // namespace vitrum::config
