"""Writes pressure_108.csv: mean volume (A^3) and potential energy (eV) of tilted_108 at 2000 K under 0 and 10 GPa, by LAMMPS
(in.pressure), with standard errors from blocks of 40 ps behind the first 80 ps. Some minutes."""
import csv
import subprocess
from pathlib import Path
from statistics import mean, stdev

HERE = Path(__file__).resolve().parent
TABLE = "/usr/share/lammps/potentials/CuZr_mm.eam.fs"


def blocks(bars, steps):
    out = HERE / "blocks.tmp"
    command = ["lmp", "-in", str(HERE / "in.pressure"), "-log", "none", "-screen", "none"]
    for name, value in dict(data=HERE / "tilted_108.data", table=TABLE, seed=71, bars=bars, out=out, steps=steps).items():
        command += ["-var", name, str(value)]
    subprocess.run(command, check=True)
    rows = [[float(word) for word in line.split()] for line in open(out) if not line.startswith("#")]
    out.unlink()
    return [row for row in rows if row[0] >= 60000]


with open(HERE / "pressure_108.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["pressure_gpa", "volume", "volume_error", "energy", "energy_error"])
    for pressure, steps in ((0, 260000), (10, 240000)):
        rows = blocks(pressure * 10000, steps)
        numbers = []
        for column in (1, 2):
            values = [row[column] for row in rows]
            numbers += [f"{mean(values):.3f}", f"{stdev(values) / len(values) ** 0.5:.3f}"]
        writer.writerow([pressure, *numbers])
