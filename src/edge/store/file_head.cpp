#include "edge/store/file_head.h"

#include <charconv>
#include <cstdint>
#include <stdexcept>

#include "base/checksum.h"
#include "base/error.h"
#include "edge/store/file.h"

namespace vitrum::store {
namespace {

constexpr std::string_view magic = "vitrum file format ";
constexpr std::string_view hdf5_signature = "\x89HDF\r\n\x1a\n";
constexpr std::size_t longest_kind = 128;
constexpr const char* copy_again = "copy it again, or remove it and run its study again";

/// The lines that the checksum covers together with the body.
std::string description(std::string_view kind, std::size_t size, std::uint64_t version) {
  return std::string(magic) + std::to_string(version) + "\nkind " + std::string(kind) + "\nbytes " +
         std::to_string(size) + "\n";
}

/// What stands in the head between `label` and the end of its line; empty when the label is not there.
std::string_view entry(std::string_view text, std::string_view label) {
  const auto begin = text.find(label);
  if (begin == std::string_view::npos) return {};
  const auto value = text.substr(begin + label.size());
  return value.substr(0, value.find('\n'));
}

std::uint64_t whole_number(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw InputError(path.string() + ": " + why);
}

[[noreturn]] void refuse_foreign(std::string_view bytes, const std::filesystem::path& path) {
  if (bytes.empty()) refuse(path, std::string("is empty; ") + copy_again);
  if (bytes.size() < magic.size() && magic.substr(0, bytes.size()) == bytes)
    refuse(path, std::string("is cut off after ") + std::to_string(bytes.size()) + " bytes; " + copy_again);
  if (bytes.substr(0, hdf5_signature.size()) == hdf5_signature)
    refuse(path, "is an HDF5 file, but not one that Vitrum wrote; give a file from a folder of results");
  refuse(path, "is not a file that Vitrum wrote; give a .h5 file from a folder of results");
}

}  // namespace

std::string file_head(std::string_view kind, std::string_view body, std::uint64_t version) {
  if (kind.size() > longest_kind || kind.find('\n') != std::string_view::npos)
    throw std::invalid_argument("\"" + std::string(kind) + "\" cannot be the kind of a file");
  std::string text = description(kind, body.size(), version);
  Checksum sum;
  sum.add(std::string_view(text));
  sum.add(body);
  text +=
      "checksum " + sum.text() +
      "\nAfter these 512 bytes comes an HDF5 file. h5py, h5dump and other HDF5 readers open it as it is.\n";
  text.resize(head_size, '\n');
  return text;
}

CheckedBody checked_body(std::string_view bytes, const std::filesystem::path& path, std::uint64_t newest) {
  if (bytes.substr(0, magic.size()) != magic) refuse_foreign(bytes, path);
  const std::uint64_t version = whole_number(entry(bytes.substr(0, head_size), magic));
  if (version > newest)
    refuse(path, "is of file format " + std::to_string(version) + ", but this program reads formats up to " +
                     std::to_string(newest) + "; use the newer Vitrum that wrote it");
  if (bytes.size() < head_size)
    refuse(path, "is cut off after " + std::to_string(bytes.size()) + " bytes; " + copy_again);
  const std::string_view text = bytes.substr(0, head_size);
  const std::string_view body = bytes.substr(head_size);
  const std::uint64_t size = whole_number(entry(text, "\nbytes "));
  if (body.size() < size)
    refuse(path, "is cut off: it has " + std::to_string(bytes.size()) + " of " +
                     std::to_string(size + head_size) + " bytes; " + copy_again);
  if (body.size() != size || text != file_head(entry(text, "\nkind ").substr(0, longest_kind), body, version))
    refuse(path,
           std::string("was changed or damaged after it was written (its checksum is wrong); ") + copy_again);
  return {body, version};
}

}  // namespace vitrum::store
