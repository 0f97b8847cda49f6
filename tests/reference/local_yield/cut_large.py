"""Cuts large_1.dat and large_2.dat out of a glass of 10^4 atoms: cut_large.py GLASS (LAMMPS data file)."""
import sys
from pathlib import Path

import numpy as np

from discs import read_data

types, positions, edges = read_data(sys.argv[1])
for name, place in (("large_1", (25, 25)), ("large_2", (75, 70))):
    relative = positions - place
    relative -= edges * np.round(relative / edges)
    near = np.hypot(*relative.T) < 33
    lines = ["Disc of a glass of 10^4 atoms, in a void", "", f"{near.sum()} atoms", "2 atom types", "", "-40 40 xlo xhi",
             "-40 40 ylo yhi", "-0.5 0.5 zlo zhi", "", "Masses", "", "1 1", "2 1", "", "Atoms # atomic", ""]
    lines += [f"{k + 1} {kind} {x:.17g} {y:.17g} 0"
              for k, (kind, (x, y)) in enumerate(zip(types[near], relative[near]))]
    Path(__file__).with_name(name + ".dat").write_text("\n".join(lines) + "\n")
