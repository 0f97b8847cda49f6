"""What the tests of the Python module share."""

import os
import pathlib
import subprocess
import tempfile

import h5py
import numpy

import vitrum

PROGRAM = os.environ["VITRUM"]
SOURCE = pathlib.Path(os.environ["VITRUM_SOURCE"])
TINY = SOURCE / "tests/app/tiny.toml"

# The glass of tiny.toml, as Glass.prepare is told.
TINY_LIQUID = {"melt_duration": 2, "cooling_duration": 2, "duration": 10, "drift_limit": 1000}

# A metal that is made in moments.
METAL_TABLE = pathlib.Path("/usr/share/lammps/potentials/CuZr_mm.eam.fs")
HASTY_METAL = {
    "potential": str(METAL_TABLE), "atoms": 400, "density": 0.06306,
    "species": [{"name": "Cu", "fraction": 64}, {"name": "Zr", "fraction": 36}],
    "liquid": {"melt_temperature": 2500, "temperature": 1400, "melt_duration": 0.1, "cooling_duration": 0.1,
               "duration": 0.4, "drift_limit": 1000, "quench": "cooling", "cooling_rate": 1e4}}


def tiny_glass(sample=0, **settings):
    return vitrum.Glass.prepare(seed=7, sample=sample, atoms=200, liquid=TINY_LIQUID, progress=False, **settings)


def run_program(*arguments, cwd=None):
    """The program's exit code, and what it wrote to both outputs."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def folder():
    return tempfile.TemporaryDirectory(prefix="vitrum-python-")


def datasets(group, path=""):
    """Every array, number and text below an h5py group, by its path."""
    for name, item in group.items():
        where = f"{path}/{name}" if path else name
        if isinstance(item, h5py.Group):
            yield from datasets(item, where)
        else:
            yield where, item


def leaves(record, path=""):
    """The same of a record."""
    for name, item in record.items():
        where = f"{path}/{name}" if path else name
        if isinstance(item, vitrum.Record):
            yield from leaves(item, where)
        else:
            yield where, item


def same_bits(a, b):
    a, b = numpy.asarray(a), numpy.asarray(b)
    return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
