// The legs of a loading program: complete, going somewhere, and on the strain grid.
#include <algorithm>
#include <cmath>
#include <optional>

#include "edge/config/check_study.h"
#include "edge/config/schema.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

using rig::LegKind;

constexpr double grid_tolerance = 1e-6;  // in increments
constexpr double most_increments = 1e8;  // of one study's program

class ProgramCheck {
 public:
  ProgramCheck(std::string model, const rig::Program& program, Findings& findings)
      : model_(std::move(model)), program_(program), findings_(findings) {}

  void run() {
    if (program_.legs.empty())
      return findings_.inconsistent(
          {model_ + ".leg"}, model_ + " has no leg (nothing would be done to its samples); add [[" + model_ +
                                 ".leg]] with kind = \"shear\" and a strain, or set " + model_ +
                                 ".samples = 0");
    for (std::size_t i = 0; i < program_.legs.size(); ++i) check_leg(i);
    if (path_length_ > most_increments * program_.increment)
      findings_.inconsistent({increment_, model_ + ".leg"},
                             increment_ + " is " + short_text(program_.increment) +
                                 " (the program would take more than 1e8 increments); take a larger one");
    check_strains("snapshots", "snapshots are taken", program_.snapshots);
    check_strains("moduli", "moduli are measured", program_.moduli);
    check_measurements();
    const std::string local_tests = model_ == "lattice" ? "patches" : "probes";
    check_strains(local_tests + ".strains", "local tests are made", program_.stops);
  }

 private:
  void check_leg(std::size_t index) {
    const rig::Leg& leg = program_.legs[index];
    leg_ = model_ + ".leg[" + std::to_string(index + 1) + "]";
    const bool sound =
        has_good_kind(leg) && has_its_keys(leg) && (!leg_takes(leg.kind, "strain") || has_good_strain(leg));
    move_on(leg, sound);
  }

  bool has_good_kind(const rig::Leg& leg) {
    const std::string kind = leg_ + ".kind";
    if (findings_.in_doubt(kind) || findings_.in_doubt(leg_ + ".strain")) return false;
    const bool lattice = model_ == "lattice";
    if (!findings_.is_given(kind)) {
      const std::string more = lattice ? ", \"cycle\", \"stress\" or \"creep\"" : " or \"cycle\"";
      findings_.inconsistent({kind}, leg_ +
                                         " has no kind; add kind = \"shear\", \"unload\", \"reload "
                                         "forward\", \"reload backward\"" +
                                         more);
      return false;
    }
    if (lattice || (leg.kind != LegKind::stress && leg.kind != LegKind::creep)) return true;
    findings_.inconsistent({kind}, kind + " is " + quoted(leg_kind_name(leg.kind)) +
                                       " (only lattices can be held at a stress; specimens of [" + model_ +
                                       "] are loaded by strain); take \"shear\", \"unload\", \"reload "
                                       "forward\", \"reload backward\" or \"cycle\"");
    return false;
  }

  bool has_its_keys(const rig::Leg& leg) {
    bool all = true;
    for (const std::string& key : leg_keys()) all = takes_what_it_has(leg, key) && all;
    return all;
  }

  // Whether the key is there exactly when the kind of the leg wants it.
  bool takes_what_it_has(const rig::Leg& leg, const std::string& key) {
    const std::string path = leg_ + "." + key;
    const bool given = findings_.is_given(path), wanted = leg_takes(leg.kind, key);
    if (given ? wanted : !leg_needs(leg.kind, key)) return true;
    const std::string kind = "kind " + quoted(leg_kind_name(leg.kind));
    findings_.inconsistent({path, leg_ + ".kind"}, wanted
                                                       ? leg_ + " has no " + key + " (" + kind + " needs it)"
                                                       : path + " is given (" + kind + " takes none)");
    return false;
  }

  bool has_good_strain(const rig::Leg& leg) {
    const std::string path = leg_ + ".strain";
    const std::string value = path + " is " + short_text(leg.strain);
    const bool absolute = leg.kind == LegKind::shear;
    if (!absolute && leg.strain <= 0) {
      findings_.inconsistent({path}, value + " (kind " + quoted(leg_kind_name(leg.kind)) +
                                         " gives the direction itself); its strain must be positive");
      return false;
    }
    if (absolute && !present_) return true;
    const double distance = absolute ? leg.strain - *present_ : leg.strain;
    if (std::abs(distance) < grid_tolerance * program_.increment) {
      findings_.inconsistent({path}, value + " (the specimen is there already, so the leg does nothing)");
      return false;
    }
    if (on_grid(distance, program_.increment)) return true;
    say_off_grid(path, value, leg.strain - distance, distance);
    return false;
  }

  void say_off_grid(const std::string& path, const std::string& value, double start, double distance) {
    const double increments = std::floor(std::abs(distance) / program_.increment);
    const double step = distance < 0 ? -program_.increment : program_.increment;
    findings_.inconsistent({path, increment_},
                           value + " (not a whole number of increments of " + short_text(program_.increment) +
                               "); take " + (increments > 0 ? tidy(start + increments * step) + " or " : "") +
                               tidy(start + (increments + 1) * step) + ", or change " + increment_);
  }

  // Sums of increments without their rounding noise.
  static std::string tidy(double strain) { return short_text(std::round(strain * 1e10) / 1e10); }

  // Where the leg leaves the specimen; that is not known after a faulty leg, nor after those that go to a
  // stress or wait under it.
  void move_on(const rig::Leg& leg, bool sound) {
    const double here = present_.value_or(0);
    if (!sound || !leg_takes(leg.kind, "strain")) return present_.reset();
    if (leg.kind == LegKind::shear) {
      path_length_ += std::abs(leg.strain - here);
      present_ = leg.strain;
    } else if (leg.kind == LegKind::cycle) {
      path_length_ += 4 * leg.times * leg.strain;
    } else {
      path_length_ += leg.strain;
      if (present_) *present_ += leg.kind == LegKind::reload_forward ? leg.strain : -leg.strain;
    }
  }

  // Strains at which something is measured in the first leg: on its way, on its grid, in its order.
  void check_strains(const std::string& key, const std::string& what, const std::vector<double>& strains) {
    if (strains.empty()) return;
    const std::string path = model_ + "." + key;
    const rig::Leg& leg = program_.legs.front();
    const std::string first = model_ + ".leg[1]";
    if (!leg_takes(leg.kind, "strain") || leg.kind == LegKind::cycle)
      return findings_.inconsistent({path, first + ".kind"},
                                    path + " is given (" + what + " in the first leg, which is of kind " +
                                        quoted(leg_kind_name(leg.kind)) + "); leave it out");
    const double end = leg.kind == LegKind::reload_backward ? -leg.strain : leg.strain;
    if (end == 0) return;
    double last = -1;
    for (const double strain : strains) {
      const std::string item = path + " holds " + short_text(strain);
      const double share = strain / end;  // 0 to 1 on the way
      if (share < 0 || share > 1)
        findings_.inconsistent({path, first + ".strain", first + ".kind"},
                               item + " (the first leg goes from 0 to " + short_text(end) + ")");
      else if (!on_grid(strain, program_.increment))
        findings_.inconsistent({path, increment_}, item + " (not a whole number of increments of " +
                                                       short_text(program_.increment) + ")");
      else if (share <= last)
        findings_.inconsistent({path}, item +
                                           " behind a later strain or twice (they are listed in the order "
                                           "in which they are reached)");
      last = std::max(last, share);
    }
  }

  void check_measurements() {
    const double every = program_.measure_every;
    if (every == 0) return;
    const std::string path = model_ + ".measure_every";
    const rig::Leg& leg = program_.legs.front();
    if (!leg_takes(leg.kind, "strain") || leg.kind == LegKind::cycle)
      findings_.inconsistent({path, model_ + ".leg[1].kind"},
                             path +
                                 " is given (measurements are made along the first leg, which is of kind " +
                                 quoted(leg_kind_name(leg.kind)) + "); leave it out");
    if (!on_grid(every, program_.increment))
      findings_.inconsistent({path, increment_}, path + " is " + short_text(every) +
                                                     " (not a whole number of increments of " +
                                                     short_text(program_.increment) + ")");
    if (!program_.measure_stability && !program_.measure_back_stress)
      findings_.inconsistent({path}, path + " is given (nothing is to be measured); set " + model_ +
                                         ".measure_stability or " + model_ + ".measure_back_stress");
  }

  std::string model_;
  const rig::Program& program_;
  Findings& findings_;
  std::string increment_ = model_ + ".increment";
  std::string leg_;
  std::optional<double> present_ = 0;  // external strain before the leg, where it is known
  double path_length_ = 0;
};

}  // namespace

bool on_grid(double distance, double increment) {
  const double increments = distance / increment;
  return std::abs(increments - std::round(increments)) <= grid_tolerance;
}

void check_program(const std::string& model, const rig::Program& program, Findings& findings) {
  ProgramCheck(model, program, findings).run();
}

}  // namespace vitrum::config
