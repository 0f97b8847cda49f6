"""Keeps a result file of each kind, as the program at hand writes them, for the tests of later ones.

Usage: make.py VITRUM. To be run once by whoever raises store::format_version (src/edge/store/file.h), with the new
program: makes a folder named by the number, with the files (gzip), and numbers.json: what h5py reads in them.
"""
import gzip
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import h5py
import numpy

vitrum = pathlib.Path(sys.argv[1]).resolve()
here = pathlib.Path(__file__).resolve().parent
study = here / "study.toml"


def run(*arguments):
    subprocess.run([vitrum, *arguments], cwd=work, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stopped_run(folder):
    """Leaves a checkpoint."""
    process = subprocess.Popen([vitrum, "run", study, "--output", folder.name, "--set", "study.checkpoint_interval=0.01"],
                               cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list(folder.glob("checkpoint/*.h5")):
        time.sleep(0.002)
    process.send_signal(signal.SIGTERM)
    process.wait()
    return next(folder.glob("checkpoint/*.h5"))


def numbers(path):
    """Shape, sum and last value of every array of numbers outside of provenance."""
    found = {}
    with h5py.File(path) as file:
        def visit(name, item):
            if not isinstance(item, h5py.Dataset) or item.dtype.kind not in "fiu" or not name.startswith("content/"):
                return
            values = numpy.asarray(item[()])
            if values.size and numpy.all(numpy.isfinite(values)):
                found[name] = [list(values.shape), float(values.sum()), float(values.flat[-1])]
        file.visititems(visit)
    return found


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    run("run", study, "--output", "results")
    for kind in ("reference", "loadings"):
        run("export", "results/lattice-000.h5", "--to", kind, "--output", f"exported-{kind}.h5")
    shutil.copy(stopped_run(work / "stopped"), work / "checkpoint.h5")
    files = sorted([*work.glob("results/*.h5"), *work.glob("*.h5")])
    described = subprocess.run([vitrum, "info", "--json", files[0]], check=True, capture_output=True)
    folder = here / str(json.loads(described.stdout)["format_version"])
    if folder.exists():
        sys.exit(f"{folder} is there already; files of a format that was published are never changed")
    folder.mkdir()
    kept = {}
    for path in files:
        with open(folder / (path.name + ".gz"), "wb") as out:
            with gzip.GzipFile("", "wb", 9, out, mtime=0) as zipped:
                zipped.write(path.read_bytes())
        kept.update({f"{path.name}/{name}": entry for name, entry in list(numbers(path).items())[:30]})
    lines = (f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in kept.items())
    (folder / "numbers.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{folder}: {sum(path.stat().st_size for path in folder.iterdir())} bytes")
