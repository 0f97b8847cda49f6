"""One local shear test by LAMMPS (in.probe)."""
import os
import re
import subprocess
from pathlib import Path

import numpy as np

from discs import deformation, direction

HERE = Path(__file__).resolve().parent


def read_positions(path):
    lines = Path(path).read_text().split("\n")
    begin = next(k for k, line in enumerate(lines) if line.startswith("ITEM: ATOMS")) + 1
    return np.array([[float(word) for word in line.split()[1:3]] for line in lines[begin:] if line.strip()])


def read_log(text, radius, degrees):
    """One dict for the start and for every increment."""
    m = direction(degrees)
    states = []
    area = np.pi * radius**2
    for part in re.split(r"\nEnd of an increment\n", text)[:-1]:
        blocks = [block.split("Loop time of ", 1) for block in part.split("Step PotEng Fmax c_part[1]")[1:]]
        _, energy, force, sxx, syy, sxy, pxx, pyy, pxy, lx, ly = map(float, blocks[-1][0].strip().split("\n")[-1].split())
        stress = np.array([[sxx, sxy], [sxy, syy]]) / area  # stress/atom is stress times volume, tension positive
        whole = -lx * ly * np.array([[pxx, pxy], [pxy, pyy]])
        seconds = 0.0  # of the processor
        for _, rest in blocks:
            use = re.search(r"([0-9.]+)% CPU use", rest)
            seconds += float(rest.split()[0]) * (float(use.group(1)) / 100 if use else 1)
        states.append(dict(energy=energy, residual=force, tau=float((m * stress).sum()), slope=float((m * whole).sum()),
                           seconds=seconds, minimisations=len(blocks)))
    return states


def add_heat(states, increment):
    """What each increment dissipates: the work of the imposed motion, by the trapezoid, less the energy stored."""
    for before, state in zip(states, states[1:]):
        state["heat"] = 0.5 * increment * (before["slope"] + state["slope"]) - (state["energy"] - before["energy"])
    return states


def run(disc, degrees, work, *, positions=None, first=1, last=4000, increment=1e-4, threshold=1e-5, tolerance=1e-10,
        dmax=0.1, skin=0.3, keep=True, name="probe", prefix=()):
    """States 0 (the start) to the event, if there is one; with `keep`, positions before it and after it are in files."""
    work.mkdir(parents=True, exist_ok=True)
    disc.write(work / f"{name}.data", disc.positions if positions is None else positions)
    g, m = deformation(increment, degrees), direction(degrees)
    log = work / f"{name}.log"
    variables = dict(data=work / f"{name}.data", inside=disc.inside, gxx=g[0, 0], gxy=g[0, 1], gyy=g[1, 1], mxx=m[0, 0],
                     mxy=m[0, 1], increment=increment, first=first, last=last, threshold=threshold,
                     tolerance=tolerance, dmax=dmax, skin=skin, keep=int(keep), before=work / f"{name}.before",
                     after=work / f"{name}.after")
    command = [*prefix, "lmp", "-in", str(HERE / "in.probe"), "-log", str(log), "-screen", "none"]
    for variable, value in variables.items():
        command += ["-var", variable, f"{value:.17g}" if isinstance(value, float) else str(value)]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, OMP_NUM_THREADS="1"))
    text = log.read_text()
    if done.returncode or "ERROR" in text:
        raise RuntimeError(f"LAMMPS failed, see {log}: {done.stdout[-300:]}{done.stderr[-300:]}")
    return add_heat(read_log(text, disc.radius, degrees), increment)
