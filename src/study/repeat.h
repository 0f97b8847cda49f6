// Makes a stored record again.
#pragma once

#include <string>

#include "record/group.h"
#include "record/sink.h"
#include "study/run.h"
#include "study/settings.h"

namespace vitrum::study {

/// What a record brings itself: settings with the potential of a metal and as many samples as lead to it, and
/// the glass that it began with where one was read.
struct Repetition {
  Settings settings;
  StoredGlasses stored;
};

/// @param settings those that the record was made with
/// @throws InputError when the record is of a kind that needs more than its own file, and says what.
Repetition repetition_of(const Group& record, const Settings& settings);

/// Does the task of the record again, and the one that it needs, if they do not lie in the sink.
/// @param origin of the settings of the repetition
/// @returns the task's name
/// @throws InputError, PhysicsError, StorageError, Stopped as run() does.
std::string repeat(const Repetition& repetition, const Group& record, const Origin& origin, Sink& sink,
                   Watcher& watcher);

}  // namespace vitrum::study
