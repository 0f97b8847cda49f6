// Glasses of atoms: prepared or read, on the rig, and their local yield stress.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "atomistic/box_geometry.h"
#include "python/bind.h"
#include "python/held.h"
#include "python/interruptible.h"
#include "study/glass_specimen.h"
#include "study/glass_survey.h"
#include "study/lammps_lines.h"
#include "study/reduced_units.h"

namespace vitrum::python {

namespace {

class HeldGlass : public Held {
 public:
  HeldGlass(study::Glass settings, std::int64_t sample, const atomistic::Configuration& start, Group report)
      : Held("glass", sample),
        settings_(std::move(settings)),
        former_(study::glass_former(settings_)),
        report_(std::move(report)),
        specimen_(study::glass_specimen(settings_, former_, start)),
        beginning_(specimen_->shared_configuration()) {}

  atomistic::AtomisticSpecimen& specimen() override { return *specimen_; }
  int dimension() const override { return beginning_->box.dimension; }
  bool in_metal_units() const override { return study::in_metal_units(settings_); }
  rig::Detection detection() const override { return settings_.events; }
  void put_measures(Group& measures) const override {
    measures = report_;
    study::put_sizes(*beginning_, settings_.shear == study::Shear::simple, measures);
    measures.texts["units"] = study::units_name(settings_);
  }
  std::shared_ptr<Held> copy() override {
    auto out = std::make_shared<HeldGlass>(settings_, sample(), *beginning_, report_);
    out->specimen_->restore(specimen_->snapshot());
    return out;
  }

  const study::Glass& settings() const { return settings_; }
  const std::vector<std::string>& species_names() const { return former_.species; }
  double cutoff() const { return former_.cutoff(); }
  std::shared_ptr<const atomistic::Configuration> configuration() const {
    require_free();
    return specimen_->shared_configuration();
  }

 private:
  study::Glass settings_;
  study::GlassFormer former_;
  Group report_;
  std::unique_ptr<atomistic::AtomisticSpecimen> specimen_;
  std::shared_ptr<const atomistic::Configuration> beginning_;
};

std::shared_ptr<HeldGlass> prepared(const std::string& text, std::int64_t sample,
                                    const py::object& progress) {
  std::shared_ptr<HeldGlass> out;
  run_interruptibly(
      [&](Watcher& watcher) {
        const study::Settings settings = settings_from(text).parsed.settings;
        const study::GlassFormer former = study::glass_former(settings.glass);
        atomistic::Preparation preparation =
            study::glass_preparation(settings.glass, former, settings.study.seed, sample_number(sample));
        watcher.plan({{"glass", 1.0}});
        while (!preparation.finished()) {
          if (watcher.stop_requested()) throw Stopped();
          preparation.advance();
          watcher.progress("glass", preparation.progress(), preparation.doing());
        }
        out = std::make_shared<HeldGlass>(settings.glass, sample, preparation.glass(), preparation.report());
      },
      progress);
  return out;
}

std::vector<std::shared_ptr<HeldGlass>> read_glasses(const std::string& text) {
  const py::gil_scoped_release release;
  const app::ReadStudy study = settings_from(text);
  std::vector<std::shared_ptr<HeldGlass>> out;
  for (const atomistic::Configuration& one : study.glasses)
    out.push_back(std::make_shared<HeldGlass>(study.parsed.settings.glass,
                                              static_cast<std::int64_t>(out.size()), one, Group()));
  return out;
}

py::object survey(HeldGlass& glass, const std::string& text, int threads, const py::object& progress) {
  const Held::Use use(glass);
  LocalYieldSurvey found;
  run_interruptibly(
      [&](Watcher& watcher) {
        study::Glass settings = glass.settings();
        settings.probes = settings_from(text).parsed.settings.glass.probes;
        const atomistic::AtomisticSpecimen& specimen = glass.specimen();
        found =
            study::survey_of(settings, specimen.configuration(), specimen.state().strain, threads, watcher);
      },
      progress);
  Group record = to_group(found);
  if (!glass.in_metal_units()) study::name_reduced_units(record, glass.dimension());
  return as_record(std::move(record));
}

py::array_t<double> cell_of(const atomistic::Box& box) {
  const double all[3][3] = {{box.lx, 0, 0}, {box.xy, box.ly, 0}, {box.xz, box.yz, box.lz}};
  py::array_t<double> out({box.dimension, box.dimension});
  auto at = out.mutable_unchecked<2>();
  for (int i = 0; i < box.dimension; ++i)
    for (int j = 0; j < box.dimension; ++j) at(i, j) = all[i][j];
  return out;
}

}  // namespace

void bind_glass(py::module_& module) {
  py::class_<HeldGlass, Held, std::shared_ptr<HeldGlass>>(
      module, "Glass",
      "A glass of atoms on the test rig: made by Glass.prepare(...) or read by Glass.read(...). Lengths, "
      "energies "
      "and stresses are in units of its potential.")
      .def_property_readonly(
          "positions",
          [](const HeldGlass& glass) {
            const auto now = glass.configuration();
            const auto dimension = static_cast<std::size_t>(now->box.dimension);
            return array_view(now->positions.data(), {now->atoms(), dimension}, now);
          },
          "Positions, shape (atoms, d), read-only, not copied: those of the present state, which stay as "
          "they are "
          "when the glass goes on. Anywhere in space, not brought back into the cell.")
      .def_property_readonly(
          "species",
          [](const HeldGlass& glass) {
            const auto now = glass.configuration();
            return array_view(now->species.data(), {now->atoms()}, now);
          },
          "Species of each atom, from 0, shape (atoms,), read-only; see species_names.")
      .def_property_readonly(
          "cell", [](const HeldGlass& glass) { return cell_of(glass.configuration()->box); },
          "Edges of the periodic cell as rows a, b (, c), shape (d, d), length.")
      .def_property_readonly(
          "origin",
          [](const HeldGlass& glass) {
            const auto box = glass.configuration()->box;
            return py::array_t<double>(box.dimension, box.origin.data());
          },
          "Corner of the cell, shape (d,), length.")
      .def_property_readonly(
          "atoms", [](const HeldGlass& glass) { return glass.configuration()->atoms(); }, "Number of atoms.")
      .def_property_readonly("dimension", &HeldGlass::dimension, "Two or three.")
      .def_property_readonly(
          "potential", [](const HeldGlass& glass) { return glass.settings().potential; },
          "Name of its potential.")
      .def_property_readonly("species_names", &HeldGlass::species_names, "Names of species 0, 1, ...")
      .def_property_readonly("_cutoff", &HeldGlass::cutoff)
      .def("_local_yield", survey);
  module.def("_prepare", prepared);
  module.def("_read_glasses", read_glasses);
}

}  // namespace vitrum::python
