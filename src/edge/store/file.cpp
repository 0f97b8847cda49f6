#include "edge/store/file.h"

#include "base/error.h"
#include "edge/store/file_head.h"
#include "edge/store/hdf5_image.h"
#include "edge/store/whole_file.h"

namespace vitrum::store {
namespace {

constexpr const char* format_name = "vitrum";

/// Kinds in the words of messages.
std::string in_words(std::string_view kind) {
  if (kind == sample_kind) return "the finished record of a sample";
  if (kind == checkpoint_kind) return "a checkpoint of unfinished work";
  if (kind == reference_kind) return "a reference to calibrate to";
  if (kind == loadings_kind) return "loadings to harvest";
  return "a record of kind \"" + std::string(kind) + "\"";
}

File file_from(Group root) {
  if (root.text("format") != format_name) throw InputError("the text \"format\" is not \"vitrum\"");
  File file;
  file.kind = root.text("kind");
  (void)root.group("provenance"), (void)root.group("content");
  file.provenance = std::move(root.groups["provenance"]);
  file.content = std::move(root.groups["content"]);
  return file;
}

}  // namespace

std::string file_bytes(const File& file) {
  Group root;
  root.texts["format"] = format_name;
  root.put("format_version", std::int64_t{format_version});
  root.texts["kind"] = file.kind;
  root.groups["provenance"] = file.provenance;
  root.groups["content"] = file.content;
  const std::string body = hdf5_image(root);
  return file_head(file.kind, body) + body;
}

void write_file(const std::filesystem::path& path, const File& file) { write_whole(path, file_bytes(file)); }

File read_file(const std::filesystem::path& path, std::string_view kind) {
  const std::string bytes = read_whole(path);
  const CheckedBody body = checked_body(bytes, path);
  File file;
  try {
    file = file_from(group_from_hdf5(body.bytes));
    file.format = body.version;
  } catch (const InputError& error) {
    throw InputError(path.string() + ": cannot be understood: " + error.what());
  }
  if (!kind.empty() && file.kind != kind)
    throw InputError(path.string() + ": holds " + in_words(file.kind) + ", but " + in_words(kind) +
                     " is needed here");
  return file;
}

}  // namespace vitrum::store
