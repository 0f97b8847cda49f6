# %% [markdown]
# # Paper 2: a stochastic map harvested from glasses of Cu64Zr36, and replayed
#
# Xu et al. (2024), figs. 2 to 5, from the shipped loadings of glasses of 1000 atoms, cooled at three rates (data/cuzr).
# A quarter of a minute.

# %%
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import vitrum

out = Path(sys.argv[1] if len(sys.argv) > 1 else "figures")
out.mkdir(parents=True, exist_ok=True)
data = Path(__file__).resolve().parents[2] / "data/cuzr"
plt.rcParams.update({"figure.dpi": 130, "axes.spines.top": False, "axes.spines.right": False, "font.size": 9})
GPA = 160.21766  # of one eV per cubic angstrom

# %% [markdown]
# ## Harvest
#
# Every state of a loading is a point (stress, inelastic energy X_1); every event is a jump from there. So few glasses do
# not tell u_A and tau_B of the elastic law (eq. 7): these terms are left out.

# %%
sets = {f"$10^{{{power}}}$ K/s": data / f"atoms-1000-1e{power}.h5" for power in (14, 13, 12)}
harvest = vitrum.seem.harvest(sets, bins=[10, 10], softening=1e9, tau_b=1e9)
law, flow = harvest.law, harvest.flow
print(f"G_0 = {law.modulus * GPA:.1f} +- {law.modulus_error * GPA:.1f} GPa (paper 2: 25.9), "
      f"tau_A = {law.tau_a * GPA:.1f} +- {law.tau_a_error * GPA:.1f} GPa (8.4)")
print(f"{len(harvest.library.stress_drop)} events in {harvest.library.exposure.sum():.1f} of strain")

# %% [markdown]
# ## Rates, and the mean flow: fig. 2
#
# Where the drift of the stress vanishes (solid) and that of X_1 does (dashed), the flow comes to rest: the attractor.

# %%
x, y = 1e3 * flow.inelastic_edges, GPA * flow.stress_edges
extent = {"xlabel": r"inelastic energy $X_1$  (meV/atom)", "ylabel": r"shear stress $\tau$  (GPa)",
          "xlim": (x[0], x[-1]), "ylim": (y[0], y[-1])}
figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.9), layout="constrained")
image = left.pcolormesh(x, y, flow.rate.T / 1000, cmap="magma_r")
figure.colorbar(image, label=r"events per 0.1 % of strain")
left.set(title="rate of events (fig. 2a)", **extent)
known = np.asarray(harvest.library.exposure) > 0.01
centre_x, centre_y = np.meshgrid((x[1:] + x[:-1]) / 2, (y[1:] + y[:-1]) / 2, indexing="ij")
drift_x, drift_y = 1e3 * flow.inelastic_drift / 1000, GPA * flow.stress_drift / 1000
# In shares of the axes, so that an arrow points where the flow leads in the picture.
unit_x, unit_y = drift_x / (x[-1] - x[0]), drift_y / (y[-1] - y[0])
speed = np.hypot(unit_x, unit_y)
right.quiver(centre_x[known], centre_y[known], (unit_x / speed)[known], (unit_y / speed)[known], speed[known], cmap="viridis_r",
             norm="log", angles="uv", scale=22, width=0.004, pivot="mid")
for name, style in (("stress_nullcline", "-"), ("inelastic_nullcline", "--")):
    for segment in flow[name]:
        right.plot(1e3 * segment[:, 0], GPA * segment[:, 1], "k" + style, lw=1)
if "attractor" in harvest:
    at = harvest.attractor
    right.errorbar(1e3 * at.inelastic, GPA * at.stress, GPA * at.stress_error, 1e3 * at.inelastic_error, fmt="o", ms=5,
                   color="C3", label="attractor")
    right.legend(loc="lower right")
right.set(title="direction of the mean flow (fig. 2d)", **extent)
figure.savefig(out / "map.png")

# %% [markdown]
# ## The events of the most visited bin: fig. 3b
#
# No event may store more than the elastic energy that its stress drop sets free: the reversible bound.

# %%
jumps = harvest.jumps
figure, axis = plt.subplots(figsize=(5, 3.6), layout="constrained")
counts = np.where(jumps.counts > 0, jumps.counts, np.nan)
image = axis.pcolormesh(GPA * jumps.drop_edges, 1e3 * jumps.inelastic_edges, counts, cmap="magma_r", norm="log")
axis.plot(GPA * jumps.drop_edges, 1e3 * jumps.bound, "C0--", label=r"$\Delta S = 0$")
axis.set(xlabel=r"stress drop $\Delta\tau$  (GPa)", ylabel=r"$\Delta X_1$  (meV/atom)",
         title=f"beyond the bound of their own state: {100 * jumps.beyond_bound:.1f} % of all events")
axis.legend(frameon=False)
figure.colorbar(image, label="events")
figure.savefig(out / "jumps.png")

# %% [markdown]
# ## Replay: figs. 4 and 5
#
# A thousand walkers of each set begin where its glasses begin; the dashed curves are means over all glasses of the set.
# The map knows the glasses that were cooled slowly least: there are few events before they
# yield, and it lets them go too far. `harvest.sets[0].measured` are those glasses alone that were not harvested.

# %%
figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
for number, one in enumerate(harvest.sets.values()):
    colour = f"C{number}"
    walkers = harvest.replay(one.whole.strain, set=number)
    for axis, name, scale in ((axes[0], "stress", GPA), (axes[1], "inelastic", 1e3)):
        mean, spread = scale * walkers[name].mean(axis=0), scale * walkers[name].std(axis=0)
        axis.fill_between(walkers.strain, mean - spread, mean + spread, color=colour, alpha=0.15, lw=0)
        axis.plot(walkers.strain, mean, color=colour, label=one.label)
        axis.plot(one.whole.strain, scale * one.whole[name], color=colour, lw=0.8, ls="--")
    axes[2].plot(1e3 * walkers.inelastic.mean(axis=0), GPA * walkers.stress.mean(axis=0), color=colour)
    axes[2].plot(1e3 * one.whole.inelastic, GPA * one.whole.stress, color=colour, lw=0.8, ls="--")
axes[0].set(xlabel=r"shear strain $\gamma$", ylabel=r"$\tau$  (GPa)", title="map: mean and spread; dashed: glasses")
axes[0].legend(frameon=False, loc="lower right", title="cooled at")
axes[1].set(xlabel=r"shear strain $\gamma$", ylabel=r"$X_1$  (meV/atom)")
axes[2].set(xlabel=r"$X_1$  (meV/atom)", ylabel=r"$\tau$  (GPa)", title="means in the state space (fig. 5)")
figure.savefig(out / "replay.png")
