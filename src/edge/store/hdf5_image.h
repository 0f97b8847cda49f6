// A Group tree as the bytes of an HDF5 file, and back. The library works in memory only: what reaches
// the disk, and when, is decided in whole_file.h, where every failure of the disk can be answered.
#pragma once

#include <string>
#include <string_view>

#include "record/group.h"

namespace vitrum::store {

/// The bytes of an HDF5 file that holds `root`: arrays as datasets (64-bit little-endian reals and
/// integers, attributes "unit" and "note"), texts as scalar UTF-8 strings, groups as groups. Large
/// arrays are compressed (shuffle, gzip). Equal trees give equal bytes. Any thread may call.
/// @throws std::invalid_argument for a name that is empty or holds "/", or stands twice in a group, and
/// for a text that holds a zero byte.
std::string hdf5_image(const Group& root);

/// The tree that hdf5_image() wrote, exactly: reals bit for bit. Any thread may call.
/// @throws InputError, a phrase that says what is wrong, when the bytes are not such a file.
Group group_from_hdf5(std::string_view image);

}  // namespace vitrum::store
