#include "edge/import/read_reference.h"

#include <gtest/gtest.h>
#include <hdf5.h>

#include "edge/store/file.h"
#include "temporary_tables.h"

namespace vitrum::imports {
namespace {

using study::TestedAs;
using test::Tables;

const std::string stress = R"(# sheared to 0.3
# units: lj
realization, strain, stress
0, 0.1, 0.5
0, 0.2, +6e-1
0, 0.3, 0.55

1, 0.1, 0.4
1, 0.2, 0.5
)";
const std::string events = "realization,strain,drop\n0,0.2,0.01\n0,0.2,0.02\n1,0.1,0.03\n";
const std::string local =
    "state,realization,radius,angle,tau_i,tau_c,drop\r\nquenched,0,5,0,0.1,0.3,0.02\r\n"
    "\"stationary\",1,5,90,-0.1,0.25,0.01\r\nunloaded,1,5,90,-0.1,0.25,0.01\r\n";

TEST(ReadReference, CsvTables) {
  Tables folder;
  folder.write("stress.csv", stress).write("events.csv", events).write("local.csv", "\xEF\xBB\xBF" + local);
  ASSERT_TRUE(holds_csv_tables(folder.path()));
  const study::ReferenceTables tables = read_csv_reference({folder.path()});
  EXPECT_EQ(tables.stress.realization, (std::vector<std::int64_t>{0, 0, 0, 1, 1}));
  EXPECT_EQ(tables.stress.strain, (std::vector<double>{0.1, 0.2, 0.3, 0.1, 0.2}));
  EXPECT_EQ(tables.stress.stress, (std::vector<double>{0.5, 0.6, 0.55, 0.4, 0.5}));
  EXPECT_EQ(tables.events.drop, (std::vector<double>{0.01, 0.02, 0.03}));
  EXPECT_TRUE(tables.events.increment.empty());
  EXPECT_EQ(tables.local.state,
            (std::vector<TestedAs>{TestedAs::quenched, TestedAs::stationary, TestedAs::unloaded}));
  EXPECT_EQ(tables.local.tau_c, (std::vector<double>{0.3, 0.25, 0.25}));
  EXPECT_TRUE(tables.local.found.empty() && tables.local.von_mises.empty() && tables.local.strain.empty());
}

TEST(ReadReference, FilesOfAnyName) {
  Tables folder;
  folder.write("curves.txt", stress).write("avalanches.csv", events);
  const auto tables = read_csv_reference({folder.file("avalanches.csv"), folder.file("curves.txt")});
  EXPECT_EQ(tables.stress.stress.size(), 5U);
  EXPECT_EQ(tables.events.drop.size(), 3U);
}

TEST(ReadReference, TellsAllMistakesAtOnce) {
  Tables folder;
  folder.write("stress.csv",
               "realization,strain,stress\n0,0.1,0.5\n0,0.1,n.a.\n0,0.3,inf\n0,0.4\n0.5,0.5,0.6\n");
  folder.write("events.csv", "realisation,strain,size\n0,0.1,0.2\n");
  folder.write("local.csv", "# units: MPa\nrealization,state,radius,angle,tau_i,tau_c,drop\n");
  EXPECT_EQ(
      folder.refusal(),
      "stress.csv:5: the line has 2 words (the names in line 1 are 3); separate them by commas, with a "
      "point in decimals\n"
      "stress.csv:6:1: realization is 0.500000 (not a whole number); number realizations 0, 1, 2, ...\n"
      "stress.csv:3:7: stress is 'n.a.' (not a number); write a number, with a point in decimals\n"
      "stress.csv:4:7: stress is not a finite number; leave the row out, or mend the run that wrote it\n"
      "stress.csv:3:3: the strain does not rise from the row before of realization 0; give the first leg "
      "alone, in the order of strain\n"
      "events.csv:1:1: unknown column 'realisation' in the table events; did you mean 'realization'?\n"
      "events.csv:1:20: unknown column 'size' in the table events (it has realization, strain, drop, "
      "increment); leave it out\n"
      "events.csv:1: the table events lacks the column 'drop' (it has realization, strain, drop, "
      "increment); add it\n"
      "local.csv:2: the unit is 'MPa' (references are in the reduced units of the lattice, 'lj'); divide "
      "stresses by the unit of stress of your model, and write 'lj'\n"
      "local.csv: the table local has no rows; fill it or leave the file out");
}

TEST(ReadReference, CountsManyMistakesOfOneKind) {
  Tables folder;
  std::string text = "realization,strain,stress\n";
  for (int i = 0; i < 10; ++i) text += "0," + std::to_string(i) + ",nan\n";
  folder.write("stress.csv", text);
  const std::string message = folder.refusal();
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 2);
  EXPECT_TRUE(message.ends_with("(and 7 more rows like this)")) << message;
}

TEST(ReadReference, TwoTablesOfOneKind) {
  Tables folder;
  folder.write("a.csv", stress).write("b.csv", stress);
  try {
    read_csv_reference({folder.file("a.csv"), folder.file("b.csv")});
    FAIL() << "were taken";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("b.csv: a second table stress beside"), std::string::npos);
  }
}

/// The file that tests/reference/calibration/user_h5py.py wrote.
TEST(ReadReference, Hdf5AsAnyoneWritesIt) {
  const auto tables = read_hdf5_reference(VITRUM_REFERENCE_DIR "/calibration/user_h5py.h5");
  EXPECT_EQ(tables.stress.realization, (std::vector<std::int64_t>{0, 0, 1, 1}));
  EXPECT_EQ(tables.stress.stress, (std::vector<double>{0.5, 0.25, 0.125, 1}));
  EXPECT_EQ(tables.events.drop, (std::vector<double>{0.5, 0.75}));
  EXPECT_EQ(tables.local.state, (std::vector<TestedAs>{TestedAs::stationary, TestedAs::quenched}));
  EXPECT_EQ(tables.local.found, (std::vector<std::int64_t>{1, 0}));
  EXPECT_EQ(tables.local.angle, (std::vector<double>{0, 90}));
}

TEST(ReadReference, Hdf5Mistakes) {
  try {
    read_hdf5_reference(VITRUM_REFERENCE_DIR "/calibration/wrong_h5py.h5");
    FAIL() << "was taken";
  } catch (const InputError& error) {
    std::string message = error.what();
    const std::string folder = VITRUM_REFERENCE_DIR "/calibration/";
    for (std::size_t at = message.find(folder); at != std::string::npos; at = message.find(folder))
      message.erase(at, folder.size());
    EXPECT_EQ(
        message,
        "wrong_h5py.h5: event: unknown group; did you mean 'events'?\n"
        "wrong_h5py.h5: events: the columns are not of one length (drop 3, realization 2, strain 2); each "
        "has one entry for each row of the table\n"
        "wrong_h5py.h5: local/radius: the dataset is not one list of numbers; store each column by itself\n"
        "wrong_h5py.h5: stress: the unit is 'GPa' (references are in the reduced units of the lattice, "
        "'lj'); divide stresses by the unit of stress of your model, and write 'lj'\n"
        "wrong_h5py.h5: stress/stresses: unknown column 'stresses' in the table stress; did you mean "
        "'stress'?\n"
        "wrong_h5py.h5: stress/strain, row 3: strain is not a finite number; leave the row out, or mend "
        "the run that wrote it");
  }
}

std::string refusal_of_hdf5(const std::string& file) {
  try {
    read_hdf5_reference(file);
  } catch (const InputError& error) {
    return error.what();
  }
  return "not refused";
}

/// A table stress whose column strain is of this type and length; nothing is written into it.
void write_claim(const std::string& file, hid_t type, hsize_t length) {
  const hid_t id = H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t group = H5Gcreate2(id, "stress", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t space = H5Screate_simple(1, &length, nullptr), create = H5Pcreate(H5P_DATASET_CREATE);
  const hsize_t chunk = 1;
  H5Pset_chunk(create, 1, &chunk);
  H5Dclose(H5Dcreate2(group, "strain", type, space, H5P_DEFAULT, create, H5P_DEFAULT));
  H5Pclose(create);
  H5Sclose(space);
  H5Gclose(group);
  H5Fclose(id);
}

/// Memory for as much as a damaged file claims is never asked for.
TEST(ReadReference, Hdf5ThatClaimsToBeLarge) {
  Tables folder;
  const std::string claim = "stress/strain: the dataset claims to be larger than its file can hold";
  const hid_t long_text = H5Tcopy(H5T_C_S1);
  const hid_t any_text = H5Tcopy(H5T_C_S1);
  H5Tset_size(long_text, std::size_t{1} << 30U);
  H5Tset_size(any_text, H5T_VARIABLE);
  for (const auto& [type, length] :
       {std::pair{H5T_NATIVE_DOUBLE, hsize_t{1} << 40U}, std::pair{long_text, hsize_t{1000}},
        std::pair{any_text, hsize_t{100'000}}}) {
    write_claim(folder.file("a.h5"), type, length);
    const std::string refusal = refusal_of_hdf5(folder.file("a.h5"));
    EXPECT_NE(refusal.find(claim), std::string::npos) << refusal;
  }
  H5Tclose(any_text);
  H5Tclose(long_text);
}

TEST(ReadReference, NumbersThatCannotBeCountedOn) {
  Tables folder;
  folder.write("stress.csv", "realization,strain,stress\n1e18,0.1,0.5\n");
  EXPECT_EQ(folder.refusal(),
            "stress.csv:2:1: realization is larger than 1e15 (there is no counting on behind it); "
            "number realizations 0, 1, 2, ...");
}

TEST(ReadReference, WhatIsNoHdf5) {
  Tables folder;
  folder.write("a.h5", std::string("\x89HDF\r\n\x1a\n") + std::string(900, 'x'));
  EXPECT_THROW(read_hdf5_reference(folder.file("a.h5")), InputError);
  EXPECT_THROW(read_hdf5_reference(folder.file("none.h5")), InputError);
}

/// Everything that a calibration uses comes back; stresses to single precision.
TEST(ReadReference, WhatTheProgramExports) {
  study::ReferenceTables tables;
  for (int i = 0; i < 3000; ++i) {
    tables.stress.realization.push_back(i / 1000);
    tables.stress.strain.push_back(i % 1000 * 1e-3);
    tables.stress.stress.push_back(1.0 / (3 + i));
    tables.events.realization.push_back(i / 1000);
    tables.events.strain.push_back(i % 1000 * 1e-3);
    tables.events.drop.push_back(2.0 / (3 + i));
    tables.events.increment.push_back(4.0 / (3 + i));
  }
  tables.local = {{0, 2},         {TestedAs::unloaded, TestedAs::stationary},
                  {5, 30.1},      {0, 90},
                  {1.0 / 3, 0.2}, {1.0 / 7, 0.3},
                  {1.0 / 9, 0.1}, {0, 0.8},
                  {0.1, 0.2},     {1, 0}};
  tables.legs = {{0}, {1}, {0.5}, {0.25}};
  Tables folder;
  Group provenance;
  provenance.texts["study"] = "[study]";
  store::write_file(folder.file("a.h5"), {std::string(store::reference_kind), provenance, to_group(tables)});
  const study::ReferenceTables read = read_hdf5_reference(folder.file("a.h5"));
  EXPECT_EQ(read.stress.realization, tables.stress.realization);
  EXPECT_EQ(read.stress.strain, tables.stress.strain);
  EXPECT_EQ(read.events.strain, tables.events.strain);
  EXPECT_EQ(read.local.state, tables.local.state);
  EXPECT_EQ(read.local.radius, tables.local.radius);
  EXPECT_EQ(read.local.angle, tables.local.angle);
  EXPECT_EQ(read.local.strain, tables.local.strain);
  EXPECT_EQ(read.local.found, tables.local.found);
  const auto expect_near = [](const std::vector<double>& a, const std::vector<double>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 6e-8 * b[i]);
  };
  expect_near(read.stress.stress, tables.stress.stress);
  expect_near(read.events.drop, tables.events.drop);
  expect_near(read.events.increment, tables.events.increment);
  expect_near(read.local.tau_i, tables.local.tau_i);
  expect_near(read.local.tau_c, tables.local.tau_c);
  expect_near(read.local.drop, tables.local.drop);
  expect_near(read.local.von_mises, tables.local.von_mises);
}

}  // namespace
}  // namespace vitrum::imports
