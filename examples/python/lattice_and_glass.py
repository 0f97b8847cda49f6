# %% [markdown]
# # The same test on a glass and on its lattice model
#
# Eight Lennard-Jones glasses of the shipped library against elasto-plastic lattices of the same size with the parameters
# that paper 1 found: stress-strain curves, densities, and the error L[P] of its eq. 8. A quarter of a minute.

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
# ## Both ensembles
#
# Glasses of 1000 atoms are 31.2 wide: 5 x 5 elements of l = 6.25. Thresholds and amplitudes are paper 1's optimum for
# l = 6.6 (model C), for which the glass is 15 elements wide; the lattice is quenched from its parent liquid.

# %%
glasses = vitrum.reference(shipped)
settings = {"columns": 5, "rows": 5, "element_length": 6.25, "initial": "liquid", "temperature": 0.25}


def sheared(sample, **changes):
    lattice = vitrum.Lattice(sample=sample, **{**settings, **changes})
    return vitrum.load(lattice, vitrum.Program().shear(1.0))


lattices = [sheared(sample) for sample in range(40)]
comparison = vitrum.compare(glasses, lattices, from_strain=0.5, bins=25)
print(f"L_macro = {comparison.macro:.3f} +- {comparison.macro_error:.3f}, floor {comparison.floor:.3f}")

# %%
figure, axes = plt.subplots(2, 2, figsize=(8.5, 6), layout="constrained")
strain = np.linspace(0, 1, 501)
for records, colour, label in ((glasses, "0.3", f"{len(glasses)} glasses"), (lattices, "C3", f"{len(lattices)} lattices")):
    # Lattices jump from event to event; in between the stress is linear in the strain.
    curves = np.array([np.interp(strain, one.strain[one.leg == 0], one.stress_xy[one.leg == 0]) for one in records])
    mean, error = curves.mean(0), curves.std(0, ddof=1) / np.sqrt(len(curves))
    axes[0, 0].plot(strain, mean, color=colour, label=label)
    axes[0, 0].fill_between(strain, mean - error, mean + error, color=colour, alpha=0.3, lw=0)
axes[0, 0].set(xlabel=r"shear strain $\gamma$", ylabel=r"mean stress  ($\epsilon/\sigma^2$)")
axes[0, 0].legend(frameon=False)
for axis, name, label in ((axes[0, 1], "stress", "stress"), (axes[1, 0], "drop", "stress drop"),
                          (axes[1, 1], "increment", "elastic rise between events")):
    found = comparison[name]
    for density, error, colour in ((found.first, found.first_error, "0.3"), (found.second, found.second_error, "C3")):
        axis.stairs(density, found.edges, color=colour)
        axis.fill_between(np.repeat(found.edges, 2)[1:-1], np.repeat(density - error, 2), np.repeat(density + error, 2),
                          color=colour, alpha=0.25, lw=0)
    axis.set(xlabel=rf"{label}  ($\epsilon/\sigma^2$)", ylabel=r"density  ($\sigma^2/\epsilon$)",
             title=f"L[P] = {found.mismatch:.3f} ± {found.mismatch_error:.3f}, floor {found.floor:.3f}")
    if name != "stress":
        largest = max(found.first.max(), found.second.max())
        axis.set(xscale="log", yscale="log", xlim=(5e-3, None), ylim=(largest / 3e4, 3 * largest))
figure.suptitle(r"paper 1, sec. 4.1: $\gamma$ from 0.5 to 1", fontsize=10)
figure.savefig(out / "lattice-and-glass.png")

# %% [markdown]
# ## How the error depends on a parameter
#
# The scale of the thresholds, lambda of eq. 5: paper 1 finds its optimum, 2.05, on such curves. A calibration
# (docs/calibrate.md) searches all parameters at once, with errors.

# %%
scales = np.array([1.4, 1.7, 2.05, 2.4, 2.8])
found = [vitrum.compare(glasses, [sheared(sample, threshold_scale=scale) for sample in range(24)], from_strain=0.5, bins=25)
         for scale in scales]
figure, axis = plt.subplots(figsize=(4.6, 3.4), layout="constrained")
axis.errorbar(scales, [one.macro for one in found], [one.macro_error for one in found], fmt="o-", ms=4, label=r"$L_{macro}$")
axis.plot(scales, [one.floor for one in found], "k:", label="floor of finite samples")
axis.axvline(2.05, color="C3", lw=0.8, label="paper 1")
axis.set(xlabel=r"threshold scale $\lambda$  ($\epsilon/\sigma^2$)", ylabel="error", ylim=(0, None))
axis.legend(frameon=False)
figure.savefig(out / "error-against-scale.png")
