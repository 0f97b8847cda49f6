#include "edge/store/hdf5_image.h"

#include <hdf5.h>

#include <mutex>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "base/hdf5_turn.h"

namespace vitrum::store {
namespace {

/// No file has this name, so that the in-memory driver never finds one to read.
constexpr const char* memory_name = "/dev/null/vitrum";
constexpr std::size_t compress_from = 4096;       // bytes; smaller arrays gain nothing
constexpr std::size_t largest_chunk = 1u << 20u;  // bytes
constexpr std::size_t largest_gain = 1100;        // deflate shrinks at most 1032 times
constexpr int deepest_group = 32;

/// A call of the library failed.
struct Failure : std::runtime_error {
  Failure() : std::runtime_error("the HDF5 library failed") {}
};

void check(herr_t status) {
  if (status < 0) throw Failure();
}

/// An HDF5 identifier, closed when it goes out of scope.
class Handle {
 public:
  Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {
    if (id_ < 0) throw Failure();
  }
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  ~Handle() {
    if (id_ >= 0) close_(id_);
  }
  operator hid_t() const { return id_; }

 private:
  hid_t id_;
  herr_t (*close_)(hid_t);
};

/// Properties of an object without times, so that equal content gives equal bytes.
Handle timeless(hid_t kind) {
  Handle properties(H5Pcreate(kind), H5Pclose);
  check(H5Pset_obj_track_times(properties, false));
  return properties;
}

Handle text_type(std::size_t length) {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  check(H5Tset_size(type, length == 0 ? 1 : length));  // the library knows no type of size zero
  check(H5Tset_strpad(type, H5T_STR_NULLPAD));
  check(H5Tset_cset(type, H5T_CSET_UTF8));
  return type;
}

Handle space_of(const std::vector<std::size_t>& shape) {
  if (shape.empty()) return {H5Screate(H5S_SCALAR), H5Sclose};
  const std::vector<hsize_t> extents(shape.begin(), shape.end());
  return {H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr), H5Sclose};
}

// ---- writing ----

void write_attribute(hid_t object, const char* name, const std::string& text) {
  if (text.empty()) return;
  const Handle type = text_type(text.size());
  const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
  const Handle attribute(H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
  check(H5Awrite(attribute, type, text.data()));
}

void write_text(hid_t parent, const std::string& name, const std::string& text) {
  if (text.find('\0') != std::string::npos)
    throw std::invalid_argument("the text \"" + name + "\" holds a zero byte");
  const Handle type = text_type(text.size());
  const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
  const Handle create = timeless(H5P_DATASET_CREATE);
  const Handle set(H5Dcreate2(parent, name.c_str(), type, space, H5P_DEFAULT, create, H5P_DEFAULT), H5Dclose);
  check(H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.c_str()));
}

void compress(hid_t create, const std::vector<std::size_t>& shape) {
  std::vector<hsize_t> chunk(shape.begin(), shape.end());
  std::size_t bytes = 8;
  for (const std::size_t extent : shape) bytes *= extent;
  for (hsize_t& extent : chunk)
    while (bytes > largest_chunk && extent > 1) {
      bytes = bytes / extent * ((extent + 1) / 2);
      extent = (extent + 1) / 2;
    }
  check(H5Pset_chunk(create, static_cast<int>(chunk.size()), chunk.data()));
  check(H5Pset_shuffle(create));
  check(H5Pset_deflate(create, 4));
}

void write_array(hid_t parent, const std::string& name, const Array& array) {
  const bool real = std::holds_alternative<std::vector<double>>(array.values);
  const void* data =
      std::visit([](const auto& v) { return static_cast<const void*>(v.data()); }, array.values);
  const Handle space = space_of(array.shape);
  const Handle create = timeless(H5P_DATASET_CREATE);
  if (!array.shape.empty() && array.size() * 8 >= compress_from) compress(create, array.shape);
  const hid_t type = real ? H5T_IEEE_F64LE : H5T_STD_I64LE;
  const Handle set(H5Dcreate2(parent, name.c_str(), type, space, H5P_DEFAULT, create, H5P_DEFAULT), H5Dclose);
  if (array.size() != 0)
    check(H5Dwrite(set, real ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, data));
  write_attribute(set, "unit", array.unit);
  write_attribute(set, "note", array.note);
}

void check_name(const Group& group, const std::string& name) {
  if (name.empty() || name == "." || name.find('/') != std::string::npos ||
      name.find('\0') != std::string::npos)
    throw std::invalid_argument("\"" + name + "\" cannot be a name in a file");
  if (group.arrays.count(name) + group.texts.count(name) + group.groups.count(name) > 1)
    throw std::invalid_argument("the name \"" + name + "\" stands twice in one group");
}

void write_group(hid_t parent, const Group& group) {
  for (const auto& [name, array] : group.arrays) {
    check_name(group, name);
    write_array(parent, name, array);
  }
  for (const auto& [name, text] : group.texts) {
    check_name(group, name);
    write_text(parent, name, text);
  }
  for (const auto& [name, child] : group.groups) {
    check_name(group, name);
    const Handle create = timeless(H5P_GROUP_CREATE);
    const Handle id(H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, create, H5P_DEFAULT), H5Gclose);
    write_group(id, child);
  }
}

// ---- reading ----

std::string read_attribute(hid_t object, const char* name) {
  if (H5Aexists(object, name) <= 0) return {};
  const Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
  const Handle type(H5Aget_type(attribute), H5Tclose);
  if (H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) != 0 ||
      H5Aget_storage_size(attribute) != H5Tget_size(type))
    throw InputError(std::string("the attribute \"") + name + "\" is not a text");
  std::string text(H5Tget_size(type), '\0');
  check(H5Aread(attribute, type, text.data()));
  return text;
}

std::string read_text(hid_t set, hid_t type, std::size_t file_size, const std::string& name) {
  const std::size_t length = H5Tget_size(type);
  const Handle space(H5Dget_space(set), H5Sclose);
  if (H5Tis_variable_str(type) != 0 || H5Sget_simple_extent_npoints(space) != 1 || length > file_size)
    throw InputError("the text \"" + name + "\" is stored in an unknown way");
  std::string text(length, '\0');
  check(H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()));
  if (text == std::string(1, '\0')) text.clear();
  return text;
}

template <class Number>
std::vector<Number> read_values(hid_t set, hid_t type, std::size_t count) {
  std::vector<Number> values(count);
  if (count != 0) check(H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  return values;
}

Array read_array(hid_t set, hid_t type, std::size_t file_size, const std::string& name) {
  const Handle space(H5Dget_space(set), H5Sclose);
  const int rank = H5Sget_simple_extent_ndims(space);
  check(rank);
  std::vector<hsize_t> extents(static_cast<std::size_t>(rank));
  check(H5Sget_simple_extent_dims(space, extents.data(), nullptr));
  Array array;
  array.shape.assign(extents.begin(), extents.end());
  if (array.size() / largest_gain > file_size)
    throw InputError("the dataset \"" + name + "\" claims to be larger than its file can hold");
  if (H5Tequal(type, H5T_IEEE_F64LE) > 0)
    array.values = read_values<double>(set, H5T_NATIVE_DOUBLE, array.size());
  else if (H5Tequal(type, H5T_STD_I64LE) > 0)
    array.values = read_values<std::int64_t>(set, H5T_NATIVE_INT64, array.size());
  else
    throw InputError("the dataset \"" + name + "\" has a type of number that is not used in this format");
  array.unit = read_attribute(set, "unit");
  array.note = read_attribute(set, "note");
  return array;
}

std::string name_of_link(hid_t parent, hsize_t index) {
  const ssize_t length =
      H5Lget_name_by_idx(parent, ".", H5_INDEX_NAME, H5_ITER_INC, index, nullptr, 0, H5P_DEFAULT);
  if (length <= 0) throw InputError("the list of its contents is damaged");
  std::string name(static_cast<std::size_t>(length) + 1, '\0');
  check(static_cast<herr_t>(H5Lget_name_by_idx(parent, ".", H5_INDEX_NAME, H5_ITER_INC, index, name.data(),
                                               name.size(), H5P_DEFAULT)));
  name.pop_back();
  return name;
}

/// Objects that stand in several places would be read as many times, and groups in each other without end.
void require_single(hid_t object, const std::string& name) {
  H5O_info_t info;
  check(H5Oget_info2(object, &info, H5O_INFO_BASIC));
  if (info.rc > 1) throw InputError("\"" + name + "\" stands in it more than once");
}

Group read_group(hid_t id, std::size_t file_size, int depth) {
  if (depth > deepest_group) throw InputError("its groups are nested without end");
  H5G_info_t info;
  check(H5Gget_info(id, &info));
  Group group;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    const std::string name = name_of_link(id, i);
    H5L_info_t link;
    check(H5Lget_info(id, name.c_str(), &link, H5P_DEFAULT));
    if (link.type != H5L_TYPE_HARD) throw InputError("\"" + name + "\" is a link to somewhere else");
    const Handle object(H5Oopen(id, name.c_str(), H5P_DEFAULT), H5Oclose);
    require_single(object, name);
    if (H5Iget_type(object) == H5I_GROUP) {
      group.groups[name] = read_group(object, file_size, depth + 1);
      continue;
    }
    if (H5Iget_type(object) != H5I_DATASET) throw InputError("\"" + name + "\" is neither data nor a group");
    const Handle type(H5Dget_type(object), H5Tclose);
    if (H5Tget_class(type) == H5T_STRING)
      group.texts[name] = read_text(object, type, file_size, name);
    else
      group.arrays[name] = read_array(object, type, file_size, name);
  }
  return group;
}

Handle memory_access() {
  Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  check(H5Pset_fapl_core(access, largest_chunk, false));
  return access;
}

}  // namespace

std::string hdf5_image(const Group& root) {
  const std::lock_guard lock(hdf5_turn());
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  const Handle access = memory_access();
  const Handle create = timeless(H5P_FILE_CREATE);
  const Handle file(H5Fcreate(memory_name, H5F_ACC_TRUNC, create, access), H5Fclose);
  write_group(file, root);
  check(H5Fflush(file, H5F_SCOPE_GLOBAL));
  const ssize_t size = H5Fget_file_image(file, nullptr, 0);
  if (size < 0) throw Failure();
  std::string image(static_cast<std::size_t>(size), '\0');
  if (H5Fget_file_image(file, image.data(), image.size()) != size) throw Failure();
  return image;
}

Group group_from_hdf5(std::string_view image) {
  const std::lock_guard lock(hdf5_turn());
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  try {
    const Handle access = memory_access();
    std::string copy(image);  // the library asks for a buffer that it might write to
    check(H5Pset_file_image(access, copy.data(), copy.size()));
    const Handle file(H5Fopen(memory_name, H5F_ACC_RDONLY, access), H5Fclose);
    const Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose);
    return read_group(root, image.size(), 0);
  } catch (const Failure&) {
    throw InputError("the HDF5 library cannot make sense of it");
  } catch (const std::length_error&) {
    throw InputError("a dataset claims to be larger than any memory");
  }
}

}  // namespace vitrum::store
