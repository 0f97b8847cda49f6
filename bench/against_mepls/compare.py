"""The same lattices in MEPLS and here, one after the other on one core: who takes how long."""
import argparse
import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from report import ROOT, duration, provenance, update_page, write_csv

# Elements along a side, largest strain, whether phases other than the shear are timed too, and how many
# realizations of ours are averaged for each of MEPLS'. Large lattices are there for the time per slip; MEPLS takes
# minutes for them.
SIZES = [(15, 2.0, True, 10), (32, 0.5, False, 5), (64, 0.15, False, 5)]
PHASES = {"liquid": "liquid and quench", "shear": "shear to gamma = {strain:g}",
          "reload": "unloading, reloading to 0.4 both ways"}
PER_SLIP = "a slip under shear"


def call(core, *command):
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", DEAL_II_NUM_THREADS="1")
    return subprocess.run(["taskset", "-c", str(core), *map(str, command)], stdout=subprocess.PIPE, text=True,
                          check=True, env=environment).stdout


def numbers(lines):
    return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(lines)]


def measure(side, strain, phases, repeats, options):
    """Rows of both programs, realization by realization in turn, so that both see the same machine."""
    folder = options.work / f"lattice-{side}"
    shutil.rmtree(folder, ignore_errors=True)
    shape = ["--columns", side, "--rows", side, "--strain", strain] + ([] if phases else ["--no-reload"])
    ours = []
    for seed in range(1, options.realizations + 1):
        ours += numbers(call(options.core, options.ours, *shape, "--shape", 2.1818, "--scale", 2.0517, "--seed", seed,
                             "--realizations", repeats).splitlines())
        has_liquid = "liquid_seconds" in ours[0]
        call(options.core, options.driver, *shape, "--no-elements", *([] if has_liquid else ["--no-liquid"]),
             "--first-seed", seed, "--output", folder)
        print(f"  {side} x {side}: {seed} of {options.realizations}", flush=True)
    theirs = numbers((folder / "realizations.csv").read_text().splitlines())
    for row in theirs:
        if row["fractured"]:
            raise RuntimeError(f"MEPLS ended seed {row['seed']:.0f} with a fracture.")
    return theirs, ours


def mean(rows, name):
    return sum(row[name] for row in rows) / len(rows)


def entries(side, strain, phases, theirs, ours):
    """A line for every phase that both programs have, and for a slip under shear."""
    table = []
    for phase, what in PHASES.items():
        if f"{phase}_seconds" not in ours[0] or (phase != "shear" and not phases):
            continue
        a, b = (mean(rows, f"{phase}_seconds") for rows in (theirs, ours))
        slips = [mean(rows, f"{phase}_slips") for rows in (theirs, ours)]
        common = dict(lattice=f"{side} x {side}", mepls_slips=slips[0], slips=slips[1], mepls_count=len(theirs),
                      count=len(ours))
        if phases:
            table.append(common | dict(what=what.format(strain=strain), mepls_seconds=a, seconds=b, ratio=a / b))
        if phase == "shear":
            a, b = a / slips[0], b / slips[1]
            table.append(common | dict(what=PER_SLIP, mepls_seconds=a, seconds=b, ratio=a / b))
    if phases:
        a, b = (sum(mean(rows, f"{phase}_seconds") for phase in PHASES if f"{phase}_seconds" in ours[0])
                for rows in (theirs, ours))
        table.append(common | dict(what="all of these phases", mepls_seconds=a, seconds=b, ratio=a / b,
                                   **{name: sum(row[name] for row in table if row["what"] != PER_SLIP)
                                      for name in ("mepls_slips", "slips")}))
    return table


def markdown(rows, about):
    start = "quenched liquids" if any(row["what"] == PHASES["liquid"] for row in rows) else "states without stress"
    lines = [f"{about['date']}, {about['machine']}, one core; MEPLS {about['mepls']} with deal.II {about['dealii']}; "
             f"revision {about['revision']}. From {start}.", "",
             "| lattice | what | MEPLS | Vitrum | ratio | slips of each | realizations |", "|---|---|---|---|---|---|---|"]
    lines += [f"| {r['lattice']} | {r['what']} | {duration(r['mepls_seconds'])} | {duration(r['seconds'])} "
              f"| {r['ratio']:.3g} | {r['mepls_slips']:.0f}, {r['slips']:.0f} | {r['mepls_count']}, {r['count']} |"
              for r in rows]
    return "\n".join(lines)


def version(mepls):
    """The commit of a checkout."""
    if not (mepls / ".git").exists():
        return "of unknown commit"
    return subprocess.run(["git", "-C", str(mepls), "rev-parse", "--short", "HEAD"], capture_output=True,
                          text=True).stdout.strip()


def dealii():
    text = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libdeal.ii-dev"], capture_output=True, text=True)
    return text.stdout or "of unknown version"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mepls", type=Path, required=True, help="checkout of MEPLS")
    parser.add_argument("--mepls-version", help="when that folder is an unpacked archive, which has no commit")
    parser.add_argument("--realizations", type=int, default=3, help="of MEPLS, each size")
    parser.add_argument("--sides", type=int, nargs="*", default=[size[0] for size in SIZES])
    parser.add_argument("--work", type=Path, default=ROOT / "results" / "against_mepls")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--update", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.ours = ROOT / "build/release/bench/lattice_phases"
    options.driver = ROOT / "build/against_mepls/mepls_driver"
    about, rows = provenance(mepls=options.mepls_version or version(options.mepls), dealii=dealii()), []
    for side, strain, phases, repeats in SIZES:
        if side not in options.sides:
            continue
        rows += entries(side, strain, phases, *measure(side, strain, phases, repeats, options))
        write_csv(options.work / "ratios.csv", about, rows)
    text = markdown(rows, about)
    print("\n" + text)
    if options.update:
        update_page("ratios against MEPLS", text)


if __name__ == "__main__":
    main()
