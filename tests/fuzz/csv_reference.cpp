// Reference tables in CSV, up to three files with a line "===" between, and what a calibration makes of them.
#include "compare/reference.h"
#include "edge/import/read_reference.h"
#include "fuzz/references.h"
#include "fuzz/target.h"

FUZZ_TARGET(csv_reference) {
  using namespace vitrum;
  constexpr std::string_view between = "===\n";
  std::vector<std::filesystem::path> files;
  for (int number = 0; number < 3; ++number) {
    const std::size_t end = std::min(bytes.find(between), bytes.size());
    files.emplace_back(fuzz::memory_file(bytes.substr(0, end), number));
    if (end == bytes.size()) break;
    bytes.remove_prefix(end + between.size());
  }
  fuzz::reads([&] { fuzz::use(imports::read_csv_reference(files)); });
}
