// The description of every setting: one list that reading, writing and the documentation share.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
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
struct Wholes {
  std::vector<int>* member;
  std::int64_t least, most;
};
struct Text {
  std::string* member;
};
/// A list of texts; a text alone is a list of one.
struct Texts {
  std::vector<std::string>* member;
};
struct Choice {
  std::vector<std::string> names;
  std::function<std::size_t()> get;
  std::function<void(std::size_t)> set;
  /// Texts beside the names that are allowed, too: where they go, which they are, and what they are, in
  /// words.
  std::string* other = nullptr;
  std::function<bool(const std::string&)> is_other = {};
  std::string others = {};

  bool holds_other() const { return other != nullptr && is_other(*other); }
  std::string value() const { return holds_other() ? *other : names[get()]; }
};
using Member = std::variant<Flag, Whole, Real, Reals, Wholes, Text, Texts, Choice>;

struct Key {
  std::string name;
  Member member;
  std::string unit;       ///< "" for pure numbers
  std::string help;       ///< one sentence without its full stop
  std::string idle = {};  ///< why the key has no effect beside the other settings; "": it has
};

struct Table;

/// The items of an array of tables [[path]], numbered from 0 here and from 1 in files.
struct Items {
  std::string one;  ///< what each table is: "leg"
  std::function<std::size_t()> count;
  std::function<void()> clear;
  std::function<void()> add;
  /// The keys of an item; `path` is "glass.leg[1]".
  std::function<Table(std::size_t item, const std::string& path)> describe;
  /// The keys of an item that stands nowhere.
  std::function<Table(const std::string& path)> blank;
};

/// One table of a study file. With `items`, an array of tables [[path]]; `keys` is then empty.
struct Table {
  std::string path;  ///< "glass.liquid"
  std::string help;
  std::vector<Key> keys;
  std::shared_ptr<const Items> items = nullptr;

  const Key* find(const std::string& name) const;
  std::vector<std::string> names() const;
};

/// The whole file, in the order in which it is written. Refers to `settings`, which must outlive it.
std::vector<Table> describe(study::Settings& settings);

std::vector<Table> describe(study::General& general);
std::vector<Table> describe(study::Glass& glass);
std::vector<Table> describe(study::Lattice& lattice);
std::vector<Table> describe(study::Calibration& calibration);
std::vector<Table> describe(study::Comparison& comparison);
std::vector<Table> describe(study::ReferenceSettings& reference);
std::vector<Table> describe(study::Harvest& harvest);
std::vector<Table> describe(study::Elements& elements);
Table describe(study::HarvestSet& set, const std::string& path);
/// [glass.probes] and [lattice.patches]; the states to be tested are the stops of the program.
Table describe_probes(study::Glass& glass);
Table describe_patches(study::Lattice& lattice);
/// The keys that every model's program adds to its table.
void add_program_keys(Table& table, rig::Program& program);
Table leg_table(const std::string& model, rig::Program& program);
/// One leg; `path` is "glass.leg[1]".
Table describe(rig::Leg& leg, const std::string& path);
Table describe(study::GlassSpecies& species, const std::string& path);
Table describe(study::GlassPair& pair, const std::string& path);

/// Whether a leg of this kind takes the key ("strain", "times"); every leg takes its kind.
bool leg_takes(rig::LegKind kind, const std::string& key);
/// Whether it also needs it.
bool leg_needs(rig::LegKind kind, const std::string& key);
/// The keys that legs take, beside their kind.
const std::vector<std::string>& leg_keys();
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

/// The items of a list that describe(item, path) describes.
template <class Item>
std::shared_ptr<const Items> items_of(std::vector<Item>& list, std::string one) {
  return std::make_shared<Items>(
      Items{std::move(one), [&list] { return list.size(); }, [&list] { list.clear(); },
            [&list] { list.emplace_back(); },
            [&list](std::size_t item, const std::string& path) { return describe(list.at(item), path); },
            [](const std::string& path) {
              static Item nowhere;
              return describe(nowhere, path);
            }});
}

/// One of these names, which the member holds itself.
Member choice(std::string& member, const std::vector<std::string>& names);

/// Names in the order of the enumerators, which count from 0.
template <class Enum>
Member choice(Enum& member, std::vector<std::string> names) {
  return Choice{std::move(names), [&member] { return static_cast<std::size_t>(member); },
                [&member](std::size_t index) { member = static_cast<Enum>(index); }};
}

}  // namespace vitrum::config
