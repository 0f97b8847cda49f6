"""Elasto-plastic lattices."""

from . import _vitrum
from ._vitrum import Lattice
from .progress import shown
from .settings import toml_text

_one_shear = [{"kind": "shear", "strain": 0.01}]


def _text(seed, lattice):
    settings = {"samples": 1, "leg": _one_shear, **lattice}
    return toml_text({"study": {"seed": seed}, "glass": {"samples": 0}, "lattice": settings})


def made_with(make, /, seed=1, sample=0, progress=None, **settings):
    """What Lattice(...) does; the compiled part asks for it."""
    with shown(progress) as show:
        return make(_text(seed, settings), sample, show)


def _local_yield(self, state=0, progress=None, **settings):
    """Local yield stress of patches of n x n elements (paper 1, sec. 3.5); the lattice stays as it is.

    settings: the keys of [lattice.patches]: sizes (elements along the edge), angles (degrees), increment,
    largest_strain, places ("random" or "every"). state: which random numbers of the sample are used.
    Gives a Record as Glass.local_yield does.
    """
    patches = {"strains": [0.0], **settings}
    text = _text(1, {"columns": self.columns, "rows": self.rows, "patches": patches})
    with shown(progress) as show:
        return self._local_yield(text, state, show)


_local_yield.__name__ = "local_yield"
_local_yield.__qualname__ = "Lattice.local_yield"
Lattice.local_yield = _local_yield


def kernel(columns, rows, shear_modulus, bulk_modulus, angle=0.0):
    """Stress of a bi-periodic lattice around a unit plastic shear (gamma = 1) of one element.

    angle: slip angle in degrees; moduli in one unit, that of the stresses; bulk_modulus two-dimensional.
    Gives a Record with stress_xx, stress_yy, stress_xy, shape (rows, columns), and the offsets dx and dy of
    columns and rows from the element that slipped.
    """
    return _vitrum._kernel(columns, rows, shear_modulus, bulk_modulus, angle)
