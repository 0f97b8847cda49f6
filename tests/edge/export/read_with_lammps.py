"""LAMMPS reads the exported data file and must find the energy that it found in the original, whose cell
is not tilted. Usage: read_with_lammps.py WRITER REFERENCE_FOLDER"""

import os
import shutil
import subprocess
import sys
import tempfile

if not shutil.which("lmp"):
    print("LAMMPS is not installed (Debian: lammps); nothing tested")
    sys.exit(77)

SCRIPT = """
units lj
dimension 2
boundary p p p
atom_style atomic
atom_modify map array
read_data reference-000-0-strain-1.data
pair_style lj/smooth 2.0 2.5
pair_modify shift yes
pair_coeff 1 1 0.5 1.1755705045849463
pair_coeff 1 2 1.0 1.0
pair_coeff 2 2 0.5 0.6180339887498949
run 0
variable energy equal pe*atoms
print "$(pe*atoms:%.17g)" file energy.txt
"""

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder, sys.argv[2]], check=True)
    with open(os.path.join(folder, "in.txt"), "w") as script:
        script.write(SCRIPT)
    subprocess.run(["lmp", "-in", "in.txt", "-log", "none", "-screen", "screen.txt"], cwd=folder, check=True)
    with open(os.path.join(folder, "energy.txt")) as text:
        energy = float(text.read())
    with open(os.path.join(sys.argv[2], "esl_1k_1.energy.txt")) as text:
        expected = float(text.read().split()[1])
    assert abs(energy - expected) < 1e-10 * abs(expected), (energy, expected)
