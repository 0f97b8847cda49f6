#include <fmt/format.h>

#include "app/commands.h"
#include "edge/config/write_settings.h"

namespace vitrum::app {

int print_new_study() {
  fmt::print("{}", config::new_study());
  return 0;
}

}  // namespace vitrum::app
