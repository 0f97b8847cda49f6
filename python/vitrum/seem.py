"""Paper 2: the state space of stress and inelastic energy, harvested from loadings and replayed."""

import os

import numpy

from . import _vitrum
from .errors import InputError
from .progress import shown
from .record import Record
from .settings import toml_text

__all__ = ["Harvest", "harvest"]


class Harvest(Record):
    """What a harvest found: `law`, `library`, `flow` (maps of shape (columns of X_1, rows of stress)),
    `attractor`, `jumps`, `sets` (measured and replayed mean curves) and `crossings`; and the map itself, which
    replays. Stresses are energies per volume, for metals eV/A^3; X_1 is an energy per atom.
    """

    def __init__(self, group, harvested):
        super().__init__(group)
        self._harvested = harvested

    def replay(self, strains, set=0, start=None, walkers=1000, increment=0.0, seed=1, threads=0,
               progress=None):
        """Walkers through the map: forward loading, seen at these strains (rising).

        set: number of the set whose specimens' first states they begin with; start: (stress, X_1) instead.
        increment: of the strain, eq. 4 of paper 2; 0: exact waiting strains. Gives a Record with `stress` and
        `inelastic` (X_1), shape (walkers, strains), and `unvisited`, the share of strain in unknown bins.
        progress: None shows a line if standard error is a terminal, True always, False never; or a function that
        is called as progress(share, what). Ctrl-C raises KeyboardInterrupt.
        """
        strains = numpy.asarray(strains, dtype=float).tolist()
        if start is not None:
            if numpy.shape(start) != (2,):
                raise InputError("start is a state of two numbers; give (stress, X_1).")
            start = (float(start[0]), float(start[1]))
        with shown(progress) as show:
            return self._harvested.replay(set, strains, start, walkers, increment, seed, threads, show)

    def specimen(self, set=0, sample=0, seed=1):
        """A MapSpecimen for `vitrum.load`: a specimen that follows the map under any program of strain."""
        return self._harvested.specimen(set, sample, seed)


def harvest(sets, seed=1, threads=0, progress=None, **settings):
    """Harvests the state space of paper 2 from loadings.

    sets: a dict of label: sources, one entry for each preparation; sources are records (of `vitrum.load` or
    `vitrum.open`) and paths of result folders, files, or files of `vitrum export --to loadings`. settings: the
    keys of [harvest] in a study file, such as bins=[20, 20], held_out=0.25, walkers=1000. Gives a Harvest.
    progress: as for `vitrum.run`. Ctrl-C raises KeyboardInterrupt; nothing is kept.
    """
    # The sources are handed over beside the settings; to these, a study that harvests its own lattice does.
    lattice = {"samples": 1, "leg": [{"kind": "shear", "strain": 0.01}]}
    text = toml_text({"study": {"seed": seed}, "glass": {"samples": 0}, "lattice": lattice,
                      "harvest": {"own": "lattice", **settings}})
    sources = {label: [_source(one) for one in _listed(of)] for label, of in sets.items()}
    with shown(progress) as show:
        return Harvest(*_vitrum._harvest(text, sources, threads, show))


def _listed(of):
    return [of] if isinstance(of, (str, os.PathLike, Record)) else list(of)


def _source(one):
    return os.fspath(one) if isinstance(one, (str, os.PathLike)) else one
