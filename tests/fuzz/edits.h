// Result files that are whole in their form and wrong in what they hold: names, types, shapes, lengths,
// values.
#pragma once

#include <string_view>

#include "edge/store/file.h"

namespace vitrum::fuzz {

/// Reads one of the files in tests/fuzz/base with the library's own reader.
const store::File& base(std::string_view name);

/// Changes the tree as `edits` say, eight bytes for each: what is done, to which of its arrays, texts and
/// groups, and how. The last names may be cut off. Few of the edits are like what a program writes; all can
/// stand in a file.
void edit(Group& tree, std::string_view edits);

}  // namespace vitrum::fuzz
