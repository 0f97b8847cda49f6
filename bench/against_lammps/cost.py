"""What an increment of strain costs here against the number of atoms: processor time and memory, one core."""
import argparse
import math
import os
import statistics
from pathlib import Path

from compare import INCREMENT, ROOT, TOLERANCE, duration, provenance, update_page, with_dissipation, write_csv
from ours import Driver

# Atoms, and for how long their liquid is cooled and held, each: large ones are made in haste.
SIZES = [(1000, 300), (4000, 300), (10000, 300), (40000, 30), (100000, 10)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--increments", type=int, default=30)
    parser.add_argument("--most-atoms", type=int, default=100000)
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_lammps")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    driver = Driver(ROOT / "build/release/bench/against_lammps", options.core, INCREMENT, TOLERANCE)
    about, table = provenance(), []
    for atoms, held in SIZES:
        if atoms > options.most_atoms:
            continue
        glass = driver.glass(options.work / f"glass-{atoms}.data", atoms, held)
        rows, facts = driver.shear(glass, options.increments, options.work / f"cost-{atoms}.csv")
        increments = with_dissipation(rows[1:], rows[0], facts["volume"])
        quiet = [row["seconds"] for row in increments if not row["event"]]
        table.append(dict(atoms=atoms, quiet=statistics.median(quiet) if quiet else math.nan,
                          mean=statistics.fmean(row["seconds"] for row in increments),
                          events=len(increments) - len(quiet), mib=facts["peak_mib"]))
        print(table[-1], flush=True)
        write_csv(options.work / "cost.csv", about, table)
    lines = [f"{about['date']}, {about['machine']}, one core; revision {about['revision']}.", "",
             "| atoms | elastic increment (median) | exponent | mean of all | with an event | peak memory |",
             "|---|---|---|---|---|---|"]
    for k, row in enumerate(table):
        last = table[k - 1] if k else None
        growth = math.log(row["quiet"] / last["quiet"]) / math.log(row["atoms"] / last["atoms"]) if last else None
        exponent = "" if growth is None else f"{growth:.2f}"
        lines.append(f"| {row['atoms']} | {duration(row['quiet'])} | {exponent} | {duration(row['mean'])} "
                     f"| {row['events']} of {options.increments} | {row['mib']:.0f} MiB |")
    text = "\n".join(lines)
    print("\n" + text)
    if options.update:
        update_page("cost", text)


if __name__ == "__main__":
    main()
