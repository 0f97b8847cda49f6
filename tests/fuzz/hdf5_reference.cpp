// Reference tables of other programs in HDF5. The library writes a file that is whole in its form, from bytes
// that say what stands in it: any types, shapes, attributes and links, below the names that the reader looks
// for.
#include <hdf5.h>

#include <array>
#include <cstring>
#include <vector>

#include "edge/import/hdf5_tables.h"
#include "edge/import/reference_columns.h"
#include "fuzz/references.h"
#include "fuzz/target.h"

namespace vitrum::fuzz {
namespace {

constexpr const char* group_names[] = {"stress", "events", "local", "content", "legs", "stres", "provenance"};
constexpr const char* column_names[] = {"realization", "strain", "stress", "drop",  "increment",
                                        "state",       "radius", "angle",  "tau_i", "tau_c",
                                        "von_mises",   "found",  "strian", "x"};

/// Takes bytes from the front; zeros behind the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}
  bool empty() const { return rest_.empty(); }
  unsigned next() {
    if (rest_.empty()) return 0;
    const unsigned byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

 private:
  std::string_view rest_;
};

/// Of what a column may be, and of what it may not.
hid_t type_of(unsigned which) {
  const auto text = [](std::size_t length) {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, length);
    return type;
  };
  switch (which % 16) {
    case 0:
      return H5Tcopy(H5T_NATIVE_INT32);
    case 1:
      return H5Tcopy(H5T_NATIVE_UINT64);
    case 2:
      return H5Tcopy(H5T_NATIVE_FLOAT);
    case 3:
      return H5Tcopy(H5T_IEEE_F64BE);
    case 4:
      return text(12);
    case 5:
      return text(H5T_VARIABLE);
    case 6:
      return text(4096);
    case 7:
    case 8: {  // a boolean of h5py; an enumeration of four bytes
      const hid_t type = H5Tenum_create(which % 16 == 7 ? H5T_NATIVE_INT8 : H5T_NATIVE_INT32);
      const std::array<int, 2> values{0, which % 16 == 7 ? 0x101 : 1};
      H5Tenum_insert(type, "FALSE", &values[0]);
      H5Tenum_insert(type, "TRUE", &values[1]);
      return type;
    }
    case 9: {
      const hid_t type = H5Tcreate(H5T_COMPOUND, 16);
      H5Tinsert(type, "a", 0, H5T_NATIVE_DOUBLE);
      H5Tinsert(type, "b", 8, H5T_NATIVE_INT64);
      return type;
    }
    case 10: {
      const hsize_t extent = 3;
      return H5Tarray_create2(H5T_NATIVE_DOUBLE, 1, &extent);
    }
    case 11:
      return H5Tvlen_create(H5T_NATIVE_DOUBLE);
    case 12:
      return H5Tcopy(H5T_STD_REF_OBJ);
    case 13:
      return H5Tcreate(H5T_OPAQUE, 5);
    default:
      return H5Tcopy(H5T_NATIVE_DOUBLE);
  }
}

hid_t space_of(unsigned which, hid_t create) {
  const hsize_t few = which % 8, huge = hsize_t{1} << (20 + which % 40), chunk = 16, none = H5S_UNLIMITED;
  const hsize_t plane[] = {few, 3};
  switch (which >> 5U) {
    case 0:
      return H5Screate(H5S_SCALAR);
    case 1:
      return H5Screate(H5S_NULL);
    case 2:
      return H5Screate_simple(2, plane, nullptr);
    case 3:  // claimed, and nowhere stored
      H5Pset_chunk(create, 1, &chunk);
      return H5Screate_simple(1, &huge, &none);
    default:
      return H5Screate_simple(1, &few, nullptr);
  }
}

/// Few values of every type; texts are numbers, names of states or neither.
void write_values(hid_t object, hid_t type, Bytes& bytes, const std::function<void(const void*)>& write) {
  (void)object;
  const std::size_t size = H5Tget_size(type);
  if (H5Tis_variable_str(type) > 0) {
    static const char* words[] = {"1", "0.5", "quenched", "stationary", "", "nan", "1e400", "x"};
    std::vector<const char*> texts;
    for (int i = 0; i < 32; ++i) texts.push_back(words[bytes.next() % 8]);
    return write(texts.data());
  }
  std::vector<unsigned char> values(24 * size);
  const bool real = H5Tequal(type, H5T_NATIVE_DOUBLE) > 0;
  for (std::size_t i = 0; i < 24; ++i) {
    const unsigned byte = bytes.next();
    if (real) {
      const double value = byte < 128 ? byte * 0.1 : byte == 255 ? 0.0 / (byte - 255.0) : (byte - 192) * 1e17;
      std::memcpy(values.data() + size * i, &value, 8);
    } else {
      values[i * size] = static_cast<unsigned char>(size == 12 ? '0' + byte % 12 : byte);
    }
  }
  const H5T_class_t kind = H5Tget_class(type);
  if (kind != H5T_VLEN && kind != H5T_REFERENCE) write(values.data());
}

void add_unit(hid_t object, unsigned which, Bytes& bytes) {
  const hid_t type = which % 4 == 0 ? H5Tcopy(H5T_C_S1) : type_of(which);
  if (which % 4 == 0) H5Tset_size(type, 2);
  const hsize_t two = 2;
  const hid_t space =
      which & 32U ? H5Screate_simple(1, &two, nullptr) : H5Screate(which & 64U ? H5S_NULL : H5S_SCALAR);
  const hid_t attribute =
      H5Acreate2(object, which & 16U ? "unit" : "units", type, space, H5P_DEFAULT, H5P_DEFAULT);
  if (attribute >= 0 && !(which & 64U)) {
    if (which % 4 == 0)
      H5Awrite(attribute, type, "lj\0\0");
    else
      write_values(attribute, type, bytes, [&](const void* from) { H5Awrite(attribute, type, from); });
  }
  if (attribute >= 0) H5Aclose(attribute);
  H5Sclose(space);
  H5Tclose(type);
}

void add_column(hid_t group, Bytes& bytes) {
  const char* name = column_names[bytes.next() % std::size(column_names)];
  const hid_t type = type_of(bytes.next()), create = H5Pcreate(H5P_DATASET_CREATE);
  const hid_t space = space_of(bytes.next(), create);
  const hid_t set = H5Dcreate2(group, name, type, space, H5P_DEFAULT, create, H5P_DEFAULT);
  if (set >= 0) {
    const hssize_t points = H5Sget_simple_extent_npoints(space);
    if (points > 0 && points < 24)
      write_values(set, type, bytes,
                   [&](const void* from) { H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, from); });
    if (const unsigned unit = bytes.next(); unit != 0) add_unit(set, unit, bytes);
    H5Dclose(set);
  }
  H5Sclose(space);
  H5Tclose(type);
  H5Pclose(create);
}

void add_link(hid_t root, hid_t group, Bytes& bytes) {
  const char* name = column_names[bytes.next() % std::size(column_names)];
  switch (bytes.next() % 5) {
    case 0:
      H5Lcreate_soft("/stress/strain", group, name, H5P_DEFAULT, H5P_DEFAULT);
      break;
    case 1:
      H5Lcreate_soft(name, group, name, H5P_DEFAULT, H5P_DEFAULT);  // to itself
      break;
    case 2:
      H5Lcreate_external("/nowhere.h5", "/x", group, name, H5P_DEFAULT, H5P_DEFAULT);
      break;
    case 3:
      H5Lcreate_hard(root, ".", group, name, H5P_DEFAULT, H5P_DEFAULT);  // a circle
      break;
    default:
      H5Gclose(H5Gcreate2(group, std::string(300, 'n').c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  }
}

void build(hid_t root, Bytes& bytes) {
  hid_t group = -1;
  while (!bytes.empty()) {
    const unsigned deed = bytes.next();
    if (deed % 8 == 0 || group < 0) {
      if (group >= 0) H5Gclose(group);
      const char* name = group_names[deed / 8 % std::size(group_names)];
      group = H5Lexists(root, name, H5P_DEFAULT) > 0
                  ? -1
                  : H5Gcreate2(root, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
      if (group < 0) return;
    } else if (deed % 8 == 1) {
      add_link(root, group, bytes);
    } else if (deed % 8 == 2) {
      add_unit(group, bytes.next(), bytes);
    } else {
      add_column(group, bytes);
    }
  }
  if (group >= 0) H5Gclose(group);
}

std::string built(std::string_view bytes) {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  H5Pset_fapl_core(access, 1 << 16, false);
  const hid_t file = H5Fcreate("/dev/null/fuzz", H5F_ACC_TRUNC, H5P_DEFAULT, access);
  Bytes rest(bytes);
  build(file, rest);
  H5Fflush(file, H5F_SCOPE_GLOBAL);
  std::string image(static_cast<std::size_t>(H5Fget_file_image(file, nullptr, 0)), '\0');
  H5Fget_file_image(file, image.data(), image.size());
  H5Fclose(file);
  H5Pclose(access);
  return image;
}

}  // namespace
}  // namespace vitrum::fuzz

FUZZ_TARGET(hdf5_reference) {
  using namespace vitrum;
  const std::string path = fuzz::memory_file_in_folder(fuzz::built(bytes));
  // What read_hdf5_reference does, but for the trial in a child process: here a crash is to be seen.
  fuzz::reads([&] {
    std::vector<std::string> all;
    imports::Complaints complaints(all);
    study::ReferenceTables tables;
    for (const auto& table : imports::read_hdf5_tables(path, complaints))
      take_table(table, complaints, tables);
    if (all.empty()) fuzz::use(tables);
  });
}
