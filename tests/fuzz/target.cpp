#include "fuzz/target.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "base/error.h"

namespace vitrum::fuzz {

bool reads(const std::function<void()>& reader) {
  try {
    reader();
    return true;
  } catch (const InputError& error) {
    if (std::string(error.what()).empty()) std::abort();  // a refusal says why
    static const bool say = std::getenv("VITRUM_FUZZ_SAY") != nullptr;
    if (say) std::fprintf(stderr, "refused: %s\n", error.what());
    return false;
  }
}

std::string memory_file(std::string_view bytes, int number) {
  static std::map<int, int> open;
  const auto [file, fresh] = open.try_emplace(number, -1);
  if (fresh) file->second = memfd_create("fuzz", MFD_CLOEXEC);
  const int id = file->second;
  if (id < 0 || ftruncate(id, 0) != 0) throw std::runtime_error("no file in memory");
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t written = pwrite(id, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (written <= 0) throw std::runtime_error("no file in memory");
    done += static_cast<std::size_t>(written);
  }
  return "/proc/self/fd/" + std::to_string(id);
}

std::string memory_file_in_folder(std::string_view bytes) {
  static const std::string path = "/dev/shm/vitrum-fuzz-" + std::to_string(getpid());
  static const int removed = std::atexit([] { unlink(path.c_str()); });
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (removed != 0 || !out) throw std::runtime_error("no file in memory");
  return path;
}

std::string base_file(const std::string& name) {
  std::ifstream in(std::string(VITRUM_SOURCE_DIR "/tests/fuzz/base/") + name, std::ios::binary);
  if (!in) throw std::runtime_error("there is no tests/fuzz/base/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace vitrum::fuzz
