#include "edge/store/hdf5_image.h"

#include <gtest/gtest.h>
#include <hdf5.h>

#include <bit>
#include <cmath>
#include <limits>
#include <thread>

#include "base/error.h"
#include "edge/store/whole_file.h"
#include "temporary_folder.h"

namespace vitrum::store {
namespace {

Group round_trip(const Group& group) { return group_from_hdf5(hdf5_image(group)); }

TEST(Hdf5Image, KeepsEveryBitOfReals) {
  std::vector<double> values{0.0,
                             -0.0,
                             1.0 / 3,
                             -5e-324,
                             std::numeric_limits<double>::max(),
                             std::numeric_limits<double>::infinity()};
  for (const std::uint64_t payload : {0x7ff8000000000000u, 0xfff8000000abcdefu, 0x7ff0000000000001u})
    values.push_back(std::bit_cast<double>(payload));
  for (const std::size_t copies : {1u, 1000u}) {  // stored as it is, and compressed
    std::vector<double> many;
    for (std::size_t i = 0; i < copies; ++i) many.insert(many.end(), values.begin(), values.end());
    Group group;
    group.put("values", many);
    const Group back = round_trip(group);
    ASSERT_EQ(back.doubles("values").size(), many.size());
    for (std::size_t i = 0; i < many.size(); ++i)
      EXPECT_EQ(std::bit_cast<std::uint64_t>(back.doubles("values")[i]),
                std::bit_cast<std::uint64_t>(many[i]));
  }
}

TEST(Hdf5Image, KeepsIntegersShapesUnitsAndNotes) {
  Group group;
  group.put("integers", std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min(), 0,
                                                  std::numeric_limits<std::int64_t>::max()});
  group.put("one", 0.1, "σ/ε", "ein Maß");
  group.put("nothing", std::vector<double>{}, "1");
  group.put_shaped("hollow", {3, 0, 2}, {});
  group.put_shaped("large", {3, 700, 100}, std::vector<double>(210000, 0.25), "eps", "several chunks");
  EXPECT_EQ(round_trip(group), group);
}

TEST(Hdf5Image, KeepsTextsAndGroups) {
  Group group;
  group.texts["empty"] = "";
  group.texts["study"] = "γ = 2 ε_xy\n\ttrailing space \n";
  group.texts["long"] = std::string(200000, 'x');
  group.groups["empty"];
  group.groups["a b"].groups["c"].groups["d"].put("x", 1.0);
  group.texts.erase("empty");
  group.texts["none"] = "";
  EXPECT_EQ(round_trip(group), group);
  EXPECT_EQ(round_trip(Group{}), Group{});
}

TEST(Hdf5Image, IsTheSameForTheSameContent) {
  Group group;
  group.put("x", std::vector<double>(5000, 0.5), "1", "note");
  group.groups["g"].texts["t"] = "text";
  const std::string first = hdf5_image(group);
  // A time stamp would have changed by then.
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  EXPECT_EQ(hdf5_image(group), first);
}

TEST(Hdf5Image, CompressesLargeArrays) {
  Group group;
  group.put("x", std::vector<double>(1000000, 0.5));
  EXPECT_LT(hdf5_image(group).size(), 100000u);
}

TEST(Hdf5Image, RefusesNamesThatHdf5CouldNotGiveBack) {
  for (const std::string name : {"", ".", "a/b"}) {
    Group group;
    group.put(name, 1.0);
    EXPECT_THROW(hdf5_image(group), std::invalid_argument) << name;
  }
  Group twice;
  twice.put("x", 1.0);
  twice.texts["x"] = "y";
  EXPECT_THROW(hdf5_image(twice), std::invalid_argument);
  Group zero;
  zero.texts["x"] = std::string("a\0b", 3);
  EXPECT_THROW(hdf5_image(zero), std::invalid_argument);
}

TEST(Hdf5Image, RefusesOtherBytesInWords) {
  for (const std::string& bytes : {std::string(), std::string("no HDF5"), std::string(100000, '\0')})
    EXPECT_TRUE(contains(message_of<InputError>([&] { group_from_hdf5(bytes); }), "HDF5 library"))
        << bytes.size();
}

// Groups that hold each other twice, thirty deep, would be read a thousand million times.
TEST(Hdf5Image, RefusesWhatStandsInItTwice) {
  const TemporaryFolder folder;
  const std::string path = (folder / "a.h5").string();
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  hid_t group = H5Gopen2(file, "/", H5P_DEFAULT);
  for (int depth = 0; depth < 30; ++depth) {
    const hid_t inner = H5Gcreate2(group, "a", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_hard(group, "a", group, "b", H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(group);
    group = inner;
  }
  H5Gclose(group);
  H5Fclose(file);
  const std::string bytes = read_whole(path);
  EXPECT_EQ(message_of<InputError>([&] { group_from_hdf5(bytes); }), "\"a\" stands in it more than once");
}

TEST(Hdf5Image, ServesSeveralThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<int> good(4, 0);
  for (std::size_t t = 0; t < good.size(); ++t)
    threads.emplace_back([t, &good] {
      for (int i = 0; i < 20; ++i) {
        Group group;
        group.put("x", std::vector<double>(2000, static_cast<double>(t) + i));
        good[t] += round_trip(group) == group ? 1 : 0;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 20));
}

}  // namespace
}  // namespace vitrum::store
