#include "edge/store/file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "edge/store/file_head.h"
#include "edge/store/hdf5_image.h"
#include "edge/store/whole_file.h"
#include "example_record.h"
#include "temporary_folder.h"

namespace vitrum::store {
namespace {

class FileTest : public ::testing::Test {
 protected:
  std::string reading(const std::string& bytes, std::string_view kind = "") {
    std::ofstream(path_, std::ios::binary) << bytes;
    return message_of<InputError>([&] { read_file(path_, kind); });
  }
  /// The message without the path that it begins with.
  std::string refusal(const std::string& bytes, std::string_view kind = "") {
    const std::string message = reading(bytes, kind);
    const std::string path = path_.string() + ": ";
    EXPECT_EQ(message.substr(0, path.size()), path);
    return message.size() < path.size() ? message : message.substr(path.size());
  }
  /// A file of this root, with a head that vouches for it.
  static std::string vouched(const Group& root) {
    const std::string body = hdf5_image(root);
    return file_head("sample", body) + body;
  }

  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "record.h5";
};

TEST_F(FileTest, ComesBackEqual) {
  const File file = example_file();
  write_file(path_, file);
  EXPECT_EQ(read_file(path_), file);
  EXPECT_EQ(read_file(path_, sample_kind), file);
  EXPECT_EQ(study::to_group(study::sample_record_from(read_file(path_).content)), file.content);
  EXPECT_EQ(study::sample_record_from(file.content).history, example_record().history);
}

TEST_F(FileTest, HasTheSameBytesForTheSameContent) {
  EXPECT_EQ(file_bytes(example_file()), file_bytes(example_file()));
}

TEST_F(FileTest, CutAnywhereGivesAMessage) {
  const std::string bytes = file_bytes(example_file());
  for (std::size_t part = 1; part < 20; ++part)
    EXPECT_TRUE(contains(refusal(bytes.substr(0, bytes.size() * part / 20)), "is cut off")) << part;
  for (const std::size_t left : {1u, 18u, 19u, 20u, 100u, 511u, 512u, 513u})
    EXPECT_TRUE(contains(refusal(bytes.substr(0, left)), "is cut off")) << left;
  EXPECT_TRUE(contains(refusal(bytes.substr(0, bytes.size() - 1)),
                       "of " + std::to_string(bytes.size()) + " bytes; copy it again, or remove it"));
  EXPECT_EQ(refusal(""), "is empty; copy it again, or remove it and run its study again");
  EXPECT_TRUE(contains(refusal(bytes + "x"), "was changed or damaged after it was written"));
}

TEST_F(FileTest, AnyChangedByteGivesAMessage) {
  const std::string bytes = file_bytes(example_file());
  std::size_t step = 1;
  for (std::size_t i = 0; i < bytes.size(); i += step) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    EXPECT_NE(reading(changed), "no error") << i;
    if (i > 600) step = 97;  // every byte of the head, a sample of the rest
  }
}

TEST_F(FileTest, ForeignFilesGiveAMessage) {
  EXPECT_EQ(refusal("ITEM: TIMESTEP\n0\n"),
            "is not a file that Vitrum wrote; give a .h5 file from a folder of results");
  EXPECT_EQ(refusal(hdf5_image(Group{})),
            "is an HDF5 file, but not one that Vitrum wrote; give a file from a folder of results");
  EXPECT_EQ(message_of<InputError>([&] { read_file(folder_ / "absent.h5"); }),
            (folder_ / "absent.h5").string() + ": there is no such file");
  EXPECT_EQ(message_of<InputError>([&] { read_file(folder_.path()); }),
            folder_.path().string() + ": is a folder, not a file");
  EXPECT_EQ(message_of<InputError>([&] { read_file("/dev/zero"); }),
            "/dev/zero: is a device or a pipe, not a file");
}

TEST_F(FileTest, EarlierFormatsStayWholeWhenTheNumberGrows) {
  const std::string body = "what follows";
  for (std::uint64_t version = 1; version <= 3; ++version) {
    const std::string bytes = file_head("sample", body, version) + body;
    EXPECT_EQ(checked_body(bytes, path_, 3).bytes, body) << version;
    EXPECT_EQ(checked_body(bytes, path_, 3).version, version);
  }
  const std::string newer = file_head("sample", body, 4) + body;
  EXPECT_TRUE(
      contains(message_of<InputError>([&] { checked_body(newer, path_, 3); }), "is of file format 4"));
  std::string changed = file_head("sample", body, 2) + body;
  changed.replace(changed.find("format 2"), 8, "format 1");
  EXPECT_TRUE(
      contains(message_of<InputError>([&] { checked_body(changed, path_, 3); }), "was changed or damaged"));
}

TEST_F(FileTest, ANewerFormatGivesAMessage) {
  std::string bytes = file_bytes(example_file());
  bytes.replace(bytes.find("format 1"), 8, "format 2");
  EXPECT_EQ(
      refusal(bytes),
      "is of file format 2, but this program reads formats up to 1; use the newer Vitrum that wrote it");
}

TEST_F(FileTest, AMissingPartGivesItsName) {
  Group root;
  root.texts["format"] = "vitrum";
  root.texts["kind"] = "sample";
  EXPECT_EQ(refusal(vouched(root)), "cannot be understood: the group \"provenance\" is missing");
  root.groups["provenance"];
  EXPECT_EQ(refusal(vouched(root)), "cannot be understood: the group \"content\" is missing");
  root.texts["format"] = "another";
  EXPECT_EQ(refusal(vouched(root)), "cannot be understood: the text \"format\" is not \"vitrum\"");
}

TEST_F(FileTest, AMissingDatasetOfARecordGivesItsName) {
  File file = example_file();
  file.content.groups["history"].groups["states"].arrays.erase("energy");
  write_file(path_, file);
  EXPECT_EQ(message_of<InputError>([&] { study::sample_record_from(read_file(path_).content); }),
            "the dataset \"states/energy\" is missing");
}

TEST_F(FileTest, TheWrongKindGivesAMessage) {
  File file = example_file();
  file.kind = checkpoint_kind;
  EXPECT_EQ(refusal(file_bytes(file), sample_kind),
            "holds a checkpoint of unfinished work, but the finished record of a sample is needed here");
}

TEST_F(FileTest, TheHeadTellsAPersonWhatFollows) {
  const std::string head = file_bytes(example_file()).substr(0, head_size);
  EXPECT_EQ(head.substr(0, 34), "vitrum file format 1\nkind sample\nb");
  EXPECT_TRUE(contains(head, "h5py, h5dump and other HDF5 readers open it as it is.\n"));
  EXPECT_THROW(file_head("two\nlines", ""), std::invalid_argument);
}

}  // namespace
}  // namespace vitrum::store
