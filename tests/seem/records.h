// Histories of a specimen that obeys an elastic law exactly, for tests.
#pragma once

#include "record/history.h"
#include "seem/elastic_law.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// A specimen of `atoms` atoms that is loaded and made to jump by hand; its record holds what the rig writes.
class ExactSpecimen {
 public:
  ExactSpecimen(const ElasticLaw& law, double atoms, const StatePoint& start, double increment)
      : law_(law), atoms_(atoms), at_(start) {
    history.increment = increment;
    record();
  }

  const StatePoint& at() const { return at_; }
  double strain() const { return strain_; }

  void load(double strain) {
    at_.stress = law_.stress_at(law_.elastic_strain(at_) + strain, at_.inelastic);
    strain_ += strain;
  }
  void jump(const Jump& jump) {
    const StatePoint after{at_.stress - jump.stress_drop, at_.inelastic + jump.inelastic};
    Event event;
    event.state = static_cast<std::int64_t>(history.states.size());
    event.strain = strain_;
    event.stress_before = at_.stress;
    event.stress_after = after.stress;
    event.energy_before = atoms_ * law_.energy(at_);
    event.energy_after = atoms_ * law_.energy(after);
    event.dissipated = event.energy_before - event.energy_after;
    history.events.push_back(event);
    at_ = after;
  }
  void record(std::int64_t leg = 0) {
    State state;
    state.strain = strain_;
    state.stress.xy = at_.stress;
    state.energy = atoms_ * law_.energy(at_);
    history.states.push_back(state);
    history.leg.push_back(leg);
  }

  History history;

 private:
  ElasticLaw law_;
  double atoms_;
  StatePoint at_;
  double strain_ = 0;
};

}  // namespace vitrum::seem
