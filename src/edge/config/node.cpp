#include "edge/config/node.h"

#include "edge/config/text.h"

namespace vitrum::config {

Node* Node::find(const std::string& name) {
  for (Node& child : children)
    if (child.key == name) return &child;
  return nullptr;
}

std::string description(const Node& node) {
  switch (node.kind) {
    case Kind::boolean:
      return node.boolean ? "true" : "false";
    case Kind::whole:
      return "the whole number " + std::to_string(node.whole);
    case Kind::real:
      return "the number " + number_text(node.real);
    case Kind::text:
      return "the text " + quoted(node.text);
    case Kind::date:
      return "a date or time";
    case Kind::list:
      return "a list";
    case Kind::table:
      return "a table";
  }
  return "";
}

}  // namespace vitrum::config
