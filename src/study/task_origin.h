// From which settings a task's record was made, and whether it is still what the study asks for.
#pragma once

#include <string>
#include <vector>

#include "record/group.h"
#include "study/ensemble.h"

namespace vitrum::study {

/// The name of the text, in a record or checkpoint, that says which settings it was made from.
inline constexpr const char* origin_name = "made_from";

/// Whether two such texts, lines "name = value", are the same but for lines of these names.
bool same_but_for(const std::vector<std::string>& names, const std::string& then, const std::string& now);

/// The lines of these names alone.
std::string lines_of(const std::vector<std::string>& names, const std::string& text);

/// Whether `stored`, a record or checkpoint ("what") of the task, is the one that is wanted. False: it
/// differs in nothing but what was found meanwhile (Task::found), and is to be made anew.
/// @throws InputError when it was made from other settings.
bool is_current(const Group& stored, const Task& task, const char* what);

}  // namespace vitrum::study
