// Paper 2: harvest of loadings, replay, and specimens of the map on the rig.
#include <pybind11/stl.h>

#include "app/stored_loadings.h"
#include "python/bind.h"
#include "python/held.h"
#include "python/interruptible.h"
#include "seem/map_specimen.h"
#include "study/harvest_progress.h"
#include "study/harvested_record.h"

namespace vitrum::python {

namespace {

using study::HarvestedMap;

class HeldMapSpecimen : public Held {
 public:
  HeldMapSpecimen(std::shared_ptr<const HarvestedMap> harvested, std::size_t set, std::uint64_t seed,
                  std::int64_t sample)
      : Held("map", sample),
        harvested_(std::move(harvested)),
        set_(set),
        seed_(seed),
        specimen_(harvested_->map, start(), harvested_->atoms,
                  RandomStream(seed, static_cast<std::uint64_t>(sample), Purpose::state_space_legs)) {}

  seem::MapSpecimen& specimen() override { return specimen_; }
  bool in_metal_units() const override { return harvested_->units == "metal"; }
  void put_measures(Group& measures) const override {
    measures.put("atoms", harvested_->atoms, "1", "of the specimen");
    measures.put("volume", specimen_.volume(), "volume", "of the specimen");
    measures.texts["units"] = harvested_->units;
    measures.texts["set"] = harvested_->labels[set_];
  }
  std::shared_ptr<Held> copy() override {
    auto out = std::make_shared<HeldMapSpecimen>(harvested_, set_, seed_, sample());
    out->specimen_.restore(specimen_.snapshot());
    return out;
  }
  double inelastic() const {
    require_free();
    return specimen_.at().inelastic;
  }

 private:
  const seem::StatePoint& start() const {
    const auto& starts = harvested_->starts[set_];
    return starts[static_cast<std::size_t>(sample()) % starts.size()];
  }

  std::shared_ptr<const HarvestedMap> harvested_;
  std::size_t set_;
  std::uint64_t seed_;
  seem::MapSpecimen specimen_;
};

/// The records of one set: files and folders by their paths, and records at hand.
study::LoadingSet loading_set(const std::string& label, const py::iterable& sources) {
  study::LoadingSet out{label, {}};
  const auto take = [&](std::vector<study::LoadingRecord> records) {
    std::move(records.begin(), records.end(), std::back_inserter(out.records));
  };
  for (const py::handle& source : sources) {
    if (!py::isinstance<py::str>(source)) {
      take(app::loadings_in(group_of(source)));
      continue;
    }
    take(app::loadings_of(source.cast<std::string>()));
  }
  return out;
}

py::tuple harvested(const std::string& text, const py::dict& sets, int threads, const py::object& progress) {
  std::vector<study::LoadingSet> loadings;
  for (const auto& [label, sources] : sets)
    loadings.push_back(loading_set(py::str(label), py::reinterpret_borrow<py::iterable>(sources)));
  Group record;
  std::shared_ptr<HarvestedMap> map;
  run_interruptibly(
      [&](Watcher& watcher) {
        const study::Settings settings = settings_from(text).parsed.settings;
        const study::Harvested found =
            study::harvest(settings.harvest, loadings, settings.study.seed, threads, &watcher);
        record = to_group(found);
        map = std::const_pointer_cast<HarvestedMap>(found.map);  // nothing that Python calls changes it
      },
      progress);
  return py::make_tuple(GroupView{std::make_shared<const Group>(std::move(record))}, map);
}

std::size_t set_number(const HarvestedMap& harvested, std::int64_t set) {
  if (set < 0 || static_cast<std::size_t>(set) >= harvested.labels.size())
    throw InputError("There is no set " + std::to_string(set) + " (there are " +
                     std::to_string(harvested.labels.size()) + ", numbered from 0); name one of them.");
  return static_cast<std::size_t>(set);
}

Group walkers_group(const seem::Replay& replay, const std::vector<double>& strains) {
  std::vector<double> stress, inelastic;
  for (const auto& curve : replay.curves)
    for (const seem::StatePoint& at : curve) {
      stress.push_back(at.stress);
      inelastic.push_back(at.inelastic);
    }
  const std::vector<std::size_t> shape{replay.curves.size(), strains.size()};
  Group out;
  out.put("strain", strains, "1", "external shear strain");
  out.put_shaped("stress", shape, std::move(stress), "stress", "tau of each walker at each strain");
  out.put_shaped("inelastic", shape, std::move(inelastic), "energy per atom",
                 "X_1 of each walker at each strain");
  out.put("unvisited", replay.unvisited(), "1", "share of the strain in bins that are not known");
  out.put("events", replay.counts.events, "1", "of all walkers together");
  return out;
}

py::object replayed(const HarvestedMap& harvested, std::int64_t set, const std::vector<double>& strains,
                    const std::optional<std::pair<double, double>>& start, std::int64_t walkers,
                    double increment, std::uint64_t seed, int threads, const py::object& progress) {
  const std::size_t number = set_number(harvested, set);
  std::vector<seem::StatePoint> starts = harvested.starts[number];
  if (start) starts = {{start->first, start->second}};
  Group out;
  run_interruptibly(
      [&](Watcher& watcher) {
        watcher.plan({{study::walkers_part, 1.0}});
        const HearShare hear = study::told_to(&watcher, study::walkers_part, harvested.labels[number]);
        out = walkers_group(
            seem::replay(*harvested.map, starts, strains, {walkers, seed, threads, increment, hear}),
            strains);
      },
      progress);
  return as_record(std::move(out));
}

std::shared_ptr<HeldMapSpecimen> specimen_of_map(const std::shared_ptr<HarvestedMap>& harvested,
                                                 std::int64_t set, std::int64_t sample, std::uint64_t seed) {
  sample_number(sample);
  return std::make_shared<HeldMapSpecimen>(harvested, set_number(*harvested, set), seed, sample);
}

}  // namespace

void bind_seem(py::module_& module) {
  py::class_<HarvestedMap, std::shared_ptr<HarvestedMap>>(module, "_HarvestedMap")
      .def("replay", replayed)
      .def("specimen", specimen_of_map);
  py::class_<HeldMapSpecimen, Held, std::shared_ptr<HeldMapSpecimen>>(
      module, "MapSpecimen",
      "A specimen that is nothing but a walker in the state space of paper 2; see seem.Harvest.specimen.")
      .def_property_readonly("inelastic", &HeldMapSpecimen::inelastic, "X_1, inelastic energy per atom.");
  module.def("_harvest", harvested);
}

}  // namespace vitrum::python
