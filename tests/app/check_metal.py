"""What `vitrum evaluate` says of a metal is what LAMMPS says. Usage: check_metal.py reference evaluated.json"""
import json
import sys

BAR = 1.6021765e6  # LAMMPS' bars in eV per cubic angstrom
reference, found = sys.argv[1], json.load(open(sys.argv[2]))
numbers = [float(word) for word in open(f"{reference}/eam/three_90.eam_fs.txt").read().split()]
energy, xx, yy, zz, xy, xz, yz = numbers[:7]
assert abs(found["energy"] - energy) < 1e-11 * abs(energy), (found["energy"], energy)
assert found["atoms"] == 90
assert abs(found["max_force"] - max(map(abs, numbers[7:]))) < 1e-11 * found["max_force"]
size = max(map(abs, numbers[1:7]))
for row, expected in zip(found["stress"], [(xx, xy, xz), (xy, yy, yz), (xz, yz, zz)]):
    for ours, theirs in zip(row, expected):
        assert abs(ours / 160.2176634 + theirs / BAR) < 1e-11 * size / BAR, (ours, theirs)
