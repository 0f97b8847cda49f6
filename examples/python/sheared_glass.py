# %% [markdown]
# # A sheared glass: stress-strain curve, plastic events, and what moves in them
#
# The athermal quasi-static shear of paper 1 (Castellanos, Roux and Patinet 2021), sec. 2, and the statistics of its
# fig. 2. About half a minute. `python3 sheared_glass.py FOLDER` writes the figures into FOLDER.

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
# ## A glass, and its loading
#
# A liquid of 1000 atoms in two dimensions, equilibrated slightly above its glass transition and quenched at once.
# Paper 1 equilibrates twenty times as long (`duration=2000`, the default); here we do not want to wait. Then 1200
# increments of 1e-4, after each of which all forces are relaxed.

# %%
glass = vitrum.Glass.prepare(atoms=1000, seed=4, liquid={"cooling_duration": 50, "duration": 100, "drift_limit": 1000})
print(glass, "shear modulus", round(glass.moduli().shear_modulus, 2))
record = vitrum.load(glass, vitrum.Program(increment=1e-4).shear(0.12))
events = record.events
drop = events.stress_before - events.stress_after
print(f"{len(drop)} events; the largest drops the stress by {drop.max():.3f}")

# %% [markdown]
# The stress falls at events only, and between them the path is elastic: the lower panel shows the heat of each.

# %%
figure, (above, below) = plt.subplots(2, 1, figsize=(6, 5), sharex=True, height_ratios=(2, 1), layout="constrained")
above.plot(record.strain, record.stress_xy, color="0.25", lw=0.8)
above.plot(events.strain, events.stress_before, "o", ms=3, color="C3", label="before an event")
above.plot(events.strain, events.stress_after, "o", ms=3, color="C0", label="after it")
above.set(ylabel=r"shear stress $\Sigma_{xy}$  ($\epsilon/\sigma^2$)")
above.legend(frameon=False, loc="lower right")
below.vlines(events.strain, 1e-4, events.dissipated, color="C3", lw=1)
below.set(yscale="log", ylim=(1e-4, None), xlabel=r"shear strain $\gamma$", ylabel=r"heat of the event  ($\epsilon$)")
figure.savefig(out / "stress-strain.png")

# %% [markdown]
# ## The largest event
#
# What moved in it, beyond the uniform strain and the elastic motion before it: a shear transformation, or several
# that triggered each other along a line, with the quadrupolar field of Eshelby's inclusion around them.

# %%
moved = record.largest_event.fields
number = record.largest_event.event
length = np.hypot(moved.dx, moved.dy)
lx, ly = record.measures.box
figure, axis = plt.subplots(figsize=(5.2, 4.6), layout="constrained")
x, y = np.mod(moved.x, lx), np.mod(moved.y, ly)
arrows = axis.quiver(x, y, moved.dx, moved.dy, length, cmap="viridis_r", angles="xy", scale_units="xy",
                     scale=length.max() / 3, width=0.003, norm="log", clim=(length.max() / 100, length.max()))
axis.plot(events.centre_x[number] % lx, events.centre_y[number] % ly, "+", color="C3", ms=14, mew=2, label="centre")
axis.set(aspect="equal", xlim=(0, lx), ylim=(0, ly), xlabel=r"$x$  ($\sigma$)", ylabel=r"$y$  ($\sigma$)",
         title=rf"arrows enlarged, at $\gamma$ = {events.strain[number]:.4f}, {events.participation[number]:.0f} atoms take part")
axis.legend(loc="upper right")
figure.colorbar(arrows, label=r"displacement  ($\sigma$)")
figure.savefig(out / "largest-event.png")

# %% [markdown]
# ## Statistics of flow: paper 1, fig. 2
#
# One short loading says little about densities. The library `data/lj2d` has eight glasses of this size, sheared to
# a strain of 1. Bars are the scatter of the densities of single glasses over the root of their number.

# %%
glasses = vitrum.reference(shipped)
grid = np.linspace(0, 1, 501)
curves = np.array([np.interp(grid, one.strain[one.leg == 0], one.stress_xy[one.leg == 0]) for one in glasses])
flowing = {
    "stress": [one.stress_xy[(one.leg == 0) & (one.strain >= 0.5)] for one in glasses],
    "stress drop": [(one.events.stress_before - one.events.stress_after)[one.events.strain > 0.5] for one in glasses],
}
figure, (left, middle, right) = plt.subplots(1, 3, figsize=(9.5, 3), layout="constrained")
left.plot(grid, curves.T, color="0.8", lw=0.5)
left.plot(grid, curves.mean(0), color="C0")
error = curves.std(0, ddof=1) / np.sqrt(len(curves))
left.fill_between(grid, curves.mean(0) - error, curves.mean(0) + error, color="C0", alpha=0.3)
left.set(xlabel=r"$\gamma$", ylabel=r"$\Sigma_{xy}$  ($\epsilon/\sigma^2$)", title=f"{len(glasses)} glasses and their mean")
for axis, (name, values) in zip((middle, right), flowing.items()):
    every = np.concatenate(values)
    edges = np.linspace(every.min(), every.max(), 25) if name == "stress" else np.geomspace(3e-3, every.max(), 14)
    single = np.array([np.histogram(one, edges)[0] / len(one) / np.diff(edges) for one in values])
    density = np.histogram(every, edges)[0] / len(every) / np.diff(edges)
    centre = (edges[1:] + edges[:-1]) / 2
    seen = density > 0
    axis.errorbar(centre[seen], density[seen], (single.std(0, ddof=1) / np.sqrt(len(single)))[seen], fmt="o-", ms=3, lw=0.8)
    axis.set(xlabel=rf"{name}  ($\epsilon/\sigma^2$)", ylabel=r"density  ($\sigma^2/\epsilon$)", title=r"$\gamma \geq 0.5$")
right.set(xscale="log", yscale="log")
figure.savefig(out / "flow-statistics.png")
