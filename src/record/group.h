// A tree of named arrays and texts: what goes into a file and comes out of it, without the file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace vitrum {

/// An array of numbers, row-major, with its unit and a sentence that says what it is.
struct Array {
  std::vector<std::size_t> shape;
  std::variant<std::vector<double>, std::vector<std::int64_t>> values;
  std::string unit;
  std::string note;

  /// Product of the shape: the number of values; 1 for a single number, which has no shape.
  std::size_t size() const;
  friend bool operator==(const Array&, const Array&) = default;
};

/// Arrays, texts and further groups by name; names are not empty and hold no "/". Readers take a path,
/// "events/strain"; one that is absent or of another type throws InputError that names the path.
struct Group {
  std::map<std::string, Array> arrays;
  std::map<std::string, std::string> texts;
  std::map<std::string, Group> groups;

  void put(const std::string& name, std::vector<double> values, std::string unit = "", std::string note = "");
  void put(const std::string& name, std::vector<std::int64_t> values, std::string unit = "",
           std::string note = "");
  void put(const std::string& name, double value, std::string unit = "", std::string note = "");
  void put(const std::string& name, std::int64_t value, std::string unit = "", std::string note = "");
  /// Same as put, with a shape. @throws std::invalid_argument when its product is not the number of values.
  void put_shaped(const std::string& name, std::vector<std::size_t> shape, std::vector<double> values,
                  std::string unit = "", std::string note = "");

  const std::vector<double>& doubles(const std::string& name) const;
  const std::vector<std::int64_t>& integers(const std::string& name) const;
  double number(const std::string& name) const;
  std::int64_t integer(const std::string& name) const;
  const std::string& text(const std::string& name) const;
  const Group& group(const std::string& name) const;
  bool has_array(const std::string& name) const { return arrays.count(name) != 0; }
  bool has_group(const std::string& name) const { return groups.count(name) != 0; }

  friend bool operator==(const Group&, const Group&) = default;
};

}  // namespace vitrum
