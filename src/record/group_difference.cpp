#include "record/group_difference.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vitrum {

namespace {

class Comparer {
 public:
  explicit Comparer(const std::vector<std::string>& leave_out) : leave_out_(leave_out) {}

  void groups(const Group& then, const Group& now, const std::string& path) {
    each(then.arrays, now.arrays, path,
         [&](const Array& a, const Array& b, const std::string& name) { arrays(a, b, name); });
    each(then.texts, now.texts, path,
         [&](const std::string& a, const std::string& b, const std::string& name) { texts(a, b, name); });
    each(then.groups, now.groups, path,
         [&](const Group& a, const Group& b, const std::string& name) { groups(a, b, name + "/"); });
  }

  GroupComparison take() { return std::move(found_); }

 private:
  template <class Map, class Visit>
  void each(const Map& then, const Map& now, const std::string& path, Visit visit) {
    for (const auto& [name, one] : then) {
      if (left_out(name)) continue;
      const auto other = now.find(name);
      if (other == now.end())
        found_.differences.push_back({path + name, Difference::Kind::missing});
      else
        visit(one, other->second, path + name);
    }
    for (const auto& [name, one] : now)
      if (!left_out(name) && !then.contains(name))
        found_.differences.push_back({path + name, Difference::Kind::added});
  }

  bool left_out(const std::string& name) const {
    return std::find(leave_out_.begin(), leave_out_.end(), name) != leave_out_.end();
  }

  void texts(const std::string& then, const std::string& now, const std::string& path) {
    ++found_.arrays;
    ++found_.values;
    if (then != now) found_.differences.push_back({path, Difference::Kind::values, 1, 1});
  }

  void arrays(const Array& then, const Array& now, const std::string& path) {
    ++found_.arrays;
    found_.values += then.size();
    if (then.shape != now.shape || then.values.index() != now.values.index()) {
      found_.differences.push_back({path, Difference::Kind::shape});
      return;
    }
    Difference difference{path, Difference::Kind::values, 0, then.size()};
    std::visit([&](const auto& a) { values(a, std::get<std::decay_t<decltype(a)>>(now.values), difference); },
               then.values);
    if (difference.count > 0) found_.differences.push_back(difference);
  }

  template <class Values>
  static void values(const Values& then, const Values& now, Difference& difference) {
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (std::memcmp(&then[i], &now[i], sizeof then[i]) == 0) continue;
      const double a = static_cast<double>(then[i]), b = static_cast<double>(now[i]);
      if (std::isnan(a) && std::isnan(b)) continue;
      ++difference.count;
      const double apart = std::abs(a - b), size = std::max(std::abs(a), std::abs(b));
      difference.largest = std::isnan(apart) ? apart : std::max(difference.largest, apart);
      if (size > 0) difference.largest_share = std::max(difference.largest_share, apart / size);
    }
  }

  const std::vector<std::string>& leave_out_;
  GroupComparison found_;
};

}  // namespace

GroupComparison compared(const Group& then, const Group& now, const std::vector<std::string>& leave_out) {
  Comparer comparer(leave_out);
  comparer.groups(then, now, "");
  return comparer.take();
}

}  // namespace vitrum
