"""The same samples, increments and force tolerance in LAMMPS and here, on one core: who takes how long."""
import argparse
import os
import statistics
import sys
from pathlib import Path

import lammps
from ours import Driver

sys.path.append(str(Path(__file__).resolve().parents[1]))
from report import ROOT, duration, provenance, update_page, write_csv

INCREMENT, TOLERANCE = 1e-4, 1e-10
EVENT = 1e-5  # dissipated energy, as in docs/conventions.md


def with_dissipation(rows, start, area):
    """Marks the increments that hold an event."""
    before = start
    for row in rows:
        work = area * 0.5 * (before["stress"] + row["stress"]) * INCREMENT
        row["event"] = work - (row["energy"] - before["energy"]) > EVENT
        before = row
    return rows


def stretch(name, data, lammps_increments, our_increments, driver, settings, work):
    """Both programs from one configuration on."""
    rows, facts = driver.shear(data, max(our_increments, lammps_increments), work / f"{name}.csv")
    ours = with_dissipation(rows[1:], rows[0], facts["volume"])
    theirs = lammps.shear(data, lammps_increments, core=driver.core, log=work / f"{name}.log", increment=INCREMENT,
                          tolerance=TOLERANCE, **settings)
    theirs = with_dissipation(theirs, rows[0], facts["volume"])
    agree, worst = 0, 0.0
    for mine, other in zip(ours, theirs):
        if abs(mine["stress"] - other["stress"]) > 1e-9:
            break
        agree, worst = agree + 1, max(worst, abs(mine["stress"] - other["stress"]))
    early = sum(not row["reached"] for row in theirs)
    print(f"  {name}: stresses agree to {worst:.1e} over {agree} of {len(theirs)} increments"
          + (f"; LAMMPS stopped early in {early}" if early else ""), flush=True)
    return ours, theirs


def seconds(rows):
    return [row["seconds"] for row in rows]


def entry(atoms, what, theirs, ours):
    if not theirs or not ours:
        return []
    a, b = statistics.fmean(theirs), statistics.fmean(ours)
    return [dict(atoms=atoms, what=what, lammps_seconds=a, seconds=b, ratio=a / b, lammps_count=len(theirs),
                 count=len(ours))]


def compare(atoms, options, driver, work):
    print(f"{atoms} atoms", flush=True)
    large = atoms > 3000
    glass = driver.glass(work / f"glass-{atoms}.data", atoms, options.duration)
    settings = options.settings or lammps.fastest_settings(
        glass, 1 if large else 5, core=driver.core, increment=INCREMENT, tolerance=TOLERANCE, log=work / "tuning.log")
    print(f"  taken: {settings}", flush=True)
    flow_start = driver.sheared(work / f"flow-{atoms}.data", glass, options.strain)
    scale = options.share * (0.1 if large else 1)
    onset, onset_lammps = stretch(f"onset-{atoms}", glass, max(3, round(100 * scale)), 0, driver, settings, work)
    flow, flow_lammps = stretch(f"flow-{atoms}", flow_start, max(5, round(400 * scale)),
                                round(options.interval / INCREMENT), driver, settings, work)
    shared = flow[:len(flow_lammps)]
    quiet = [k for k in range(len(onset)) if not onset[k]["event"] and not onset_lammps[k]["event"]]
    everything = onset_lammps + flow_lammps
    pair = [row["pair_seconds"] / row["evaluations"] for row in everything]
    events = [row for row in flow + onset if row["event"]]
    events_lammps = [row for row in everything if row["event"]]
    return (entry(atoms, "force evaluation (least)", [min(pair)], [driver.forces(glass)["seconds"]])
            + entry(atoms, "elastic increment", [onset_lammps[k]["seconds"] for k in quiet],
                    [onset[k]["seconds"] for k in quiet])
            + entry(atoms, "increment with an event", seconds(events_lammps), seconds(events))
            + entry(atoms, "steady state, same increments", seconds(flow_lammps), seconds(shared))
            + entry(atoms, f"steady state, ours over a strain of {options.interval:g}", seconds(flow_lammps),
                    seconds(flow)))


def markdown(rows, about):
    lines = [f"{about['date']}, {about['machine']}, one core; LAMMPS {about['lammps']}; "
             f"revision {about['revision']}.", "",
             "| atoms | what | LAMMPS | Vitrum | ratio | means over |", "|---|---|---|---|---|---|"]
    lines += [f"| {r['atoms']} | {r['what']} | {duration(r['lammps_seconds'])} | {duration(r['seconds'])} "
              f"| {r['ratio']:.3g} | {r['lammps_count']}, {r['count']} |" for r in rows]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atoms", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--strain", type=float, default=0.15, help="where the steady state is taken to begin")
    parser.add_argument("--interval", type=float, default=0.1, help="of strain in the steady state, ours alone")
    parser.add_argument("--duration", type=float, default=300, help="of the liquid's cooling, and of its holding")
    parser.add_argument("--share", type=float, default=1, help="of LAMMPS' increments: 100 and 400 at 1000 atoms, "
                        "10 and 40 above 3000")
    parser.add_argument("--settings", type=lammps.settings, metavar="SEARCH,SKIN,SUFFIX",
                        help="of LAMMPS, when they are known; else every candidate is timed")
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_lammps")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    driver = Driver(ROOT / "build/release/bench/against_lammps", options.core, INCREMENT, TOLERANCE)
    about, rows = provenance(lammps=lammps.version()), []
    for atoms in options.atoms:
        rows += compare(atoms, options, driver, options.work)
        write_csv(options.work / "ratios.csv", about, rows)
    text = markdown(rows, about)
    print("\n" + text)
    if options.update:
        update_page("ratios", text)


if __name__ == "__main__":
    main()
