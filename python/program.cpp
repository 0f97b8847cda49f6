// Loading programs.
#include "rig/program.h"

#include <pybind11/stl.h>

#include "base/error.h"
#include "edge/config/schema.h"
#include "python/bind.h"

namespace vitrum::python {

namespace {

constexpr const char* about_programs = R"(A loading program: legs, done one after the other.

Program(increment=1e-4, snapshots=[], moduli=[], sites=False, leg_fields=False, measure_every=0,
        measure_stability=False, measure_back_stress=False)

increment   strain increment, engineering shear strain gamma = 2 eps_xy, > 0
snapshots   strains of the first leg, on its grid, at which fields are kept
moduli      further strains of the first leg at which elastic moduli are measured (glasses)
sites       keep the elements that slipped in every event (lattices)
leg_fields  keep fields at the end of every leg but the first, too
measure_every        strain between measurements along the first leg, a whole number of increments; 0: none
measure_stability    measure what falls to zero towards the next instability (glasses: the square of the
                     lowest eigenvalue of the Hessian)
measure_back_stress  measure half the sum of the stress and of that at which a copy yields backward

Calls that add a leg give the program back: Program().shear(0.1).unload().)";

rig::Program program_of(double increment, std::vector<double> snapshots, std::vector<double> moduli,
                        bool sites, bool leg_fields, double measure_every, bool measure_stability,
                        bool measure_back_stress) {
  if (!(measure_every >= 0)) throw InputError("measure_every must be a strain, or 0 (no measurements)");
  if ((measure_every > 0) != (measure_stability || measure_back_stress))
    throw InputError(
        "measurements need both how often and what: set measure_every to a strain, and measure_stability or "
        "measure_back_stress to True");
  rig::Program out;
  out.increment = increment;
  out.snapshots = std::move(snapshots);
  out.moduli = std::move(moduli);
  out.sites = sites;
  out.leg_fields = leg_fields;
  out.measure_every = measure_every;
  out.measure_stability = measure_stability;
  out.measure_back_stress = measure_back_stress;
  return out;
}

/// Adds a leg and gives the program back, so that calls can be chained.
py::object with_leg(const py::object& self, const rig::Leg& leg) {
  self.cast<rig::Program&>().legs.push_back(leg);
  return self;
}

py::list legs_of(const rig::Program& program) {
  py::list out;
  for (const rig::Leg& leg : program.legs) {
    py::dict entry(py::arg("kind") = config::leg_kind_name(leg.kind));
    using rig::LegKind;
    if (leg.kind == LegKind::shear || leg.kind == LegKind::reload_forward ||
        leg.kind == LegKind::reload_backward || leg.kind == LegKind::cycle)
      entry["strain"] = leg.strain;
    if (leg.kind == LegKind::cycle) entry["times"] = leg.times;
    if (leg.kind == LegKind::stress) entry["stress"] = leg.stress;
    if (leg.kind == LegKind::creep) {
      entry["temperature"] = leg.temperature;
      entry["duration"] = leg.duration;
    }
    if (leg.kind == LegKind::stress || leg.kind == LegKind::creep) entry["most_strain"] = leg.most_strain;
    out.append(entry);
  }
  return out;
}

py::object shear(const py::object& self, double strain) {
  return with_leg(self, {.kind = rig::LegKind::shear, .strain = strain});
}
py::object unload(const py::object& self) { return with_leg(self, {.kind = rig::LegKind::unload}); }
py::object reload_forward(const py::object& self, double strain) {
  return with_leg(self, {.kind = rig::LegKind::reload_forward, .strain = strain});
}
py::object reload_backward(const py::object& self, double strain) {
  return with_leg(self, {.kind = rig::LegKind::reload_backward, .strain = strain});
}
py::object cycle(const py::object& self, double strain, int times) {
  return with_leg(self, {.kind = rig::LegKind::cycle, .strain = strain, .times = times});
}
py::object to_stress(const py::object& self, double stress, double most_strain) {
  return with_leg(self, {.kind = rig::LegKind::stress, .stress = stress, .most_strain = most_strain});
}
py::object creep(const py::object& self, double duration, double temperature, double most_strain) {
  rig::Leg leg;
  leg.kind = rig::LegKind::creep;
  leg.temperature = temperature;
  leg.duration = duration;
  leg.most_strain = most_strain;
  return with_leg(self, leg);
}

}  // namespace

void bind_program(py::module_& module) {
  using rig::Program;
  py::class_<Program>(module, "Program", about_programs)
      .def(py::init(&program_of), py::kw_only(), py::arg("increment") = 1e-4,
           py::arg("snapshots") = std::vector<double>(), py::arg("moduli") = std::vector<double>(),
           py::arg("sites") = false, py::arg("leg_fields") = false, py::arg("measure_every") = 0.0,
           py::arg("measure_stability") = false, py::arg("measure_back_stress") = false)
      .def("shear", shear, py::arg("strain"),
           "Adds a leg: shear to the external strain `strain`, from wherever the specimen is.")
      .def("unload", unload, "Adds a leg: against the present stress until the shear stress is zero.")
      .def("reload_forward", reload_forward, py::arg("strain"),
           "Adds a leg: by `strain` > 0 in the positive direction.")
      .def("reload_backward", reload_backward, py::arg("strain"),
           "Adds a leg: by `strain` > 0 in the negative direction.")
      .def("cycle", cycle, py::arg("strain"), py::arg("times") = 1,
           "Adds a leg: `times` times to present + strain, present - strain and back.")
      .def("stress", to_stress, py::arg("stress"), py::arg("most_strain") = 1.0,
           "Adds a leg: to this external shear stress, quasi-statically (lattices). Ends early when the "
           "strain "
           "has changed by `most_strain`.")
      .def("creep", creep, py::arg("duration") = 1e4, py::arg("temperature") = 0.25,
           py::arg("most_strain") = 1.0,
           "Adds a leg: waits under the present stress for `duration`, units of the inverse attempt rate, at "
           "`temperature`, an energy (lattices). Ends early when the strain has changed by `most_strain`.")
      .def_readwrite("increment", &Program::increment, "Strain increment, engineering shear strain.")
      .def_property_readonly("legs", legs_of, "The legs as a list of dicts, in their order.")
      .def(
          "copy", [](const Program& program) { return program; }, "Another program of the same legs.")
      .def("__repr__", [](const Program& program) {
        return "vitrum.Program(increment=" + std::string(py::repr(py::float_(program.increment))) +
               ", legs=" + std::string(py::repr(legs_of(program))) + ")";
      });
}

}  // namespace vitrum::python
