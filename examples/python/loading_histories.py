# %% [markdown]
# # What a lattice remembers: unloading, reloading forward and backward
#
# A glass that was sheared and unloaded yields earlier backward than forward (Bauschinger effect): its weak places for the
# backward sense are still there, those for the forward one are used up. Paper 1 sees this polarisation in local
# yield stresses. Lattices here, glasses of the shipped library beside them. A quarter of a minute.

# %%
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import vitrum

out = Path(sys.argv[1] if len(sys.argv) > 1 else "figures")
out.mkdir(parents=True, exist_ok=True)
shipped = Path(__file__).resolve().parents[2] / "data/lj2d/atoms-1000.h5"
plt.rcParams.update({"figure.dpi": 130, "axes.spines.top": False, "axes.spines.right": False, "font.size": 9})

# %% [markdown]
# ## One way there, two ways on
#
# `copy()` gives a second specimen in the same state: one goes forward, the other backward.

# %%
forward, backward, way = [], [], []
thresholds = {"as quenched": [], "sheared and unloaded": []}
angles = list(np.arange(0, 180, 22.5))
for sample in range(24):
    lattice = vitrum.Lattice(columns=15, rows=15, initial="liquid", seed=11, sample=sample)
    thresholds["as quenched"].append(lattice.local_yield(sizes=[2], angles=angles))
    way.append(vitrum.load(lattice, vitrum.Program().shear(0.8).unload()))
    thresholds["sheared and unloaded"].append(lattice.local_yield(sizes=[2], angles=angles, state=1))
    other = lattice.copy()
    forward.append(vitrum.load(lattice, vitrum.Program().reload_forward(0.15)))
    backward.append(vitrum.load(other, vitrum.Program().reload_backward(0.15)))


def mean_curve(records, to):
    """Mean of |stress| against the way gone since the beginning of each record, and its standard error."""
    at = np.linspace(0, to, 151)
    curves = np.array([np.interp(at, np.abs(r.strain - r.strain[0]), np.abs(r.stress_xy)) for r in records])
    return at, curves.mean(0), curves.std(0, ddof=1) / np.sqrt(len(curves))


# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
loaded = way[0]
left.plot(loaded.strain, loaded.stress_xy, color="0.3", lw=0.8, label="sheared, then unloaded")
left.plot(forward[0].strain, forward[0].stress_xy, color="C0", lw=0.8, label="reloaded forward")
left.plot(backward[0].strain, backward[0].stress_xy, color="C3", lw=0.8, label="reloaded backward")
left.axhline(0, color="k", lw=0.5)
left.set(xlabel=r"shear strain $\gamma$", ylabel=r"$\Sigma_{xy}$  ($\epsilon/\sigma^2$)", title="one lattice")
left.legend(frameon=False, loc="lower left")
for records, colour, label in ((forward, "C0", "lattices, forward"), (backward, "C3", "lattices, backward")):
    at, mean, error = mean_curve(records, 0.15)
    right.plot(at, mean, color=colour, label=label)
    right.fill_between(at, mean - error, mean + error, color=colour, alpha=0.3, lw=0)

# %% [markdown]
# The glasses of the library went through the same legs: 2 reloads them forward, 4 backward.

# %%
for leg, colour, label in ((2, "C0", "glasses, forward"), (4, "C3", "glasses, backward")):
    at = np.linspace(0, 0.15, 151)
    curves = []
    for one in vitrum.reference(shipped):
        mine = one.leg == leg
        strain, stress = np.asarray(one.strain[mine]), np.asarray(one.stress_xy[mine])
        curves.append(np.interp(at, np.abs(strain - strain[0]), np.abs(stress)))
    right.plot(at, np.mean(curves, axis=0), "--", color=colour, lw=1, label=label)
right.set(xlabel="strain since the unloaded state", ylabel=r"$|\Sigma_{xy}|$  ($\epsilon/\sigma^2$)", title="means")
right.legend(frameon=False, loc="lower right")
figure.savefig(out / "bauschinger.png")

# %% [markdown]
# ## Polarisation of the local yield stress
#
# Mean over patches of 2 x 2 elements along eight directions; 0 degrees is forward, 90 backward. Bars: standard errors over
# lattices. Isotropic as quenched; after shear stronger forward, weaker backward.

# %%
figure, axis = plt.subplots(figsize=(4.8, 3.5), layout="constrained")
for (state, surveys), marker in zip(thresholds.items(), "os"):
    means = np.array([[tests.tau_c[(tests.angle == a) & (tests.found == 1)].mean() for a in angles] for tests in surveys])
    axis.errorbar(angles, means.mean(0), means.std(0, ddof=1) / np.sqrt(len(means)), fmt=marker + "-", ms=4, label=state)
axis.set(xlabel=r"direction of the test $\alpha$  (degrees)", ylabel=r"mean $\tau_c$  ($\epsilon/\sigma^2$)",
         xticks=[0, 45, 90, 135])
axis.legend(frameon=False)
figure.savefig(out / "polarisation.png")
