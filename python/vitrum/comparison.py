"""Models side by side."""

import os

from . import _vitrum
from .errors import InputError
from .progress import shown
from .record import Record


def _records(of):
    if isinstance(of, Record):
        raise InputError("One record was given where an ensemble is wanted; give a list of two records or more.")
    return list(of)


def compare(first, second, from_strain=0.5, to_strain=None, bins=40, bootstrap=400, seed=1, progress=None):
    """Compares two ensembles of records past yield: paper 1, sec. 4.1, with the error L[P] of its eq. 8.

    first, second: records of samples, two or more each, whatever models they are of; `load` and
    `Results.glasses` give such. from_strain, to_strain: the stationary window (None: to the end of the first
    leg). Gives a Record: `macro` (L_macro) with `macro_error` and the `floor` that finite samples set; `stress`,
    `drop` and `increment`, each with `edges` and the densities `first` and `second`, shape (bins,), their
    `_error` (bootstrap), and `mismatch` (L[P]); `deviation`, r of eq. 10 against the width of strain intervals.
    Stresses are in the unit of the records. progress: as for `load`. Ctrl-C raises KeyboardInterrupt.
    """
    with shown(progress) as show:
        return _vitrum._compare(_records(first), _records(second), from_strain, to_strain, bins, bootstrap, seed, show)


def reference(source):
    """The realizations of measured tables as records, for `compare`: curves, events and local tests, no energies.

    source: a file of `vitrum export --to reference` such as data/lj2d/atoms-1000.h5, a folder of results, or
    tables of other programs in CSV or HDF5 (docs/formats.md). Units are those of the tables.
    """
    return _vitrum._reference(os.fspath(source))
