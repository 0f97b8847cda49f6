// What a harvest needs of one specimen's loading: states and events, without atoms, fields or preparation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/group.h"
#include "record/history.h"

namespace vitrum::study {

struct SampleRecord;

/// A number that was measured now and then along the first leg; NaN where there was none.
struct MeasuredSeries {
  std::string name;  ///< one of names_of_measurements()
  std::vector<double> strain, value;

  friend bool operator==(const MeasuredSeries&, const MeasuredSeries&) = default;
};

/// What rig::Drive::measured() may hold, as settings and pages name it: "stability", "back stress".
const std::vector<std::string>& names_of_measurements();

/// Energies of the history are those of the whole specimen.
struct LoadingRecord {
  double atoms = 0;   ///< atoms, or elements of a lattice
  double volume = 0;  ///< of the specimen; an area in two dimensions
  std::string units;  ///< "metal": eV and angstrom; "lj": those of the potential or the lattice
  History history;
  std::vector<MeasuredSeries> measured = {};  ///< may be empty; stresses in the units of the history

  friend bool operator==(const LoadingRecord&, const LoadingRecord&) = default;
};

/// Its units are what its measures call "units", else what the unit of its volume tells. Stresses in GPa
/// become eV per cubic angstrom again.
/// @throws InputError when the record does not tell how many atoms there are and in which volume, as those of
/// earlier versions do not.
LoadingRecord loading_record(const SampleRecord& record);

/// A copy that keeps every state whose number is a multiple of `every`, and the first and the last of each
/// leg. Events stay as they are: a trajectory goes through all of them, whatever states lie between.
History thinned(const History& history, std::int64_t every);

/// Columns of all specimens together: groups specimens, states and events. Stresses and energies per atom,
/// these less that of the specimen's first state, are rounded to single precision, which shrinks compressed
/// files by half.
Group to_group(const std::vector<LoadingRecord>& records);
/// @throws InputError when a dataset is missing or lengths disagree.
std::vector<LoadingRecord> loading_records_from(const Group& group);

}  // namespace vitrum::study
