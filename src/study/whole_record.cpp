#include "study/whole_record.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::study {

namespace {

using Shape = std::vector<std::size_t>;

/// What lattices of harvested elements tell beside their fields, as a single number.
const std::string number_beside = "unvisited";

[[noreturn]] void refuse(const std::string& what) {
  throw InputError("the record is damaged: " + what + "; its file was not written by this program");
}

/// Arrays over the same places.
void require_series(const Group& group, const std::string& name) {
  const Array* first = nullptr;
  for (const auto& [column, array] : group.arrays) {
    if (array.shape.empty()) refuse(name + "/" + column + " should be a list of numbers");
    if (first == nullptr) first = &array;
    if (array.shape[0] != first->shape[0])
      refuse("the columns of " + name + " differ in length (" + group.arrays.begin()->first + " and " +
             column + ")");
  }
}

/// Arrays over the same atoms, or over the same rows and columns of elements; before these, directions.
void require_fields(const Group& fields, std::size_t rank, const std::string& name) {
  const auto over = [rank](const Array& array) {
    return Shape(array.shape.end() - std::ptrdiff_t(rank), array.shape.end());
  };
  const Array* first = nullptr;
  for (const auto& [field, array] : fields.arrays) {
    if (array.shape.empty() && rank == 2 && field == number_beside) continue;
    if (array.shape.size() < rank)
      refuse("the field " + field + " of " + name + " is not one of rows and columns of elements");
    if (rank == 1 && array.shape.size() != 1)
      refuse("the field " + field + " of " + name + " is not one of atoms");
    if (first == nullptr) first = &array;
    if (over(array) != over(*first)) refuse("the fields of " + name + " are over different sites");
  }
}

void require_cell(const Group& measures) {
  for (const auto& [name, array] : measures.arrays)
    if (array.size() == 0) refuse("measures/" + name + " is empty");
  if (measures.has_array("box")) {
    const auto& box = measures.doubles("box");
    if (box.size() < 2 || box.size() > 3 ||
        !std::all_of(box.begin(), box.end(), [](double x) { return x > 0 && std::isfinite(x); }))
      refuse("measures/box should be two or three positive edges");
  }
}

}  // namespace

void require_whole(const SampleRecord& record) {
  require_series(record.moduli, "moduli");
  require_series(record.along, "along");
  const std::size_t rank = record.model == "glass" ? 1 : 2;
  for (const FieldSnapshot& snapshot : record.fields) require_fields(snapshot.fields, rank, "a snapshot");
  require_cell(record.measures);
  if (record.largest_event.groups.empty()) return;
  const std::int64_t event = record.largest_event.integer("event");
  if (event < 0 || event >= static_cast<std::int64_t>(record.history.events.size()))
    refuse("the largest event is number " + std::to_string(event) + " of " +
           std::to_string(record.history.events.size()));
  require_fields(record.largest_event.group("fields"), rank, "the largest event");
}

}  // namespace vitrum::study
