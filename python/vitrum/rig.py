"""Specimens loaded by programs."""

from ._vitrum import Loading
from .progress import shown


def _run(self, progress=None):
    """Does what is left of the program. Ctrl-C stops between two increments; run() goes on from there.

    progress: None shows a line if standard error is a terminal, True always, False never; or a function that
    is called as progress(share, what).
    """
    with shown(progress) as show:
        self._run(show)


Loading.run = _run
Loading.run.__name__ = "run"


def load(specimen, program, increment=None, progress=None):
    """Runs a loading program on a specimen, from its present state on, and gives back its record.

    The record is what a result file holds: `strain` (engineering shear strain), `stress_xx` ... `stress_xy`
    (tension positive), `energy` (of the whole specimen) and `leg`, shape (states,); `events` with `strain`,
    `stress_before`, `stress_after`, `energy_before`, `dissipated`, ..., shape (events,); `snapshots`, `moduli`,
    `along` (what a program's measure_* ask for: `strain`, `stability`, `back_stress`), `measures`. The specimen stands at the end of the program then.

    increment: strain increment, instead of the program's.
    progress: None shows a line if standard error is a terminal, True always, False never; or a function
    progress(share, what). Ctrl-C raises KeyboardInterrupt; the specimen stays where it was stopped. A Loading
    can go on.
    """
    if increment is not None:
        program = program.copy()
        program.increment = increment
    loading = Loading(specimen, program)
    loading.run(progress)
    return loading.record()
