"""Tables of closed-form functions, configurations, and what LAMMPS says of them; see ../README.md.

    /usr/bin/python3 make_references.py GLASS.data CuZr_mm.eam.fs

GLASS.data: a glass of Cu and Zr with 1000 atoms, of which 108 make the small cell, too.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ELEMENTS = ["Xa", "Xb", "Xc"]
POINTS, RHO_STEP, CUTOFF = 200, 0.005, 6.0
R_STEP = 5.99 / (POINTS - 1)  # the last value stands before the cut-off


def embedding(a, rho):
    return -(1.0 + 0.3 * a) * np.sqrt(rho + 0.01) + 0.02 * (a + 1) * rho**1.5


def density(b, a, r, by_pairs):
    """Of an atom of b at one of a."""
    strength, decay = 3.0 + 0.8 * b, 0.9 + 0.1 * b
    if by_pairs:
        strength, decay = strength + 0.5 * a, decay - 0.07 * a
    return strength * np.exp(-decay * r) * (1 - r / (6.2 - 0.6 * b)).clip(0)**3


def pair(a, b, r):
    depth, width, place = 0.3 + 0.05 * (a + b), 1.3 + 0.1 * abs(a - b), 2.4 + 0.15 * (a + b)
    morse = depth * (np.exp(-2 * width * (r - place)) - 2 * np.exp(-width * (r - place)))
    return morse * (1 - (r / 6.4)**2).clip(0)**2


def write_tables(path, by_pairs):
    r, rho = np.arange(POINTS) * R_STEP, np.arange(POINTS) * RHO_STEP
    lines = [f"eam/{'fs' if by_pairs else 'alloy'} of closed-form functions, by make_references.py", "of Vitrum", "",
             f"{len(ELEMENTS)} {' '.join(ELEMENTS)}", f"{POINTS} {RHO_STEP:.17g} {POINTS} {R_STEP:.17g} {CUTOFF}"]

    def put(values):
        lines.extend(" ".join(f"{v:.9g}" for v in values[k:k + 5]) for k in range(0, POINTS, 5))

    for b in range(len(ELEMENTS)):
        lines.append(f"{b + 1} {20.5 + b} {3.5 + b} fcc")
        put(embedding(b, rho))
        for a in range(len(ELEMENTS) if by_pairs else 1):
            put(density(b, a, r, by_pairs))
    for a in range(len(ELEMENTS)):
        for b in range(a + 1):
            put(r * pair(a, b, r))
    path.write_text("\n".join(lines) + "\n")


def read_glass(path):
    lines = path.read_text().split("\n")
    length = next(float(s.split()[1]) - float(s.split()[0]) for s in lines if "xlo xhi" in s)
    start = lines.index("Atoms # atomic") + 2
    atoms = int(next(s.split()[0] for s in lines if s.endswith(" atoms")))
    rows = np.array(sorted((s.split()[:5] for s in lines[start:start + atoms]), key=lambda w: int(w[0])), float)
    return length, rows[:, 1].astype(int), rows[:, 2:5] + 0.5 * length


def write_data(path, cell, types, positions):
    lines = ["by make_references.py", "", f"{len(types)} atoms", f"{types.max()} atom types", ""]
    lines += [f"0 {cell[k, k]:.17g} {axis}lo {axis}hi" for k, axis in enumerate("xyz")]
    lines += [f"{cell[1, 0]:.17g} {cell[2, 0]:.17g} {cell[2, 1]:.17g} xy xz yz", "", "Atoms # atomic", ""]
    lines += [f"{k + 1} {t} {p[0]:.17g} {p[1]:.17g} {p[2]:.17g}" for k, (t, p) in enumerate(zip(types, positions))]
    path.write_text("\n".join(lines) + "\n")


def lammps(name, style, table, elements):
    with tempfile.TemporaryDirectory() as folder:
        log, forces = Path(folder, "log"), Path(folder, "forces")
        subprocess.run(["lmp", "-log", log, "-screen", "none", "-in", HERE / "in.eam", "-var", "style", style, "-var",
                        "data", HERE / f"{name}.data", "-var", "table", table, "-var", "elements", elements, "-var",
                        "forces", forces], check=True)
        text = log.read_text().split("\n")
        at = next(k for k, line in enumerate(text) if line.startswith("PotEng"))
        rows = [line.split()[1:] for line in forces.read_text().split("\n")[9:] if line]
    out = [text[at + 1].strip()] + [" ".join(row) for row in rows]
    (HERE / f"{name}.{style.replace('/', '_')}.txt").write_text("\n".join(out) + "\n")


def scattered(cell, count, least, random):
    """Fractional coordinates of atoms that are `least` apart."""
    shifts = np.array([[i, j, k] for i in (-1, 0, 1) for j in (-1, 0, 1) for k in (-1, 0, 1)])
    found = np.empty((0, 3))
    while len(found) < count:
        s = random.random(3)
        d = (found[:, None, :] + shifts[None] - s) @ cell
        if len(found) == 0 or (d**2).sum(-1).min() > least**2:
            found = np.vstack([found, s])
    return found


def main():
    glass, table = Path(sys.argv[1]), sys.argv[2]
    random = np.random.default_rng(1)
    for style in ("alloy", "fs"):
        write_tables(HERE / f"closed.eam.{style}", style == "fs")

    # The glass in simple shear by 0.05 along two planes, every atom moved at random.
    length, types, positions = read_glass(glass)
    shear = np.array([[1, 0, 0], [0.05, 1, 0], [0.02, -0.05, 1]])
    write_data(HERE / "glass_1000.data", length * shear, types,
               positions @ shear + random.uniform(-0.08, 0.08, positions.shape))
    lammps("glass_1000", "eam/fs", table, "Cu Zr")

    # Few atoms in a cell that is tilted far beyond what LAMMPS likes, thinner than two cut-offs.
    cell = np.array([[12.5, 0, 0], [9.0, 12.0, 0], [-8.0, 11.0, 12.0]])
    inside = scattered(cell, 108, 2.15, random)
    write_data(HERE / "tilted_108.data", cell, random.integers(1, 3, 108), inside @ cell)
    lammps("tilted_108", "eam/fs", table, "Cu Zr")

    # Three elements; some atoms are in densities beyond the table.
    cell = np.array([[11.0, 0, 0], [7.0, 10.5, 0], [-3.0, 6.0, 10.0]])
    inside = scattered(cell, 90, 1.7, random)
    write_data(HERE / "three_90.data", cell, random.integers(1, 4, 90), inside @ cell)
    for style in ("alloy", "fs"):
        lammps("three_90", f"eam/{style}", HERE / f"closed.eam.{style}", " ".join(ELEMENTS))


main()
