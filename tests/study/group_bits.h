// Groups that are the same to the last bit, numbers that are none included.
#pragma once

#include <cstring>

#include "record/group.h"

namespace vitrum::study {

inline bool same_bits(const Array& a, const Array& b) {
  if (a.shape != b.shape || a.values.index() != b.values.index()) return false;
  const auto* x = std::get_if<std::vector<double>>(&a.values);
  const auto* y = std::get_if<std::vector<double>>(&b.values);
  if (x == nullptr) return a.values == b.values;
  return x->size() == y->size() &&
         (x->empty() || std::memcmp(x->data(), y->data(), x->size() * sizeof(double)) == 0);
}

inline bool same_bits(const Group& a, const Group& b) {
  if (a.texts != b.texts || a.arrays.size() != b.arrays.size() || a.groups.size() != b.groups.size())
    return false;
  for (const auto& [name, array] : a.arrays)
    if (!b.has_array(name) || !same_bits(array, b.arrays.at(name))) return false;
  for (const auto& [name, group] : a.groups)
    if (!b.has_group(name) || !same_bits(group, b.groups.at(name))) return false;
  return true;
}

}  // namespace vitrum::study
