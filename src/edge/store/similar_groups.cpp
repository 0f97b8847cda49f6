#include "edge/store/similar_groups.h"

#include <algorithm>

namespace vitrum::store {
namespace {

template <class Map, class Alike>
bool alike(const Map& a, const Map& b, Alike alike_values) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
    return x.first == y.first && alike_values(x.second, y.second);
  });
}

}  // namespace

bool built_alike(const Group& a, const Group& b) {
  return alike(a.texts, b.texts, [](const auto&, const auto&) { return true; }) &&
         alike(a.arrays, b.arrays,
               [](const Array& x, const Array& y) {
                 return x.shape.size() == y.shape.size() && x.values.index() == y.values.index();
               }) &&
         alike(a.groups, b.groups, built_alike);
}

}  // namespace vitrum::store
