#include "app/shared_page.h"

#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

#include "app/page.h"
#include "base/error.h"
#include "edge/store/result_folder.h"

namespace vitrum::app {

namespace {

constexpr std::chrono::milliseconds look_again{100};

std::optional<std::filesystem::file_time_type> written(const std::filesystem::path& file) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(file, error);
  if (error) return std::nullopt;
  return time;
}

}  // namespace

SharedPage::SharedPage(std::filesystem::path folder)
    : folder_(std::move(folder)), before_(written(folder_ / page_name)) {}

bool SharedPage::write(const store::Provenance& study, Sink& records, Watcher& watcher) const {
  std::unique_ptr<Claim> claim;
  while (!(claim = records.claim("page"))) {
    if (watcher.stop_requested()) throw Stopped();
    std::this_thread::sleep_for(look_again);
  }
  if (newer_page()) return false;
  write_page(folder_, study);
  return true;
}

// Of the same study, for others are kept out of the folder. Only times that the file system itself has given
// are compared: clocks of machines differ.
bool SharedPage::newer_page() const {
  const auto page = written(folder_ / page_name);
  if (!page || page == before_) return false;
  for (const auto& record : store::finished_files(folder_))
    if (const auto time = written(record); time && *time > *page) return false;
  return true;
}

}  // namespace vitrum::app
