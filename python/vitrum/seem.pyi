from collections.abc import Callable, Mapping
from os import PathLike
from typing import Any

from numpy.typing import ArrayLike

from . import MapSpecimen, Record

_Progress = bool | Callable[[float | None, str], object] | None

class Harvest(Record):
    def __init__(self, group: Any, harvested: Any) -> None: ...
    def replay(
        self,
        strains: ArrayLike,
        set: int = 0,
        start: tuple[float, float] | None = None,
        walkers: int = 1000,
        increment: float = 0.0,
        seed: int = 1,
        threads: int = 0,
        progress: _Progress = None,
    ) -> Record: ...
    def specimen(self, set: int = 0, sample: int = 0, seed: int = 1) -> MapSpecimen: ...

def harvest(
    sets: Mapping[str, Any], seed: int = 1, threads: int = 0, progress: _Progress = None, **settings: Any
) -> Harvest: ...
