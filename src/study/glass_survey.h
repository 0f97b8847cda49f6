// Local shear tests of one glass as it stands, at once.
#pragma once

#include "atomistic/configuration.h"
#include "record/local_yield.h"
#include "record/sink.h"
#include "study/settings.h"

namespace vitrum::study {

/// Every radius, place and angle of settings.probes, in the order of local_tests(), whatever the program of
/// the settings says. The result does not depend on the number of threads.
/// @param glass in equilibrium; @param strain of the specimen, for the record
/// @throws InputError when a disc does not fit or the potential is none of pairs; Stopped.
LocalYieldSurvey survey_of(const Glass& settings, const atomistic::Configuration& glass, double strain,
                           int threads, Watcher& watcher);

}  // namespace vitrum::study
