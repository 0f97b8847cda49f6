// Elasto-plastic lattices on the rig, their patches, and their kernel.
#include <pybind11/stl.h>

#include "elastoplastic/kernel.h"
#include "python/bind.h"
#include "python/held.h"
#include "python/interruptible.h"
#include "study/lattice_sample.h"

namespace vitrum::python {

namespace {

class HeldLattice : public Held {
 public:
  HeldLattice(const study::Lattice& settings, std::uint64_t seed, std::int64_t sample)
      : Held("lattice", sample),
        settings_(settings),
        seed_(seed),
        specimen_(settings.model, seed, sample_number(sample)) {}

  elastoplastic::LatticeSpecimen& specimen() override { return specimen_; }
  void put_measures(Group& measures) const override {
    measures = liquid_;
    study::put_sizes(settings_.model, measures);
  }
  std::shared_ptr<Held> copy() override {
    auto out = std::make_shared<HeldLattice>(settings_, seed_, sample());
    out->liquid_ = liquid_;
    out->specimen_.restore(specimen_.snapshot());
    return out;
  }

  void quench(Watcher& watcher) {
    elastoplastic::ParentLiquid liquid(specimen_);
    watcher.plan({{"lattice", 1.0}});
    while (!liquid.finished()) {
      if (watcher.stop_requested()) throw Stopped();
      liquid.advance();
      watcher.progress("lattice", liquid.progress(), "parent liquid");
    }
    liquid_ = liquid.record();
  }
  const study::Lattice& settings() const { return settings_; }

 private:
  study::Lattice settings_;
  std::uint64_t seed_;
  elastoplastic::LatticeSpecimen specimen_;
  Group liquid_;
};

std::shared_ptr<HeldLattice> made(const std::string& text, std::int64_t sample, const py::object& progress) {
  std::shared_ptr<HeldLattice> out;
  run_interruptibly(
      [&](Watcher& watcher) {
        const study::Settings settings = settings_from(text).parsed.settings;
        out = std::make_shared<HeldLattice>(settings.lattice, settings.study.seed, sample);
        if (settings.lattice.model.initial == elastoplastic::Initial::liquid) out->quench(watcher);
      },
      progress);
  return out;
}

py::object survey_of_patches(HeldLattice& lattice, const std::string& text, std::uint64_t state,
                             const py::object& progress) {
  const Held::Use use(lattice);
  LocalYieldSurvey found;
  run_interruptibly(
      [&](Watcher& watcher) {
        const elastoplastic::PatchTests tests(lattice.settings().model,
                                              settings_from(text).parsed.settings.lattice.patches.tests);
        found.strain = lattice.specimen().state().strain;
        watcher.plan({{"lattice", 1.0}});
        for (bool more = true; more;) {
          if (watcher.stop_requested()) throw Stopped();
          more = study::test_more(tests, lattice.specimen(), state, found);
          const auto done = static_cast<double>(found.tests.size()) + static_cast<double>(found.failed);
          watcher.progress("lattice", done / static_cast<double>(tests.count()), "local shear tests");
        }
      },
      progress);
  return as_record(to_group(found));
}

py::object kernel_record(int columns, int rows, double shear_modulus, double bulk_modulus, double angle) {
  std::vector<double> xx, yy, xy;
  std::vector<std::int64_t> dx, dy;
  const auto entries = [&] {
    const py::gil_scoped_release release;
    return elastoplastic::kernel(columns, rows, shear_modulus, bulk_modulus, angle);
  }();
  for (const auto& entry : entries) {
    if (entry.dy == 0) dx.push_back(entry.dx);
    if (dy.empty() || dy.back() != entry.dy) dy.push_back(entry.dy);
    xx.push_back(entry.sxx);
    yy.push_back(entry.syy);
    xy.push_back(entry.sxy);
  }
  const std::vector<std::size_t> shape{dy.size(), dx.size()};
  Group out;
  out.put("dx", dx, "element", "offset along x of each column");
  out.put("dy", dy, "element", "offset along y of each row");
  out.put_shaped("stress_xx", shape, std::move(xx), "stress", "after a unit plastic shear at offset 0");
  out.put_shaped("stress_yy", shape, std::move(yy), "stress", "after a unit plastic shear at offset 0");
  out.put_shaped("stress_xy", shape, std::move(xy), "stress", "after a unit plastic shear at offset 0");
  return as_record(std::move(out));
}

/// Lattice(**settings); the package puts them into words.
std::shared_ptr<HeldLattice> with_settings(const py::kwargs& settings) {
  return py::module_::import("vitrum.lattice")
      .attr("made_with")(py::cpp_function(made), **settings)
      .cast<std::shared_ptr<HeldLattice>>();
}

constexpr const char* about_lattices = R"(An elasto-plastic lattice, paper 1, sec. 3.

Lattice(seed=1, sample=0, progress=None, **settings): settings are the keys of [lattice] in a study file
(docs/studies.md), such as columns=15, rows=15, threshold_scale=2.05, initial="liquid". Stresses and moduli are
in one unit, that of the settings.)";

}  // namespace

void bind_lattice(py::module_& module) {
  py::class_<HeldLattice, Held, std::shared_ptr<HeldLattice>>(module, "Lattice", about_lattices)
      .def(py::init(&with_settings))
      .def_property_readonly(
          "columns", [](const HeldLattice& one) { return one.settings().model.columns; }, "Elements along x.")
      .def_property_readonly(
          "rows", [](const HeldLattice& one) { return one.settings().model.rows; }, "Elements along y.")
      .def_property_readonly(
          "element_length", [](const HeldLattice& one) { return one.settings().model.element_length; },
          "Edge of an element, l, length.")
      .def("_local_yield", survey_of_patches);

  module.def("_kernel", kernel_record);
}

}  // namespace vitrum::python
