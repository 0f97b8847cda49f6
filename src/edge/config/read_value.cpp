#include "edge/config/read_value.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/nearest_name.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

bool is_number(const Node& node) { return node.kind == Kind::whole || node.kind == Kind::real; }

double number(const Node& node) {
  return node.kind == Kind::whole ? static_cast<double>(node.whole) : node.real;
}

bool inside(const Range& range, double value) {
  return (range.above ? value > range.least : value >= range.least) && value <= range.most;
}

std::string quotes_too_many(const Node& node) {
  if (node.kind != Kind::text) return "";
  double ignored = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto result = std::from_chars(node.text.data(), end, ignored);
  return result.ec == std::errc{} && result.ptr == end ? "; write it without quotes" : "";
}

// 10000, and 1e4, too: of a number with a point or an exponent if nothing stands behind the point.
std::optional<std::int64_t> whole_number(const Node& node) {
  constexpr double exact = 9007199254740992;  // 2^53: beyond, doubles are not dense enough
  if (node.kind == Kind::whole) return node.whole;
  if (node.kind != Kind::real || !(std::abs(node.real) <= exact) || node.real != std::trunc(node.real))
    return std::nullopt;
  return static_cast<std::int64_t>(node.real);
}

class ValueReader {
 public:
  ValueReader(const Node& node, const Key& key, std::string path, Findings& findings)
      : node_(node), key_(key), path_(std::move(path)), findings_(findings) {}

  void operator()(const Flag& member) const {
    if (node_.kind != Kind::boolean) return wrong_type(node_, "true or false is expected");
    *member.member = node_.boolean;
  }

  void operator()(const Whole& member) const {
    const auto whole = whole_number(node_);
    if (!whole) return wrong_type(node_, "a whole number is expected", quotes_too_many(node_));
    if (*whole < member.least || *whole > member.most)
      return out_of_range(node_, std::to_string(*whole), allowed(key_.member));
    member.set(*whole);
  }

  void operator()(const Real& member) const {
    if (good_number(node_, member.range)) *member.member = number(node_);
  }

  void operator()(const Reals& member) const {
    if (is_number(node_))
      return wrong_type(node_, "a list of numbers is expected", "; write it in brackets, like [0.1, 0.5]");
    if (node_.kind != Kind::list) return wrong_type(node_, "a list of numbers is expected");
    std::vector<double> values;
    bool good = true;
    for (const Node& item : node_.children) {
      good = good_number(item, member.range) && good;
      values.push_back(number(item));
    }
    if (good) *member.member = values;
  }

  void operator()(const Wholes& member) const {
    if (is_number(node_))
      return wrong_type(node_, "a list of whole numbers is expected", "; write it in brackets, like [1, 2]");
    if (node_.kind != Kind::list) return wrong_type(node_, "a list of whole numbers is expected");
    std::vector<int> values;
    for (const Node& item : node_.children) {
      const auto whole = whole_number(item);
      if (!whole)
        wrong_type(item, "a whole number is expected", quotes_too_many(item));
      else if (*whole < member.least || *whole > member.most)
        out_of_range(item, std::to_string(*whole),
                     std::to_string(member.least) + " to " + std::to_string(member.most));
      else
        values.push_back(static_cast<int>(*whole));
    }
    if (values.size() == node_.children.size()) *member.member = values;
  }

  void operator()(const Text& member) const {
    const bool typed_on_the_command_line = !node_.place.given_by.empty() && node_.kind != Kind::table;
    if (node_.kind != Kind::text && !typed_on_the_command_line)
      return wrong_type(node_, "text is expected", "; put it in quotes");
    *member.member = node_.text;
  }

  void operator()(const Texts& member) const {
    if (node_.kind == Kind::text) {
      *member.member = {node_.text};
      return;
    }
    if (node_.kind != Kind::list)
      return wrong_type(node_, "text or a list of texts is expected", "; put it in quotes");
    std::vector<std::string> texts;
    for (const Node& item : node_.children) {
      if (item.kind != Kind::text) return wrong_type(item, "text is expected", "; put it in quotes");
      texts.push_back(item.text);
    }
    *member.member = texts;
  }

  void operator()(const Choice& member) const {
    if (node_.kind != Kind::text) return wrong_type(node_, "allowed: " + allowed(key_.member));
    for (std::size_t i = 0; i < member.names.size(); ++i)
      if (member.names[i] == node_.text) return member.set(i);
    if (member.other != nullptr && member.is_other(node_.text)) {
      *member.other = node_.text;
      return;
    }
    const std::string meant = nearest(node_.text, member.names);
    say(node_, path_ + " is " + quoted(node_.text) + " (allowed: " + allowed(key_.member) + ")" +
                   (meant.empty() ? "" : "; did you mean " + quoted(meant) + "?"));
  }

 private:
  void say(const Node& at, const std::string& text) const { findings_.wrong(path_, at.place, text); }

  void wrong_type(const Node& at, const std::string& expected, const std::string& suggestion = "") const {
    say(at, item_or_path(at) + " is " + description(at) + " (" + expected + ")" + suggestion);
  }

  void out_of_range(const Node& at, const std::string& value, const std::string& range) const {
    say(at, item_or_path(at) + " is " + value + " (allowed: " + range +
                (key_.unit.empty() ? "" : ", in " + key_.unit) + ")");
  }

  std::string item_or_path(const Node& at) const { return &at == &node_ ? path_ : "an item of " + path_; }

  bool good_number(const Node& at, const Range& range) const {
    if (!is_number(at)) {
      wrong_type(at, "a number is expected", quotes_too_many(at));
    } else if (!std::isfinite(number(at))) {
      say(at, item_or_path(at) + " is " + number_text(number(at)) + " (a finite number is expected)");
    } else if (!inside(range, number(at))) {
      out_of_range(at, at.kind == Kind::whole ? std::to_string(at.whole) : number_text(at.real),
                   words(range));
    } else {
      return true;
    }
    return false;
  }

  const Node& node_;
  const Key& key_;
  std::string path_;
  Findings& findings_;
};

}  // namespace

void read_value(const Node& node, const Key& key, const std::string& path, Findings& findings) {
  std::visit(ValueReader(node, key, path, findings), key.member);
}

}  // namespace vitrum::config
