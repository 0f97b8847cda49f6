#include <cstdio>

#include "edge/report/figure_data.h"
#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {

double drop_along_loading(const History& history, const Event& event) {
  if (event.state <= 0 || event.state >= static_cast<std::int64_t>(history.states.size()))
    return event.drop();
  const auto after = static_cast<std::size_t>(event.state);
  const bool backward = history.states[after].strain < history.states[after - 1].strain;
  return backward ? -event.drop() : event.drop();
}

std::string largest_event_text(const std::vector<study::SampleRecord>& glass) {
  const auto [record, event] = largest_event(glass);
  if (record == nullptr) return "";
  char text[400];
  std::snprintf(text, sizeof text,
                "At strain %.4g in glass %lld the stress in the sense of the loading fell by %.3g "
                "&epsilon;/&sigma;&sup2; and the energy "
                "by %.3g &epsilon;: the largest loss of energy among all glasses. In the sense of the "
                "participation number %.0f of %zu atoms took part.",
                event->strain, static_cast<long long>(record->sample),
                drop_along_loading(record->history, *event), event->energy_drop(), event->participation,
                record->largest_event.group("fields").doubles("dx").size());
  return text;
}

std::string event_sizes_text(const study::EventSizes& sizes) {
  std::string out =
      counted(static_cast<std::size_t>(sizes.energy_drop.events), "event", "events") + " of all glasses";
  if (sizes.from > 0) {
    char text[64];
    std::snprintf(text, sizeof text, " past the strain %g", sizes.from);
    out += text;
  }
  return out;
}

}  // namespace vitrum::report
