#!/usr/bin/env python3
"""Lets LAMMPS itself minimise the unstable states that event_minima has saved.

Usage: lammps_cg.py STATES TABLE.csv [EVENTS]
Writes the lines of event_minima's tables with the method lammps_cg: it shows whether the tool's
cg_quadratic stands for LAMMPS'. Where LAMMPS stops before its tolerance the difference tells that only.
"""
import array
import math
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADING = ("sample,increment,strain,drop,dissipated,method,same,difference,energy_difference,reached,residual,"
           "evaluations,seconds")


def states(path):
    """What unstable_state.cpp writes: seven numbers; box, species and positions of three configurations."""
    with open(path, "rb") as file:
        def numbers():
            head = array.array("d", file.read(8))
            return array.array("d", file.read(8 * int(head[0]))) if head else None
        while (facts := numbers()) is not None:
            yield facts, [(numbers(), numbers(), numbers()) for _ in range(3)]


def write_start(path, configuration, step):
    box, species, x = configuration
    _, ox, oy, _, lx, ly, _, xy, _, _ = box
    xy += step * ly
    xy -= lx * round(xy / lx)
    lines = ["start\n", f"{len(species)} atoms\n2 atom types\n", f"{ox!r} {ox + lx!r} xlo xhi",
             f"{oy!r} {oy + ly!r} ylo yhi",
             f"-0.5 0.5 zlo zhi\n{xy!r} 0 0 xy xz yz\n\nMasses\n\n1 1\n2 1\n\nAtoms # atomic\n"]
    lines += [f"{i + 1} {int(s) + 1} {x[2 * i] + step * x[2 * i + 1]!r} {x[2 * i + 1]!r} 0"
              for i, s in enumerate(species)]
    path.write_text("\n".join(lines) + "\n")


def largest_difference(a, b):
    d = [p - q for p, q in zip(a, b)]
    mx, my = 2 * math.fsum(d[0::2]) / len(d), 2 * math.fsum(d[1::2]) / len(d)
    return max(math.hypot(u - mx, v - my) for u, v in zip(d[0::2], d[1::2]))


def minimise(folder):
    begin = time.perf_counter()
    subprocess.run(["lmp", "-in", str(HERE / "in.minimise"), "-var", "data", str(folder / "start.data"), "-var", "dump",
                    str(folder / "end.dump"), "-log", str(folder / "log"), "-screen", "none"], check=True,
                   capture_output=True)
    seconds = time.perf_counter() - begin
    log = (folder / "log").read_text()
    step, energy, force = re.findall(r"^\s*(\d+)\s+(\S+)\s+(\S+)\s*\nLoop time", log, re.M)[-1]
    evaluations = int(re.search(r"force evaluations = \d+ (\d+)", log).group(1))
    reached = "Stopping criterion = force tolerance" in log
    end = []
    for line in (folder / "end.dump").read_text().split("ITEM: ATOMS")[1].splitlines()[1:]:
        end += map(float, line.split()[1:3])
    return end, float(energy), float(force), reached, evaluations, seconds


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 10**9
    with open(sys.argv[2], "w") as table, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(HEADING, file=table, flush=True)
        for k, (facts, (_, before, minimum)) in enumerate(states(sys.argv[1])):
            if k >= most:
                break
            sample, increment, strain, drop, dissipated, _, minimum_energy = facts
            write_start(folder / "start.data", before, increment)
            end, energy, force, reached, evaluations, seconds = minimise(folder)
            difference = largest_difference(end, minimum[2])
            print(f"{int(sample)},{increment:g},{strain:.5f},{drop:.6g},{dissipated:.6g},lammps_cg,"
                  f"{int(difference < 1e-4)},{difference:.3e},{energy - minimum_energy:.3e},{int(reached)},{force:.1e},"
                  f"{evaluations},{seconds:.4f}", file=table, flush=True)


if __name__ == "__main__":
    main()
