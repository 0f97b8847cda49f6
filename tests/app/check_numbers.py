"""evaluate --json against LAMMPS, kernel against MEPLS."""
import csv
import json
import math
import sys

reference, evaluated, kernel = sys.argv[1:4]

# pe, pxx, pyy, pxy of LAMMPS 29 Sep 2021 (tests/reference/README.md)
words = open(f"{reference}/lammps2d/esl_1k_1.energy.txt").read().split()
pe, pxx, pyy, pxy = (float(words[words.index(key) + 1]) for key in ("pe", "pxx", "pyy", "pxy"))
got = json.load(open(evaluated))
assert got["atoms"] == 1000 and got["pairs"] > 5000, got
assert math.isclose(got["energy"], pe, rel_tol=1e-12), got
assert math.isclose(got["energy_per_atom"], pe / 1000, rel_tol=1e-12)
(xx, xy), (yx, yy) = got["stress"]
scale = max(abs(pxx), abs(pyy))
for ours, theirs in ((xx, -pxx), (yy, -pyy), (xy, -pxy), (yx, -pxy)):
    assert abs(ours - theirs) < 1e-12 * scale, (ours, theirs)
assert got["max_force"] < 1e-10

found = {(int(r["dx"]), int(r["dy"])): r for r in csv.DictReader(open(kernel))}
rows = [r for r in csv.DictReader(open(f"{reference}/lattice/mepls_kernel_15.csv")) if float(r["angle_deg"]) == 22.5]
assert len(rows) == 225 == len(found)
for row in rows:
    ours = found[int(row["dx"]), int(row["dy"])]
    for key in ("sxx", "syy", "sxy"):
        assert abs(float(ours[key]) - float(row[key])) < 1e-11, (row, ours)
