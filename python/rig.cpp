// The test rig: specimens, and their loading by programs.
#include <pybind11/numpy.h>

#include "python/bind.h"
#include "python/held.h"
#include "python/interruptible.h"
#include "study/drive_record.h"
#include "study/metal_units.h"
#include "study/reduced_units.h"

namespace vitrum::python {

namespace {

py::array_t<double> matrix(const SymmetricTensor& s, int dimension) {
  const double all[3][3] = {{s.xx, s.xy, s.xz}, {s.xy, s.yy, s.yz}, {s.xz, s.yz, s.zz}};
  py::array_t<double> out({dimension, dimension});
  auto at = out.mutable_unchecked<2>();
  for (int i = 0; i < dimension; ++i)
    for (int j = 0; j < dimension; ++j) at(i, j) = all[i][j];
  return out;
}

void strain_to(Held& held, double strain) {
  const Held::Use use(held);
  const py::gil_scoped_release release;
  held.specimen().strain_to(strain);
}

/// With the names of its units.
py::object named_record(const Held& held, Group group) {
  if (held.in_metal_units())
    study::name_metal_units(group);
  else if (held.model() == "glass")
    study::name_reduced_units(group, held.dimension());
  return as_record(std::move(group));
}

py::object moduli_of(Held& held) {
  Group out;
  {
    const Held::Use use(held);
    const py::gil_scoped_release release;
    out = held.specimen().moduli();
  }
  return named_record(held, std::move(out));
}

std::string description(Held& held) {
  const State state = held.free().state();
  return "<vitrum " + held.model() + " " + std::to_string(held.sample()) + " at strain " +
         std::string(py::repr(py::float_(state.strain))) + ", stress_xy " +
         std::string(py::repr(py::float_(state.stress.xy))) + ">";
}

std::shared_ptr<Held> copy_of(Held& held) {
  held.require_free();
  return held.copy();
}

/// A drive of a specimen that Python holds.
class Loading {
 public:
  Loading(std::shared_ptr<Held> held, const rig::Program& program)
      : held_(std::move(held)), drive_(held_->free(), program, held_->detection()) {}

  void run(const py::object& progress) {
    const Held::Use use(*held_);
    run_interruptibly(
        [this](Watcher& watcher) {
          watcher.plan({{held_->model(), 1.0}});
          while (!drive_.finished()) {
            if (watcher.stop_requested()) throw Stopped();
            drive_.advance();
            watcher.progress(held_->model(), drive_.progress(), "shearing");
          }
        },
        progress);
  }
  bool advance() {
    if (drive_.finished()) return false;
    const Held::Use use(*held_);
    const py::gil_scoped_release release;
    drive_.advance();
    return true;
  }
  bool finished() const {
    held_->require_free();
    return drive_.finished();
  }
  double progress() const {
    held_->require_free();
    return drive_.progress();
  }
  py::object record() const {
    held_->require_free();
    study::SampleRecord record = study::record_of(held_->model(), held_->sample(), drive_);
    held_->put_measures(record.measures);
    record.measures.put("largest_residual", drive_.largest_residual(), "",
                        "largest force component left by any relaxation of the loading");
    return named_record(*held_, study::to_group(record));
  }
  py::object checkpoint() const {
    held_->require_free();
    return as_record(drive_.checkpoint());
  }
  void resume(const py::object& checkpoint) {
    held_->require_free();
    drive_.resume(group_of(checkpoint));
  }

 private:
  std::shared_ptr<Held> held_;
  rig::Drive drive_;
};

}  // namespace

void bind_rig(py::module_& module) {
  py::class_<Held, std::shared_ptr<Held>>(
      module, "Specimen",
      "A piece of material on the test rig, in equilibrium: a Glass, a Lattice or a MapSpecimen.")
      .def_property_readonly(
          "strain", [](Held& held) { return held.free().state().strain; },
          "External shear strain gamma = 2 eps_xy, engineering.")
      .def_property_readonly(
          "energy", [](Held& held) { return held.free().state().energy; },
          "Energy of the whole specimen: potential energy of atoms, elastic energy of a lattice.")
      .def_property_readonly(
          "stress", [](Held& held) { return matrix(held.free().state().stress, held.dimension()); },
          "Mean stress, shape (d, d), tension positive, no kinetic part; in the units of the potential.")
      .def_property_readonly(
          "stress_xy", [](Held& held) { return held.free().state().stress.xy; },
          "Shear stress Sigma_xy, which rises under forward shear.")
      .def_property_readonly(
          "volume", [](Held& held) { return held.free().volume(); }, "Volume; in two dimensions the area.")
      .def_property_readonly("model", &Held::model, "What it is: glass, lattice or map.")
      .def_property_readonly("sample", &Held::sample,
                             "Number of the sample, from 0; chooses its random numbers.")
      .def("strain_to", strain_to, py::arg("strain"),
           "Strains it affinely to this external strain and relaxes it there.")
      .def(
          "fields", [](Held& held) { return named_record(held, held.free().fields()); },
          "Fields for maps, as a Record. Lattice: shape (rows, columns), row 0 at y = 0. Glass: shape "
          "(atoms,), "
          "positions x, y (, z) followed through the images, non-affine displacements dx, dy (, dz), "
          "species.")
      .def("moduli", moduli_of,
           "Elastic moduli and the lowest mode of the present state as a Record, in units of stress; empty "
           "where there are none.")
      .def(
          "snapshot", [](Held& held) { return as_record(held.free().snapshot()); },
          "Everything needed to go on from here to the same bits, as a Record.")
      .def(
          "restore", [](Held& held, const py::object& snapshot) { held.free().restore(group_of(snapshot)); },
          py::arg("snapshot"), "Takes it back to a snapshot() of its own or of an equal specimen.")
      .def("__repr__", description)
      .def("copy", copy_of, "Another specimen in the same state, which goes on by itself.");
  py::class_<Loading>(
      module, "Loading",
      "A program on a specimen, step by step. Do not strain the specimen otherwise meanwhile.")
      .def(py::init<std::shared_ptr<Held>, const rig::Program&>(), py::arg("specimen").none(false),
           py::arg("program"), "The program begins at the present state of the specimen.")
      .def("_run", &Loading::run)
      .def("advance", &Loading::advance,
           "One increment, or several when nothing can happen in between. False: all was done already.")
      .def_property_readonly("finished", &Loading::finished, "Whether the program is done.")
      .def_property_readonly("progress", &Loading::progress, "Share of the program that is done, 0 to 1.")
      .def("record", &Loading::record,
           "The record so far, as in a result file: history, snapshots, moduli, largest_event, measures.")
      .def("checkpoint", &Loading::checkpoint, "Loading and specimen together, as a Record.")
      .def("resume", &Loading::resume, py::arg("checkpoint"),
           "Goes on from a checkpoint() of the same program on an equal specimen, to the same bits.");
}

}  // namespace vitrum::python
