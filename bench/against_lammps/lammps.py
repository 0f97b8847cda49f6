"""Shears a sample in LAMMPS and reads from its log what every increment gave and took."""
import os
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Settings that are tried; min_modify line, neighbor skin, suffix.
CANDIDATES = [(search, skin, suffix) for search in ("quadratic", "backtrack") for skin in (0.15, 0.3, 0.6)
              for suffix in ("",)] + [("quadratic", 0.3, "opt")]

NUMBER = r"[-+0-9.eE]+"
BLOCK = re.compile(
    rf"Step PotEng c_virial\[4\] Fmax\s*\n.*?\n\s*\d+\s+({NUMBER})\s+({NUMBER})\s+({NUMBER})\s*\n"
    rf"Loop time of ({NUMBER}).*?({NUMBER})% CPU use.*?Stopping criterion = ([^\n]*)\n"
    rf".*?force evaluations = \d+ (\d+).*?\nPair\s+\|\s+({NUMBER})", re.S)


def version():
    text = subprocess.run(["lmp", "-h"], capture_output=True, text=True).stdout
    return re.search(r"Simulator - ([^\n]*)", text).group(1)


def settings(text):
    """Of one candidate, from "quadratic,0.15," or "quadratic,0.3,opt"."""
    search, skin, suffix = text.split(",")
    return dict(search=search, skin=float(skin), suffix=suffix)


def shear(data, increments, *, search, skin, suffix, increment, tolerance, core, log):
    """A list of one dict for every increment. Times are processor times of the minimisation."""
    command = ["taskset", "-c", str(core), "lmp", "-in", str(HERE / "in.shear"), "-log", str(log), "-screen", "none"]
    if suffix:
        command += ["-suffix", suffix]
    for name, value in dict(data=data, skin=skin, search=search, increments=increments, increment=increment,
                            tolerance=tolerance).items():
        command += ["-var", name, str(value)]
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    text = Path(log).read_text()
    if done.returncode or "ERROR" in text:
        raise RuntimeError(f"LAMMPS failed, see {log}: {done.stdout[-300:]}{done.stderr[-300:]}")
    rows = []
    for energy, pressure, force, loop, use, criterion, evaluations, pair in BLOCK.findall(text):
        busy = float(use) / 100
        rows.append(dict(energy=float(energy), stress=-float(pressure), residual=float(force),
                         seconds=float(loop) * busy, evaluations=int(evaluations),
                         pair_seconds=float(pair) * busy, reached=criterion.strip() == "force tolerance"))
    if len(rows) != increments:
        raise RuntimeError(f"{log} tells of {len(rows)} increments, not of {increments}.")
    return rows


def fastest_settings(data, increments, **common):
    """Of the candidates that reach the tolerance in all increments, the one that takes least."""
    tried = []
    for search, skin, suffix in CANDIDATES:
        rows = shear(data, increments, search=search, skin=skin, suffix=suffix, **common)
        seconds = sum(row["seconds"] for row in rows) / len(rows)
        tried.append((all(row["reached"] for row in rows), seconds, search, skin, suffix))
        print(f"  LAMMPS, line {search}, skin {skin}, suffix {suffix or 'none'}: {seconds:.3g} s per increment"
              + ("" if tried[-1][0] else f", stops early at {rows[-1]['residual']:.1e}"), flush=True)
    good = [entry for entry in tried if entry[0]]
    if not good:
        raise RuntimeError("No settings of LAMMPS reach the force tolerance.")
    _, _, search, skin, suffix = min(good, key=lambda entry: entry[1])
    return dict(search=search, skin=skin, suffix=suffix)
