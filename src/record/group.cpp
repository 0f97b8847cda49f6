#include "record/group.h"

#include <limits>
#include <stdexcept>
#include <utility>

#include "base/error.h"

namespace vitrum {
namespace {

Array make_array(const std::string& name, std::vector<std::size_t> shape, decltype(Array::values) values,
                 std::string unit, std::string note) {
  Array array{std::move(shape), std::move(values), std::move(unit), std::move(note)};
  const std::size_t held = std::visit([](const auto& v) { return v.size(); }, array.values);
  if (array.size() != held)
    throw std::invalid_argument("the shape given for \"" + name + "\" has room for " +
                                std::to_string(array.size()) + " values, but there are " +
                                std::to_string(held));
  return array;
}

/// The group that holds the last name of `path`, and that name; "a/b/c" gives group "a/b" and "c".
std::pair<const Group*, std::string> holder(const Group& root, const std::string& path) {
  const Group* group = &root;
  std::size_t begin = 0;
  for (std::size_t end; (end = path.find('/', begin)) != std::string::npos; begin = end + 1) {
    const auto found = group->groups.find(path.substr(begin, end - begin));
    if (found == group->groups.end())
      throw InputError("the group \"" + path.substr(0, end) + "\" is missing (looking for \"" + path + "\")");
    group = &found->second;
  }
  return {group, path.substr(begin)};
}

const Array& array_at(const Group& root, const std::string& path) {
  const auto [group, name] = holder(root, path);
  const auto found = group->arrays.find(name);
  if (found == group->arrays.end()) throw InputError("the dataset \"" + path + "\" is missing");
  return found->second;
}

template <class Number>
const std::vector<Number>& values_at(const Group& root, const std::string& path, const char* kind) {
  const auto* values = std::get_if<std::vector<Number>>(&array_at(root, path).values);
  if (!values) throw InputError("the dataset \"" + path + "\" does not hold " + kind + " numbers");
  return *values;
}

template <class Number>
Number single(const std::vector<Number>& values, const std::string& path) {
  if (values.size() != 1)
    throw InputError("the dataset \"" + path + "\" should hold one number, but it holds " +
                     std::to_string(values.size()));
  return values.front();
}

}  // namespace

std::size_t Array::size() const {
  std::size_t product = 1;
  for (const std::size_t extent : shape) {
    if (extent != 0 && product > std::numeric_limits<std::size_t>::max() / extent)
      throw std::length_error("the shape of an array is larger than any memory");
    product *= extent;
  }
  return product;
}

void Group::put(const std::string& name, std::vector<double> values, std::string unit, std::string note) {
  const std::size_t count = values.size();
  put_shaped(name, {count}, std::move(values), std::move(unit), std::move(note));
}

void Group::put(const std::string& name, std::vector<std::int64_t> values, std::string unit,
                std::string note) {
  const std::size_t count = values.size();
  arrays[name] = make_array(name, {count}, std::move(values), std::move(unit), std::move(note));
}

void Group::put(const std::string& name, double value, std::string unit, std::string note) {
  put_shaped(name, {}, {value}, std::move(unit), std::move(note));
}

void Group::put(const std::string& name, std::int64_t value, std::string unit, std::string note) {
  arrays[name] = make_array(name, {}, std::vector<std::int64_t>{value}, std::move(unit), std::move(note));
}

void Group::put_shaped(const std::string& name, std::vector<std::size_t> shape, std::vector<double> values,
                       std::string unit, std::string note) {
  arrays[name] = make_array(name, std::move(shape), std::move(values), std::move(unit), std::move(note));
}

const std::vector<double>& Group::doubles(const std::string& name) const {
  return values_at<double>(*this, name, "real");
}

const std::vector<std::int64_t>& Group::integers(const std::string& name) const {
  return values_at<std::int64_t>(*this, name, "whole");
}

double Group::number(const std::string& name) const { return single(doubles(name), name); }

std::int64_t Group::integer(const std::string& name) const { return single(integers(name), name); }

const std::string& Group::text(const std::string& name) const {
  const auto [group, last] = holder(*this, name);
  const auto found = group->texts.find(last);
  if (found == group->texts.end()) throw InputError("the text \"" + name + "\" is missing");
  return found->second;
}

const Group& Group::group(const std::string& name) const {
  const auto [group, last] = holder(*this, name);
  const auto found = group->groups.find(last);
  if (found == group->groups.end()) throw InputError("the group \"" + name + "\" is missing");
  return found->second;
}

}  // namespace vitrum
