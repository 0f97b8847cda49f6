#include <fmt/format.h>

#include "app/commands.h"
#include "edge/config/write_settings.h"

namespace vitrum::app {

int print_new_study(bool reference) {
  fmt::print("{}", reference ? config::settings_reference() : config::new_study());
  return 0;
}

}  // namespace vitrum::app
