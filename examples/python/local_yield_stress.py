# %% [markdown]
# # Local yield stress: where a glass is weak, and whether it yields there
#
# Discs of atoms are sheared by what surrounds them until they yield (paper 1, sec. 2.2). The map of the distance to
# threshold is compared with the places of the first plastic events. About half a minute.

# %%
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import vitrum

out = Path(sys.argv[1] if len(sys.argv) > 1 else "figures")
out.mkdir(parents=True, exist_ok=True)
shipped = Path(__file__).resolve().parents[2] / "data/lj2d/atoms-10000.h5"
plt.rcParams.update({"figure.dpi": 130, "axes.spines.top": False, "axes.spines.right": False, "font.size": 9})

# %% [markdown]
# ## The tests
#
# On a square grid, along the direction of the loading to come (0 degrees). The glass stays as it is.

# %%
glass = vitrum.Glass.prepare(atoms=1000, seed=4, liquid={"cooling_duration": 50, "duration": 100, "drift_limit": 1000})
tests = glass.local_yield(radii=[5.0], angles=[0.0], spacing=2.0)
distance = tests.tau_c - tests.tau_i
print(f"{len(distance)} discs of R = 5: distance to threshold {distance.mean():.3f} +- {distance.std():.3f}, "
      f"{(tests.found == 0).sum()} found no instability")

# %% [markdown]
# ## What yields first
#
# The same glass is sheared, and the first events are marked in the order in which they come.

# %%
lx, ly = glass.cell[0, 0], glass.cell[1, 1]
record = vitrum.load(glass, vitrum.Program().shear(0.06))
first = 8
# Events are brought back to the tested, unsheared state.
event_x = (record.events.centre_x - record.events.strain * record.events.centre_y)[:first] % lx
event_y = record.events.centre_y[:first] % ly

side = int(np.sqrt(len(distance)))
field = np.asarray(distance).reshape(side, side)
figure, axis = plt.subplots(figsize=(5.4, 4.6), layout="constrained")
image = axis.imshow(field, origin="lower", extent=(0, lx, 0, ly), cmap="viridis", interpolation="nearest")
axis.plot(event_x, event_y, "o", mfc="white", mec="C3", ms=11, mew=1.5, clip_on=False)
for number, (x, y) in enumerate(zip(event_x, event_y)):
    axis.annotate(str(number + 1), (x, y), ha="center", va="center", color="C3", fontsize=7)
axis.set(xlabel=r"$x$  ($\sigma$)", ylabel=r"$y$  ($\sigma$)", title=f"the first {len(event_x)} events, in their order")
figure.colorbar(image, label=r"$\Delta\tau_c = \tau_c - \tau_i$  ($\epsilon/\sigma^2$),  R = 5 $\sigma$")
figure.savefig(out / "local-yield-map.png")

# %% [markdown]
# How weak were these places? The rank of a place is the share of places that are stronger, ties by half; 0.5 on average
# if the map said nothing.

# %%
dx = (tests.x[:, None] - event_x + lx / 2) % lx - lx / 2
dy = (tests.y[:, None] - event_y + ly / 2) % ly - ly / 2
at = distance[np.argmin(dx**2 + dy**2, axis=0)]
rank = (distance[:, None] > at).mean(0)
print("ranks of the first events:", np.round(rank, 2), "mean", round(rank.mean(), 2))

# %% [markdown]
# ## Distributions: paper 1, fig. 4
#
# The shipped library has such tests of a glass of 10 000 atoms, eight directions at 49 places, for discs from 5 to
# 30: larger discs are weaker and vary less. Shades: standard errors by bootstrap over the places' tests.

# %%
local = vitrum.open(shipped).content.local
radii = np.unique(local.radius)
states = {0: "as quenched", 1: "in steady flow", 2: "unloaded"}
figure, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.2), layout="constrained")
random = np.random.default_rng(1)
for radius in (5, 10, 15):
    chosen = np.asarray(local.tau_c[(local.radius == radius) & (local.state == 1) & (local.found == 1)])
    edges = np.linspace(-0.5, 2.5, 31)
    centre, width = (edges[1:] + edges[:-1]) / 2, edges[1] - edges[0]
    density = np.histogram(chosen, edges)[0] / len(chosen) / width
    drawn = [np.histogram(random.choice(chosen, len(chosen)), edges)[0] / len(chosen) / width for _ in range(200)]
    line, = left.plot(centre, density, label=rf"$R$ = {radius} $\sigma$")
    left.fill_between(centre, density - np.std(drawn, axis=0), density + np.std(drawn, axis=0), color=line.get_color(), alpha=0.25)
left.set(xlabel=r"local yield stress $\tau_c$  ($\epsilon/\sigma^2$)", ylabel=r"density  ($\sigma^2/\epsilon$)",
         title="in steady flow, all directions")
left.legend(frameon=False)
for state, label in states.items():
    seen = [r for r in radii if ((local.radius == r) & (local.state == state) & (local.found == 1)).sum() > 10]
    values = [np.asarray(local.tau_c[(local.radius == r) & (local.state == state) & (local.found == 1)]) for r in seen]
    right.errorbar(seen, [v.mean() for v in values], [v.std() / np.sqrt(len(v)) for v in values], fmt="o-", ms=4, label=label)
right.set(xlabel=r"radius $R$  ($\sigma$)", ylabel=r"mean $\tau_c$  ($\epsilon/\sigma^2$)", title="all directions")
right.legend(frameon=False)
figure.savefig(out / "local-yield-densities.png")
