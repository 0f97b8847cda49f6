"""A glass of metals, exported in GPa, went the way that LAMMPS went. Usage: check_metal_path.py reference states.csv"""
import csv
import sys

BAR = 1.6021765e6  # LAMMPS' bars in eV per cubic angstrom
GIGAPASCALS = 160.2176634
theirs = list(csv.DictReader(open(f"{sys.argv[1]}/eam/shear_1000.csv")))
ours = list(csv.DictReader(open(sys.argv[2])))
assert len(ours) == 101, len(ours)
for we, they in zip(ours, theirs):
    for component in ("xx", "yy", "zz", "xy", "xz", "yz"):
        expected = -float(they["p" + component]) / BAR * GIGAPASCALS
        assert abs(float(we["stress_" + component]) - expected) < 5e-5, (we, they)
    assert abs(float(we["energy"]) - float(they["energy"])) < 1e-8, (we, they)
