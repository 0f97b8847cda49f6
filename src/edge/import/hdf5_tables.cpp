#include "edge/import/hdf5_tables.h"

#include <hdf5.h>

#include <mutex>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "base/hdf5_turn.h"
#include "base/nearest_name.h"
#include "edge/import/reference_columns.h"

namespace vitrum::imports {
namespace {

/// Filters that HDF5 files are written with shrink no array any further. A file that claims more does not
/// hold it.
constexpr hsize_t largest_gain = 1100;

/// An HDF5 identifier, closed when it goes out of scope.
class Handle {
 public:
  Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {
    if (id_ < 0) throw InputError("the HDF5 library cannot make sense of it");
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close_(id_); }
  operator hid_t() const { return id_; }

 private:
  hid_t id_;
  herr_t (*close_)(hid_t);
};

void check(herr_t status) {
  if (status < 0) throw InputError("the HDF5 library cannot make sense of it");
}

std::string trimmed(std::string text) {
  text.erase(text.find_last_not_of(std::string(" \0", 2)) + 1);
  return text;
}

/// `count` texts that `read` puts into memory of the type it is given; fixed length or not.
template <class Read>
std::vector<std::string> texts_of(hid_t type, hid_t space, std::size_t count, Read read) {
  std::vector<std::string> texts;
  if (H5Tis_variable_str(type) > 0) {
    std::vector<char*> pointers(count);
    check(read(type, pointers.data()));
    for (const char* text : pointers) texts.emplace_back(text ? text : "");
    check(H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data()));
    return texts;
  }
  const std::size_t length = H5Tget_size(type);
  std::string all(length * count, '\0');
  check(read(type, all.data()));
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = all.substr(i * length, length);
    texts.push_back(trimmed(text.substr(0, text.find('\0'))));
  }
  return texts;
}

/// The first of the attributes "units" and "unit" that is a text.
std::string unit_of(hid_t object) {
  for (const char* name : {"units", "unit"}) {
    if (H5Aexists(object, name) <= 0) continue;
    const Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
    const Handle type(H5Aget_type(attribute), H5Tclose), space(H5Aget_space(attribute), H5Sclose);
    if (H5Tget_class(type) != H5T_STRING || H5Sget_simple_extent_npoints(space) != 1 ||
        H5Aget_storage_size(attribute) < H5Tget_size(type))
      continue;
    return texts_of(type, space, 1, [&](hid_t memory, void* to) { return H5Aread(attribute, memory, to); })
        .front();
  }
  return {};
}

std::vector<std::string> names_in(hid_t group) {
  H5G_info_t info;
  check(H5Gget_info(group, &info));
  std::vector<std::string> names;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    char name[256] = "";
    if (H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name, sizeof name, H5P_DEFAULT) >= 0)
      names.emplace_back(name);
  }
  return names;
}

bool has_group(hid_t parent, const std::string& name) {
  if (H5Lexists(parent, name.c_str(), H5P_DEFAULT) <= 0) return false;
  const Handle object(H5Oopen(parent, name.c_str(), H5P_DEFAULT), H5Oclose);
  return H5Iget_type(object) == H5I_GROUP;
}

hsize_t size_of_file(hid_t object) {
  const Handle file(H5Iget_file_id(object), H5Fclose);
  hsize_t size = 0;
  check(H5Fget_filesize(file, &size));
  return size;
}

/// Whether `count` things of `size` bytes cannot lie in the file of this object.
bool is_too_large(hid_t object, hsize_t count, hsize_t size) {
  return size > 0 && count > size_of_file(object) * largest_gain / size;
}

/// The same of texts of any length. Each takes 16 bytes beside its own, hard to compress; and the library
/// needs a microsecond for each, so that a false number of them would take minutes.
bool are_too_many_texts(hid_t set, hid_t type, hid_t space, hsize_t count) {
  if (count > size_of_file(set)) return true;
  hsize_t bytes = 0;
  return H5Dvlen_get_buf_size(set, type, space, &bytes) < 0 || is_too_large(set, bytes, 1);
}

/// What keeps a dataset from being a column; empty: nothing does.
std::string shape_problem(hid_t set, hid_t type, hid_t space) {
  const hssize_t points = H5Sget_simple_extent_npoints(space);
  if (H5Sget_simple_extent_ndims(space) != 1 || points < 0)
    return "the dataset is not one list of numbers; store each column by itself";
  const H5T_class_t kind = H5Tget_class(type);
  const bool known = kind == H5T_STRING || kind == H5T_INTEGER || kind == H5T_FLOAT || kind == H5T_ENUM;
  if (!known || (kind == H5T_ENUM && H5Tget_size(type) != 1))
    return "the dataset holds neither numbers nor texts; store numbers";
  const auto count = static_cast<hsize_t>(points);
  if (is_too_large(set, count, H5Tget_size(type)) ||
      (H5Tis_variable_str(type) > 0 && are_too_many_texts(set, type, space, count)))
    return "the dataset claims to be larger than its file can hold; write the file again";
  return {};
}

/// A column, or a complaint about an object that is none.
void add_column(hid_t group, const std::string& name, RawTable& table, Complaints& complaints) {
  RawColumn& column = table.columns.emplace_back();
  column.name = name;
  const Handle set(H5Oopen(group, name.c_str(), H5P_DEFAULT), H5Oclose);
  const auto refuse = [&](const std::string& problem) {
    complaints.add(table.place(column), problem);
    table.damaged = true;
  };
  if (H5Iget_type(set) != H5I_DATASET) return refuse("this is no dataset; a table is a group of columns");
  const Handle type(H5Dget_type(set), H5Tclose), space(H5Dget_space(set), H5Sclose);
  if (const std::string problem = shape_problem(set, type, space); !problem.empty()) return refuse(problem);
  const auto rows = static_cast<std::size_t>(H5Sget_simple_extent_npoints(space));
  column.unit = unit_of(set);
  const H5T_class_t kind = H5Tget_class(type);
  const auto read = [&](hid_t memory, void* to) {
    return H5Dread(set, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, to);
  };
  if (kind == H5T_STRING) {
    column.words = texts_of(type, space, rows, read);
  } else if (kind == H5T_ENUM) {
    // Booleans of h5py, which the library does not turn into reals by itself.
    std::vector<signed char> small(rows);
    check(read(type, small.data()));
    column.numbers.assign(small.begin(), small.end());
  } else {
    column.numbers.resize(rows);
    check(read(H5T_NATIVE_DOUBLE, column.numbers.data()));
  }
}

/// All columns have one entry for each row.
void check_lengths(RawTable& table, Complaints& complaints) {
  std::string lengths;
  for (const RawColumn& column : table.columns) {
    const std::size_t rows = std::max(column.words.size(), column.numbers.size());
    if (&column == &table.columns.front()) table.rows = rows;
    lengths += (lengths.empty() ? "" : ", ") + column.name + " " + std::to_string(rows);
    table.damaged = table.damaged || rows != table.rows;
  }
  if (table.damaged)
    complaints.add(table.place(), "the columns are not of one length (" + lengths +
                                      "); each has one entry for each row of the table");
}

RawTable table_in(hid_t parent, const std::string& name, const std::string& file, const std::string& unit,
                  Complaints& complaints) {
  RawTable table;
  table.name = name;
  table.file = file;
  const Handle group(H5Gopen2(parent, name.c_str(), H5P_DEFAULT), H5Gclose);
  table.unit = unit_of(group);
  if (table.unit.empty()) table.unit = unit;
  for (const std::string& column : names_in(group)) add_column(group, column, table, complaints);
  if (!table.damaged) check_lengths(table, complaints);
  return table;
}

std::vector<RawTable> tables_in(const std::string& file, Complaints& complaints) {
  const Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  const Handle root(H5Gopen2(opened, has_group(opened, "content") ? "/content" : "/", H5P_DEFAULT), H5Gclose);
  std::vector<std::string> known;
  for (const TableKind& kind : table_kinds()) known.emplace_back(kind.name);
  std::vector<RawTable> tables;
  for (const std::string& name : names_in(root)) {
    if (name == "legs" || name == "provenance") continue;
    const std::string meant = nearest(name, known);
    if (meant == name && has_group(root, name))
      tables.push_back(table_in(root, name, file, unit_of(root), complaints));
    else if (!meant.empty())
      complaints.add(file + ": " + name, meant == name ? "this is no group; a table is a group of columns"
                                                       : "unknown group; did you mean '" + meant + "'?");
  }
  return tables;
}

}  // namespace

std::vector<RawTable> read_hdf5_tables(const std::filesystem::path& path, Complaints& complaints) {
  const std::lock_guard lock(hdf5_turn());
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  try {
    std::vector<RawTable> tables = tables_in(path.string(), complaints);
    if (tables.empty())
      complaints.add(path.string(),
                     "none of the groups stress, events and local is there; name another file");
    return tables;
  } catch (const InputError& error) {
    throw InputError(path.string() + ": " + error.what() + "; write the file again");
  }
}

}  // namespace vitrum::imports
