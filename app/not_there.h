// What is said of a file or folder that a study names and that is not there.
#pragma once

#include <string>

namespace vitrum::app {

/// "results/esl is not there (...); ...": which study makes it, where a study of its name is found beside or
/// in studies/.
std::string not_there(const std::string& source);

}  // namespace vitrum::app
