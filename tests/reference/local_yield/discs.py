"""Glasses, the discs that are cut out of them, and one increment of pure shear."""
import math
from pathlib import Path

import numpy as np

CUTOFF = 2.5
SHELL = 4.0  # frozen atoms kept around a disc: the cut-off, and what the strain brings near


def read_data(path):
    """Type by atom, positions and, for a periodic box, its edges, of a LAMMPS data file (`atomic`, no tilt)."""
    lines = Path(path).read_text().split("\n")
    edges = []
    for name in ("xlo", "ylo"):
        low, high = next(line for line in lines if name in line).split()[:2]
        edges.append(float(high) - float(low))
    begin = next(k for k, line in enumerate(lines) if line.startswith("Atoms")) + 2
    rows = []
    for line in lines[begin:]:
        if not line.strip():
            break
        rows.append(line.split()[:4])
    rows.sort(key=lambda row: int(row[0]))
    types = np.array([int(row[1]) for row in rows])
    positions = np.array([[float(row[2]), float(row[3])] for row in rows])
    return types, positions, np.array(edges)


class Disc:
    """Atoms around a place, which is the origin; the first `inside` of them are those within the radius."""

    def __init__(self, glass, x, y, radius, shell=SHELL):
        types, positions, edges = glass
        relative = positions - [x, y]
        relative -= edges * np.round(relative / edges)
        distance = np.hypot(*relative.T)
        if radius + CUTOFF > 0.5 * edges.min():
            raise ValueError("The disc and its shell do not fit into the box.")
        order = np.argsort(distance, kind="stable")
        order = order[distance[order] < radius + shell]
        self.radius = radius
        self.types, self.positions = types[order], relative[order]
        self.inside = int((distance[order] < radius).sum())

    def write(self, path, positions):
        edge = 2 * self.radius + 20
        lines = ["Disc around the origin", "", f"{len(self.types)} atoms", "2 atom types", "",
                 f"{-edge} {edge} xlo xhi", f"{-edge} {edge} ylo yhi", "-0.5 0.5 zlo zhi", "", "Masses", "", "1 1", "2 1",
                 "", "Atoms # atomic", ""]
        lines += [f"{k + 1} {kind} {x:.17g} {y:.17g} 0" for k, (kind, (x, y)) in
                  enumerate(zip(self.types, positions))]
        Path(path).write_text("\n".join(lines) + "\n")


def direction(degrees):
    """M(alpha) of paper 1, eq. 3."""
    double = 2 * math.radians(degrees)
    return 0.5 * np.array([[-math.sin(double), math.cos(double)], [math.cos(double), math.sin(double)]])


def deformation(gamma, degrees):
    """exp(gamma M): M M = 1/4, so cosh and sinh of gamma/2. Less 1, which keeps digits."""
    return 2 * math.sinh(0.25 * gamma) ** 2 * np.eye(2) + 2 * math.sinh(0.5 * gamma) * direction(degrees)
