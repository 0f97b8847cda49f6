"""Studies: checked, run, and what they leave."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from . import _vitrum
from .errors import InputError
from .progress import shown
from .record import open as open_file
from .record import Record
from .settings import toml_text, toml_value


class Results(Mapping):
    """A folder of results. results["glass-000"] is the file glass-000.h5, opened when it is asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise InputError(f"{folder} is no folder of results; name one, such as results/quick")

    def __getitem__(self, name):
        path = self.folder / f"{name}.h5"
        if not path.exists():
            raise KeyError(f"{name} (there are {', '.join(self) or 'no files'})")
        return open_file(path)

    def __iter__(self):
        def by_number(name):
            return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)]

        return iter(sorted((path.stem for path in self.folder.glob("*.h5")), key=by_number))

    def __len__(self):
        return sum(1 for _ in self.folder.glob("*.h5"))

    def __repr__(self):
        return f"results in {self.folder}: {', '.join(self) or 'no files'}"

    @property
    def summary(self):
        """summary.json as a dict: every number of the page's tables by its key, with value, error and unit."""
        return json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))

    @property
    def page(self):
        """Path of the page, report.html."""
        return self.folder / "report.html"

    @property
    def glasses(self):
        """The records of the glasses, in order of their numbers."""
        return [self[name] for name in self if name.startswith("glass-") and "-local-" not in name]

    @property
    def lattices(self):
        """The records of the lattices, in order of their numbers; a file holds a batch of them."""
        return self._batches("lattice-")

    @property
    def elements(self):
        """The records of lattices of harvested elements."""
        return [self[name] for name in self if name.startswith("elements-")]

    def local_yield(self, model="glass", sample=0):
        """Local shear tests of one sample: a list of Records, as Glass.local_yield gives, by tested state."""
        if model != "glass":
            return list(self.lattices[sample].local_yield.values())
        names = [n for n in self if n == f"glass-{sample:03}" or n.startswith(f"glass-{sample:03}-local-")]
        return [tests for n in names if "local_yield" in self[n] for tests in self[n]["local_yield"].values()]

    def _batches(self, start):
        out = []
        for name in self:
            if name.startswith(start):
                file = self[name]
                out += [one for one in file.values() if isinstance(one, Record) and "history" in one]
        return sorted(out, key=lambda one: one["sample"])


def _read(study, settings, output):
    overrides = [f"{key}={value if isinstance(value, str) else toml_value(value)}"
                 for key, value in (settings or {}).items()]
    if output is not None:
        overrides.append("study.output=" + os.fspath(output))
    if isinstance(study, Mapping):
        return "study", toml_text(study), overrides
    if isinstance(study, str) and "\n" in study:
        return "study", study, overrides
    return os.fspath(study), None, overrides


def run(study, set=None, output=None, progress=None):
    """Runs a study, or goes on with one that was stopped, and gives its Results.

    study: path of a study file, or its text (of more than one line), or a dict of its tables.
    set: settings over those of the study: {"glass.samples": 16}.
    output: folder of results; None: as the study says, else results/<name>.
    progress: None shows a line if standard error is a terminal, True always, False never; or a function that
    is called as progress(share, what), share from 0 to 1, or None for a remark.
    Ctrl-C keeps a checkpoint and raises KeyboardInterrupt; the same call goes on, to the same bits.
    Raises InputError, whose `messages` lists everything that is wrong with the study.
    """
    with shown(progress) as show:
        return Results(_vitrum._run(*_read(study, set, output), show))


def check(study, set=None, output=None):
    """Checks a study without running it: raises InputError with all mistakes at once.

    Gives a dict: `cost` by stage (core_seconds, wall_seconds, memory_bytes, disk_bytes), `settings` (all of them,
    as TOML), `output` (the folder) and `remarks` on what looks odd.
    """
    return _vitrum._check(*_read(study, set, output))


def results(folder):
    """The Results in a folder that a study left."""
    return Results(folder)


def report(folder):
    """Makes the page and summary.json of a folder of results again, and gives its Results."""
    _vitrum._report(os.fspath(folder))
    return Results(folder)
