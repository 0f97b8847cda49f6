#include "atomistic/eam_tables_record.h"

#include <sstream>
#include <utility>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

using Values = std::vector<double>;

/// Takes tables of one length one by one from where they lie in a row.
class Row {
 public:
  Row(const Group& group, const std::string& name, std::size_t tables)
      : values_(group.doubles(name)), length_(tables > 0 ? values_.size() / tables : 0) {
    if (length_ * tables != values_.size())
      throw InputError("the tables of the potential are damaged: \"" + name + "\" does not divide among " +
                       std::to_string(tables) + " tables");
  }
  Values next() {
    const auto begin = values_.begin() + static_cast<std::ptrdiff_t>(taken_++ * length_);
    return {begin, begin + static_cast<std::ptrdiff_t>(length_)};
  }
  std::size_t length() const { return length_; }

 private:
  const Values& values_;
  std::size_t length_, taken_ = 0;
};

void append(Values& to, const Values& from) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace

Group to_group(const EamTables& tables) {
  const auto n = static_cast<std::size_t>(tables.species());
  const auto distances = static_cast<std::size_t>(tables.distances);
  Values embedding, density, pair;
  for (std::size_t a = 0; a < n; ++a) {
    append(embedding, tables.embedding[a]);
    for (std::size_t b = 0; b < n; ++b) append(density, tables.density[a][b]);
    for (std::size_t b = 0; b <= a; ++b) append(pair, tables.pair[a][b]);
  }
  Group out;
  for (const std::string& element : tables.elements)
    out.texts["elements"] += (out.texts["elements"].empty() ? "" : " ") + element;
  out.put("masses", tables.masses, "g/mol");
  out.put("atomic_numbers",
          std::vector<std::int64_t>(tables.atomic_numbers.begin(), tables.atomic_numbers.end()));
  out.put("lattice_constants", tables.lattice_constants, "A");
  out.put("steps", Values{tables.density_step, tables.distance_step}, "",
          "of the density; of the distance, A");
  out.put("cutoff", tables.cutoff, "A");
  out.put_shaped("embedding", {n, static_cast<std::size_t>(tables.densities)}, std::move(embedding), "eV",
                 "F of each element at multiples of the density's step");
  out.put_shaped("density", {n, n, distances}, std::move(density), "",
                 "of an atom of the first element at one of the second, at multiples of the distance's step");
  out.put_shaped("pair", {n * (n + 1) / 2, distances}, std::move(pair), "eV A",
                 "r phi of the pairs 00, 10, 11, ..., likewise");
  return out;
}

EamTables eam_tables_from(const Group& group) {
  EamTables out;
  std::istringstream names(group.text("elements"));
  for (std::string name; names >> name;) out.elements.push_back(name);
  out.masses = group.doubles("masses");
  out.lattice_constants = group.doubles("lattice_constants");
  for (const std::int64_t number : group.integers("atomic_numbers"))
    out.atomic_numbers.push_back(static_cast<int>(number));
  const Values& steps = group.doubles("steps");
  if (steps.size() != 2) throw InputError("the tables of the potential are damaged: two steps are wanted");
  out.density_step = steps[0];
  out.distance_step = steps[1];
  out.cutoff = group.number("cutoff");
  const std::size_t n = out.elements.size();
  Row embedding(group, "embedding", n), density(group, "density", n * n),
      pair(group, "pair", n * (n + 1) / 2);
  out.densities = static_cast<int>(embedding.length());
  out.distances = static_cast<int>(density.length());
  for (std::size_t a = 0; a < n; ++a) {
    out.embedding.push_back(embedding.next());
    auto& densities = out.density.emplace_back();
    for (std::size_t b = 0; b < n; ++b) densities.push_back(density.next());
    auto& pairs = out.pair.emplace_back();
    for (std::size_t b = 0; b <= a; ++b) pairs.push_back(pair.next());
  }
  check(out);
  return out;
}

}  // namespace vitrum::atomistic
