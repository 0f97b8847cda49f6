"""Glasses of atoms."""

import os

import numpy

from . import _vitrum
from ._vitrum import Glass
from .errors import InputError
from .progress import shown
from .settings import toml_text

_one_shear = [{"kind": "shear", "strain": 0.01}]  # a study needs a leg; glasses on the rig get theirs later


def _text(seed, settings):
    glass = {"samples": 1, "leg": _one_shear, **settings}
    return toml_text({"study": {"seed": seed}, "glass": glass, "lattice": {"samples": 0}})


def _prepare(seed=1, sample=0, progress=None, **settings):
    """Makes a glass from the liquid: melted, equilibrated, quenched, minimised (paper 1, sec. 2.1).

    settings: the keys of [glass] in a study file (docs/studies.md), tables as dicts:
    Glass.prepare(atoms=1000, liquid={"duration": 2000, "quench": "cooling"}). Equal seed, sample and settings
    give the glass number `sample` of a study, to the last bit. Lengths and energies are those of the potential.
    Raises InputError with all that is wrong with the settings; Ctrl-C raises KeyboardInterrupt.
    """
    with shown(progress) as show:
        return _vitrum._prepare(_text(seed, settings), sample, show)


def _read(path, potential=None, **settings):
    """Reads a glass and minimises its forces: LAMMPS data, extended XYZ, or a glass of a result file.

    potential: a name ("lj2d", "ka3d") or a table file of a metal (.alloy, .fs); None: that of paper 1.
    settings: further keys of [glass], such as force_tolerance. All atoms at one z: a glass in two dimensions.
    """
    if potential is not None:
        settings["potential"] = os.fspath(potential)
    return _vitrum._read_glasses(_text(1, {"from": [os.fspath(path)], **settings}))[0]


def _local_yield(self, threads=0, progress=None, **settings):
    """Local yield stress (paper 1, sec. 2.2): discs of atoms are sheared until they yield; the glass stays.

    settings: the keys of [glass.probes]: radii (length), angles (degrees), spacing of the square grid of places
    or places, shape (places, 2) or flat x0, y0, x1, y1, ... (length), increment, environment, ...
    Gives a Record with one entry for each test, radius by radius, place by place, angle by angle, shape
    (tests,): x, y, radius, angle, tau_i (before the test), tau_c (the local yield stress), tau_f, in units of
    stress, critical_strain, energy_drop, found (1: there was an instability).
    threads: 0 takes all cores; the result does not depend on it.
    """
    places = settings.get("places")
    if places is not None and numpy.ndim(places) > 1:
        if numpy.ndim(places) != 2 or numpy.shape(places)[1] != 2:
            raise InputError(f"places has the shape {numpy.shape(places)}; give (places, 2): x and y of each.")
        settings["places"] = numpy.ravel(places).tolist()
    if self.dimension != 2:
        raise InputError("Local tests are made in two dimensions (paper 1, sec. 2.2), and this glass has three.")
    # What the tests must find room in: a cell as large, and pairs that reach as far.
    cutoff = self._cutoff
    pair = {"species": ["A", "A"], "epsilon": 1, "sigma": 0.4 * cutoff, "inner": 0.9 * cutoff, "outer": cutoff}
    text = _text(1, {"potential": "custom", "dimension": 2, "atoms": self.atoms, "density": self.atoms / self.volume,
                     "species": [{"name": "A", "fraction": 1}], "pair": [pair],
                     "liquid": {"temperature": 1, "melt_temperature": 2},
                     "probes": {"strains": [0.0], **settings}})
    with shown(progress) as show:
        return self._local_yield(text, threads, show)


def _named(function, name):
    function.__name__ = name
    function.__qualname__ = f"Glass.{name}"
    return function


Glass.prepare = staticmethod(_named(_prepare, "prepare"))
Glass.read = staticmethod(_named(_read, "read"))
Glass.local_yield = _named(_local_yield, "local_yield")
