#include "edge/export/export.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/error.h"
#include "edge/export/xdmf.h"
#include "example_records.h"

namespace vitrum::exports {
namespace {

std::string content_of(const std::vector<Document>& documents, const std::string& name) {
  for (const Document& document : documents)
    if (document.name == name) return document.content;
  std::string names;
  for (const Document& document : documents) names += document.name + " ";
  return "no " + name + " among " + names;
}

std::string message_of(const std::vector<study::SampleRecord>& records, Format format) {
  try {
    documents(records, format);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Export, KnowsItsFormats) {
  EXPECT_EQ(format_of("csv"), Format::csv);
  EXPECT_EQ(format_of("extxyz"), Format::extxyz);
  EXPECT_EQ(format_of("lammps"), Format::lammps);
  EXPECT_EQ(format_of("dump"), Format::dump);
  EXPECT_EQ(format_of("vti"), Format::vti);
  try {
    format_of("xls");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(
        error.what(),
        "there is no format \"xls\"; choose csv, extxyz, lammps, dump, vti, xdmf, reference or loadings");
  }
}

TEST(Export, WritesHistoriesAsTables) {
  const auto files = documents({glass()}, Format::csv);
  EXPECT_EQ(content_of(files, "glass-003-states.csv"),
            "strain,stress_xx,stress_yy,stress_zz,stress_yz,stress_xz,stress_xy,energy,leg\n"
            "0,0,0,0,0,0,0,-7,0\n"
            "0.10000000000000001,0.33333333333333331,2,3,4,5,6,-8,0\n");
  EXPECT_EQ(content_of(files, "glass-003-events.csv"),
            "state,strain,stress_before,stress_after,dissipated,slips,duration,energy_before,energy_after,"
            "participation,centre_x,centre_y,centre_z,direction\n"
            "1,0.10000000000000001,0.75,0.5,0.001,0,0,-7,-8,12,1,2,0,45\n");
}

TEST(Export, WritesFieldsAsTables) {
  const auto files = documents({glass(), lattice()}, Format::csv);
  EXPECT_EQ(content_of(files, "lattice-000-0-strain-0.5.csv"),
            "column,row,plastic_shear,slips\n0,0,0,10\n1,0,1,11\n2,0,2,12\n"
            "0,1,3,13\n1,1,4,14\n2,1,0.33333333333333331,15\n");
  EXPECT_EQ(content_of(files, "glass-003-1-strain-0.7.csv"),
            "atom,x,y,dx,species\n0,0.10000000000000001,0.20000000000000001,0,0\n"
            "1,0.33333333333333331,1.5,0.001,1\n2,-2.5,2.5,-0.001,0\n");
}

TEST(Export, WritesTimeJumpsAndSitesWhereThereAreAny) {
  study::SampleRecord record = lattice();
  record.history.states = {{0, {}, 1}, {0.25, {}, 2, 7.5}};
  record.history.leg = {0, 1};
  Event event;
  event.state = 1;
  event.slips = 3;
  record.history.events = {event, event};
  record.history.events[1].strain_jump = 0.125;
  record.history.sites = {5, 4, 5, 0};
  record.history.site_begin = {0, 3, 4};
  const auto files = documents({record}, Format::csv);
  EXPECT_EQ(content_of(files, "lattice-000-states.csv"),
            "strain,stress_xx,stress_yy,stress_zz,stress_yz,stress_xz,stress_xy,energy,leg,time\n"
            "0,0,0,0,0,0,0,1,0,0\n0.25,0,0,0,0,0,0,2,1,7.5\n");
  const std::string events = content_of(files, "lattice-000-events.csv");
  EXPECT_NE(events.find(",direction,strain_jump\n"), std::string::npos) << events;
  EXPECT_TRUE(events.ends_with(",0.125\n")) << events;
  EXPECT_EQ(content_of(files, "lattice-000-sites.csv"), "event,element\n0,5\n0,4\n0,5\n1,0\n");
}

study::SampleRecord with_local_tests() {
  study::SampleRecord record = glass();
  LocalYield test;
  test.place = {1, 2};
  test.radius = 5;
  test.angle = 22.5;
  test.stress = {1.0 / 3, 2, 0, 0, 0, 4};
  test.tau_i = 0.25;
  test.tau_c = 0.5;
  test.tau_f = 0.375;
  test.critical_strain = 0.1;
  test.energy_drop = 8;
  test.event = {3, 4};
  LocalYield missed = test;
  missed.elements = 2;
  missed.found = false;
  record.surveys = {{0, 0, {test}}, {0.75, 2, {missed}}};
  return record;
}

TEST(Export, WritesLocalTestsAsATable) {
  const auto files = documents({with_local_tests(), lattice()}, Format::csv);
  EXPECT_EQ(content_of(files, "glass-003-local.csv"),
            "strain,leg,x,y,radius,elements,angle,stress_xx,stress_yy,stress_xy,tau_i,tau_c,tau_f,"
            "critical_strain,energy_drop,event_x,event_y,found\n"
            "0,0,1,2,5,0,22.5,0.33333333333333331,2,4,0.25,0.5,0.375,0.10000000000000001,8,3,4,1\n"
            "0.75,2,1,2,5,2,22.5,0.33333333333333331,2,4,0.25,0.5,0.375,0.10000000000000001,8,3,4,0\n");
  EXPECT_EQ(content_of(files, "lattice-000-local.csv").substr(0, 3), "no ");
}

TEST(Export, WritesNoHistoryOfAFileThatHasLocalTestsAlone) {
  study::SampleRecord record = with_local_tests();
  record.history = {};
  record.fields.clear();
  const auto files = documents({record}, Format::csv);
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0].name, "glass-003-local.csv");
}

// A field with two numbers for each element, whose name comes before all others.
TEST(Export, WritesSeveralNumbersOfAnElementAsSeveralFields) {
  study::SampleRecord record = lattice();
  record.fields[0].fields.put_shaped("distance", {2, 2, 3}, {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15});
  EXPECT_EQ(content_of(documents({record}, Format::csv), "lattice-000-0-strain-0.5.csv"),
            "column,row,distance_0,distance_1,plastic_shear,slips\n0,0,0,10,0,10\n1,0,1,11,1,11\n"
            "2,0,2,12,2,12\n0,1,3,13,3,13\n1,1,4,14,4,14\n2,1,5,15,0.33333333333333331,15\n");
  const std::string image = content_of(documents({record}, Format::vti), "lattice-000-0-strain-0.5.vti");
  EXPECT_NE(image.find("Name=\"distance_1\" format=\"ascii\">\n10 11 12\n13 14 15\n"), std::string::npos)
      << image;
  EXPECT_EQ(image.find("Name=\"distance\""), std::string::npos);
}

// As lattices of harvested elements have.
TEST(Export, LeavesOutNumbersBesideTheFields) {
  study::SampleRecord with_number = lattice();
  with_number.fields[0].fields.put("unvisited", 0.5);
  for (const Format format : {Format::csv, Format::vti})
    EXPECT_EQ(documents({with_number}, format).back().content, documents({lattice()}, format).back().content);
  EXPECT_EQ(xdmf(with_number, "a.h5", "/content"), xdmf(lattice(), "a.h5", "/content"));
}

TEST(Export, WritesExtendedXyzWithTheTiltedCell) {
  const auto files = documents({glass(), lattice()}, Format::extxyz);
  ASSERT_EQ(files.size(), 1u);
  const std::string text = content_of(files, "glass-003.xyz");
  EXPECT_NE(text.find("3\nLattice=\"4 0 0 0 4 0 0 0 1\" "
                      "Properties=species:S:1:pos:R:3:dx:R:1 strain=0 pbc=\"T T F\"\n"
                      "H 0.10000000000000001 0.20000000000000001 0 0\n"
                      "He 0.33333333333333331 1.5 0 0.001\n"
                      "H -2.5 2.5 0 -0.001\n3\nLattice=\"4 0 0 2.7999999999999998 4 0 0 0 1\""),
            std::string::npos)
      << text;
}

TEST(Export, WritesLammpsDataWithASmallTilt) {
  const auto files = documents({glass()}, Format::lammps);
  ASSERT_EQ(files.size(), 2u);
  const std::string text = content_of(files, "glass-003-1-strain-0.7.data");
  EXPECT_NE(text.find("\n3 atoms\n2 atom types\n\n0 4 xlo xhi\n0 4 ylo yhi\n-0.5 0.5 zlo zhi\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\n-1.2000000000000002 0 0 xy xz yz\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n2 2 0.33333333333333331 1.5 0 \n"), std::string::npos) << text;
}

TEST(Export, WritesThreeDimensionsToo) {
  study::SampleRecord record = glass();
  record.measures.put("box", std::vector<double>{4, 4, 8});
  for (FieldSnapshot& snapshot : record.fields) snapshot.fields.put("z", std::vector<double>{0.5, 1, 1.5});
  const std::string data = documents({record}, Format::lammps).back().content;
  EXPECT_NE(data.find("\n0 8 zlo zhi\n"), std::string::npos) << data;
  EXPECT_NE(data.find("\n2 2 0.33333333333333331 1.5 1 \n"), std::string::npos) << data;
  const std::string xyz = documents({record}, Format::extxyz).front().content;
  EXPECT_NE(xyz.find("Lattice=\"4 0 0 0 4 0 0 0 8\" "), std::string::npos) << xyz;
  EXPECT_NE(xyz.find("pbc=\"T T T\"\nH 0.10000000000000001 0.20000000000000001 0.5 0\n"), std::string::npos);
}

// A stored glass that was tilted before: strain 0.7 takes b to (1 + 2.8, 4, 0), c to (-0.5 + 0.525, 0.75, 8).
TEST(Export, StrainsACellThatWasTilted) {
  study::SampleRecord record = glass();
  record.measures.put("box", std::vector<double>{4, 4, 8});
  record.measures.put("tilts", std::vector<double>{1, -0.5, 0.75});
  for (FieldSnapshot& snapshot : record.fields) snapshot.fields.put("z", std::vector<double>{0.5, 1, 1.5});
  const std::string first = documents({record}, Format::lammps).front().content;
  EXPECT_NE(first.find("\n1 -0.5 0.75 xy xz yz\n"), std::string::npos) << first;
  const std::string last = documents({record}, Format::lammps).back().content;
  const std::size_t line = last.find("zlo zhi\n") + 8;
  std::istringstream in(last.substr(line));
  double xy = 0, xz = 0, yz = 0;
  in >> xy >> xz >> yz;
  EXPECT_NEAR(xy, -0.2, 1e-14);
  EXPECT_NEAR(xz, 0.025, 1e-14);
  EXPECT_EQ(yz, 0.75);
}

/// Two atoms in a tilted cell whose origin is not that of space.
QuenchedGlass quenched() {
  atomistic::Configuration out;
  out.box = {2, {1, -1, 0}, 4, 3, 1, 0.5, 0, 0};
  out.species = {1, 0};
  out.positions = {1.5, -0.75, 4, 1};
  return {7, out};
}

TEST(Export, WritesTheQuenchedGlassInFormatsForAtoms) {
  const study::SampleRecord without_snapshots = [] {
    study::SampleRecord record = glass();
    record.fields.clear();
    return record;
  }();
  const auto write = [&](Format format) { return documents({without_snapshots}, format, {quenched()}); };
  EXPECT_EQ(content_of(write(Format::extxyz), "glass-007-quenched.xyz"),
            "2\nLattice=\"4 0 0 0.5 3 0 0 0 1\" Properties=species:S:1:pos:R:3 strain=0 pbc=\"T T F\"\n"
            "He 0.5 0.25 0\nH 3 2 0\n");
  const std::string data = content_of(write(Format::lammps), "glass-007-quenched.data");
  EXPECT_NE(data.find("2 atoms\n2 atom types\n"), std::string::npos);
  EXPECT_NE(data.find("0.5 0 0 xy xz yz"), std::string::npos);
  EXPECT_NE(data.find("1 2 0.5 0.25 0 \n2 1 3 2 0 \n"), std::string::npos);
  EXPECT_NE(content_of(write(Format::dump), "glass-007-quenched.dump").find("1 2 0.5 0.25 0\n"),
            std::string::npos);
  EXPECT_NE(data.find("Masses"), std::string::npos);
  study::SampleRecord metal = without_snapshots;
  metal.stress_unit = "GPa";
  const auto of_metal = documents({metal}, Format::lammps, {quenched()});
  EXPECT_EQ(content_of(of_metal, "glass-007-quenched.data").find("Masses"), std::string::npos)
      << "these come with the potential";
  EXPECT_EQ(documents({glass()}, Format::csv, {quenched()}).size(), documents({glass()}, Format::csv).size());
}

TEST(Export, SaysWhenThereIsNothingToWrite) {
  const std::string words = "choose csv or another file, or list strains under snapshots in the study";
  EXPECT_EQ(message_of({lattice()}, Format::extxyz),
            "there are no snapshots of atoms here, which extxyz, lammps and dump are for: " + words);
  EXPECT_EQ(
      message_of({glass()}, Format::vti),
      "there is a glass here, and vti is for fields of lattices: choose extxyz, lammps or dump for atoms, "
      "csv for tables");
  study::SampleRecord bare = glass();
  bare.fields.clear();
  EXPECT_EQ(documents({bare}, Format::csv).size(), 2u);
  EXPECT_NE(message_of({bare}, Format::lammps), "no error");
}

TEST(Export, NamesWhatASnapshotLacks) {
  study::SampleRecord record = glass();
  record.measures = {};
  EXPECT_TRUE(message_of({record}, Format::extxyz).starts_with("the cell of this glass is not stored"));
  record = glass();
  record.fields[0].fields.put("dx", std::vector<double>{1});
  EXPECT_EQ(message_of({record}, Format::extxyz), "the field \"dx\" is not one of 3 atoms");
  EXPECT_EQ(message_of({record}, Format::csv),
            "the field \"species\" is over other sites than the field \"dx\"");
  record = glass();
  record.measures.put("box", std::vector<double>{4, 4, 4});
  EXPECT_EQ(message_of({record}, Format::lammps), "the dataset \"box\" should hold 2 numbers");
  record = glass();
  record.fields[0].fields.put("species", std::vector<std::int64_t>{0, 1, 77});
  EXPECT_EQ(message_of({record}, Format::extxyz), "species 77 has no symbol in extended XYZ (0 to 9 have)");
  record = lattice();
  record.fields[0].fields.put_shaped("slips", {3, 2}, std::vector<double>(6));
  EXPECT_EQ(message_of({record}, Format::vti),
            "the field \"slips\" is over other elements than the field \"plastic_shear\"");
}

}  // namespace
}  // namespace vitrum::exports
