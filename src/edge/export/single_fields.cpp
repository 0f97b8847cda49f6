#include "edge/export/single_fields.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vitrum::exports {
namespace {

void split(const std::string& name, const Array& array, Group& out) {
  const std::vector<std::size_t> shape(array.shape.begin() + 1, array.shape.end());
  for (std::size_t i = 0; i < array.shape.front(); ++i)
    std::visit(
        [&](const auto& values) {
          const auto size = static_cast<std::ptrdiff_t>(shape[0] * shape[1]);
          const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i) * size;
          out.arrays[name + "_" + std::to_string(i)] = {shape, std::vector(begin, begin + size), array.unit,
                                                        array.note};
        },
        array.values);
}

}  // namespace

Group single_fields(const Group& fields) {
  Group out;
  for (const auto& [name, array] : fields.arrays)
    if (array.shape.size() == 3)
      split(name, array, out);
    else if (!array.shape.empty())
      out.arrays[name] = array;
  return out;
}

}  // namespace vitrum::exports
