"""Events of a glass of Cu and Zr in quasi-static shear, by strain increment and force tolerance. Nothing of LAMMPS is run."""
import argparse
import os
import sys
from pathlib import Path

from ours import Driver

sys.path.append(str(Path(__file__).resolve().parents[1]))
from report import ROOT, provenance, update_page, write_csv

TABLE = "/usr/share/lammps/potentials/CuZr_mm.eam.fs"  # of the Debian package lammps-data
GLASS = ROOT / "tests/reference/eam/shear_1000.data"
GPA = 160.2176634  # of an eV per cubic angstrom
HEAT = 1e-4  # eV: what an increment with an event dissipates at least
WIDE = 1e-4  # strain
# Increment, tolerance (eV/A), whether of the 2-norm over all atoms; the first one is what the others are held against.
WAYS = [(1e-5, 1e-8, False), (1e-5, 1e-6, False), (1e-5, 2e-4, True), (1e-5, 2e-4, False), (1e-4, 1e-8, False),
        (1e-4, 1e-6, False), (1e-4, 2e-4, True), (1e-4, 2e-4, False)]


def path(way, options):
    """Strains, states and events of one run."""
    increment, tolerance, two_norm = way
    driver = Driver(ROOT / "build/release/bench/against_lammps", options.core, increment, tolerance)
    count = round(options.strain / increment)
    out = options.work / "metal_events.csv"
    more = ["--two-norm"] if two_norm else []
    rows, facts = driver.shear(options.glass, count, out, "--table", options.table, *more)
    heats = [float(line.split(",")[6]) for line in out.read_text().split("\n")[1:] if line]
    volume = facts["volume"]
    events = []
    for k in range(1, count + 1):
        if heats[k] <= HEAT:
            continue
        quiet = [rows[j]["stress"] - rows[j - 1]["stress"] for j in range(max(1, k - 15), k) if heats[j] <= HEAT]
        slope = sorted(quiet)[len(quiet) // 2] if quiet else 0
        events.append(dict(strain=k * increment, heat=heats[k],
                           drop=(rows[k - 1]["stress"] + slope - rows[k]["stress"]) * GPA, energy=rows[k]["energy"]))
    every = round(WIDE / increment)
    return dict(way=way, states=rows[::every], events=events, volume=volume, facts=facts,
                gains=sum(h < -1e-5 for h in heats), least=min(heats), seconds=sum(r["seconds"] for r in rows))


def row(found, best):
    """One line of the table, `best` being the finest run."""
    increment, tolerance, two_norm = found["way"]
    split = next((k for k, (a, b) in enumerate(zip(found["states"], best["states"])) if abs(a["energy"] - b["energy"]) > 1e-2),
                 None)
    until = (split if split is not None else len(best["states"])) * WIDE
    near = [e for e in best["events"] if e["strain"] < until - WIDE]
    missed = [e for e in near
              if not any(abs(e["strain"] - f["strain"]) < 1.5 * WIDE for f in found["events"])]
    late = [f["strain"] - e["strain"] for e in near for f in found["events"] if abs(e["strain"] - f["strain"]) < 1.5 * WIDE]
    mean = [GPA * sum(s["stress"] for s in part) / len(part) for part in halves(found["states"])]
    return dict(increment=increment, tolerance=tolerance, norm="2-norm" if two_norm else "largest",
                events=len(found["events"]), total_drop=sum(e["drop"] for e in found["events"]),
                total_heat=sum(e["heat"] for e in found["events"]), first_mean=mean[0], second_mean=mean[1],
                split=None if split is None else split * WIDE, compared=len(near), missed=len(missed),
                latest=max(late, default=0), gains=found["gains"], least=found["least"],
                repeated=found["facts"]["repeated"], seconds=found["seconds"])


def halves(states):
    half = len(states) // 2
    return states[:half], states[half:]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strain", type=float, default=0.03)
    parser.add_argument("--glass", type=Path, default=GLASS)
    parser.add_argument("--table", default=TABLE)
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_lammps")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    about, rows, best = provenance(), [], None
    for way in WAYS:
        found = path(way, options)
        best = best or found
        rows.append(row(found, best))
        print(rows[-1], flush=True)
    write_csv(options.work / "metal_events.csv", about, rows)
    head = ["increment", "tolerance, eV/A", "events", "total drop, GPa", "total heat, eV", "mean stress, GPa", "parts from the first row at",
            "missed before", "increments with a gain", "least heat, eV", "repeated"]
    lines = [f"{about['date']}, {about['machine']}; revision {about['revision']}.", "",
             "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += [f"| {r['increment']:g} | {r['tolerance']:g} ({r['norm']}) | {r['events']} | {r['total_drop']:.4f} | {r['total_heat']:.4f} "
              f"| {r['first_mean']:.4f}, {r['second_mean']:.4f} | {'nowhere' if r['split'] is None else format(r['split'], '.4f')} "
              f"| {r['missed']} of {r['compared']} | {r['gains']} | {r['least']:.2g} | {r['repeated']} |" for r in rows]
    text = "\n".join(lines)
    print("\n" + text)
    if options.update:
        update_page("metal events", text)


if __name__ == "__main__":
    main()
