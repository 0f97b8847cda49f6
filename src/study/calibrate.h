// Finds the lattices that are a reference: paper 1, sec. 4.
#pragma once

#include "compare/reference.h"
#include "record/sink.h"
#include "study/calibration.h"
#include "study/ensemble.h"
#include "study/settings.h"

namespace vitrum::study {

/// Calibrates the variants and element lengths of settings.calibrate to the reference, one after the other;
/// then, for the first variant at [lattice]'s own element length, or at the first one where that is not asked
/// for, the parent temperature, other numbers of slip systems and other sizes.
/// Everything that was tried lies in the sink, so that a run that was stopped goes on where it was, and so
/// does the outcome, by the names of calibration_tasks.
/// A calibration that asks for more than the one before (trials, lattices at the optimum, models,
/// temperatures and so on) goes on with its trials; what follows from them is made anew.
/// @throws InputError when the sink holds trials of other settings, or the reference cannot be
/// measured; PhysicsError, StorageError, Stopped.
CalibrationResults calibrate(const Settings& settings, const compare::Reference& reference, Sink& sink,
                             Watcher& watcher);

/// Whether the task or file of this name belongs to a calibration, and whether it holds an outcome.
bool belongs_to_calibration(const std::string& task);
bool holds_calibration(const std::string& task);
/// Adds the outcome that a task's record holds.
void add_calibration(const std::string& task, const Group& record, CalibrationResults& results);

/// Brings models to the order in which the settings name them. What they no longer ask for goes.
void keep_asked_for(const Settings& settings, CalibrationResults& results);

/// The settings of [lattice] that a calibration finds, "lattice.threshold_shape".
std::vector<std::string> calibrated_lines(const Settings& settings);

/// Settings with the lattice that was found for [lattice]'s own element length; its temperature is
/// QuenchTemperature::nearest().
Settings with_calibrated_lattice(const Settings& settings, const CalibrationResults& results);

}  // namespace vitrum::study
