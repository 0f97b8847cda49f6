"""Vitrum: how glasses deform plastically, from Python.

    import vitrum
    record = vitrum.open("results/quick/glass-000.h5")          # records as numpy arrays, without copies
    results = vitrum.run("studies/quick.toml", set={"glass.samples": 2})
    glass = vitrum.Glass.prepare(atoms=1000, seed=1)            # specimens on the test rig
    record = vitrum.load(glass, vitrum.Program().shear(0.1).unload())

docs/python.md is a tour. Strain is the engineering shear strain gamma = 2 eps_xy, stress is positive in
tension; docs/conventions.md settles every other sign and factor.
"""

from . import seem
from ._vitrum import Loading, MapSpecimen, Program, Specimen, __version__
from .comparison import compare, reference
from .errors import Error, InputError, PhysicsError, StorageError
from .glass import Glass
from .lattice import Lattice, kernel
from .record import Array, Record, ResultFile, open
from .rig import load
from .study import Results, check, report, results, run

__all__ = [
    "Array", "Error", "Glass", "InputError", "Lattice", "Loading", "MapSpecimen", "PhysicsError", "Program",
    "Record", "ResultFile", "Results", "Specimen", "StorageError", "check", "compare", "kernel", "load", "open",
    "reference", "report", "results", "run", "seem",
]
