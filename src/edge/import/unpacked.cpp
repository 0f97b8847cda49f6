#include "edge/import/unpacked.h"

#include <zlib.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>

#include "base/error.h"

namespace vitrum::imports {

namespace {

constexpr std::size_t most_bytes = std::size_t{2} << 30;

struct Close {
  void operator()(gzFile file) const { gzclose_r(file); }
};

/// What other programs pack with, by the first bytes; nothing for files that are not packed.
std::string packed_with(const std::string& bytes) {
  using namespace std::string_literals;
  if (bytes.starts_with("\xfd"
                        "7zXZ\0"s))
    return "xz";
  if (bytes.starts_with("BZh")) return "bzip2";
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) return "zstd";
  if (bytes.starts_with("PK\x03\x04")) return "zip";
  return "";
}

std::string unpacked(const std::string& name) {
  std::unique_ptr<gzFile_s, Close> file(gzopen(name.c_str(), "rb"));
  if (!file) throw InputError(name + ": the file cannot be read; check its permissions");
  std::string out;
  std::array<char, 1 << 16> piece{};
  for (int got = 1; got > 0;) {
    got = gzread(file.get(), piece.data(), piece.size());
    if (got > 0) out.append(piece.data(), static_cast<std::size_t>(got));
    if (out.size() > most_bytes)
      throw InputError(name +
                       ": unpacks to more than 2 GiB, which is more than is read; keep one frame of it");
  }
  int error = Z_OK;
  gzerror(file.get(), &error);
  if (error != Z_OK)
    throw InputError(name + ": the compressed file is damaged or cut off; pack it again (gzip -t checks it)");
  return out;
}

}  // namespace

std::string unpacked_file(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) throw InputError(name + ": the file cannot be read; check its permissions");
  if (bytes.starts_with("\x1f\x8b")) return unpacked(name);
  if (const std::string packer = packed_with(bytes); !packer.empty())
    throw InputError(name + ": the file is compressed with " + packer +
                     " (of these only gzip is read); unpack it first");
  return bytes;
}

}  // namespace vitrum::imports
