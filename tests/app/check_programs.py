"""What programs.toml must have done: where each leg ends, and its way there."""
import sys

import h5py
import numpy

with h5py.File(sys.argv[1]) as file:
    states = file["content/history/states"]
    strain, stress, leg = (numpy.asarray(states[name][()]) for name in ("strain", "stress_xy", "leg"))
    increment = file["content/history/increment"][()]
    events = numpy.asarray(file["content/history/events/strain"][()])
    after = numpy.asarray(file["content/history/events/state"][()])
    dissipated = numpy.asarray(file["content/history/events/dissipated"][()])

assert sorted(set(leg)) == [0, 1, 2, 3, 4] and (numpy.diff(leg) >= 0).all()
ends = [strain[leg == n][-1] for n in range(5)]
assert ends[0] == 0.04
unloaded = ends[1]
assert abs(stress[leg == 1][-1]) < 1e-10, stress[leg == 1][-1]
for end, wanted in zip(ends[2:], (unloaded - 0.02, unloaded - 0.01, unloaded - 0.01)):
    assert abs(end - wanted) < 1e-12, (end, wanted)
steps = numpy.abs(numpy.diff(strain))
assert steps.max() < increment * (1 + 1e-9)
assert abs(steps[leg[1:] == 4].sum() - 2 * 4 * 0.005) < 1e-12
assert len(events) > 0 and dissipated.min() > 0
# Located within their increments; the states stay where they are.
distance = numpy.abs(strain[after] - events)
assert 0 < distance.min() and distance.max() < increment
