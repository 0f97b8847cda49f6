"""Records: trees of named arrays, as result files hold them (docs/formats.md)."""

import operator
import os
from collections.abc import Mapping

import numpy

from . import _vitrum


class Array(numpy.ndarray):
    """A numpy array with a `unit` ("1": a pure number) and a `note`, a sentence that says what it is.

    It looks at the memory of the record without a copy and cannot be written; `.copy()` can. Slices keep unit
    and note; results of arithmetic are plain arrays.
    """

    unit = ""
    note = ""

    def __array_finalize__(self, source):
        self.unit = getattr(source, "unit", "")
        self.note = getattr(source, "note", "")

    def __reduce__(self):
        make, arguments, state = super().__reduce__()
        return make, arguments, (state, self.unit, self.note)

    def __setstate__(self, state):
        state, self.unit, self.note = state
        super().__setstate__(state)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        def plain(value):
            return value.view(numpy.ndarray) if isinstance(value, Array) else value

        if "out" in kwargs:
            kwargs["out"] = tuple(plain(value) for value in kwargs["out"])
        return getattr(ufunc, method)(*(plain(value) for value in inputs), **kwargs)


def _by_number(name):
    """Numbered groups in the order of their numbers, before those with names."""
    return (0, int(name), "") if name.isdecimal() else (1, 0, name)


class Record(Mapping):
    """A tree of arrays, numbers, texts and further records by name.

    record.history.states.strain, record["history/states/strain"] and record["history"]["states"]["strain"] are
    the same. Groups that are numbered (snapshots, local_yield) are also found by number: record.snapshots[0].
    What a record does not hold itself is looked for in its content, its history and its states:
    record.strain and record.events do.
    """

    _shortcuts = ("content", "history", "states")

    def __init__(self, group):
        self._group = group
        self._arrays = frozenset(group.arrays())
        self._texts = frozenset(group.texts())
        self._groups = sorted(group.groups(), key=_by_number)

    def __getitem__(self, name):
        if hasattr(name, "__index__"):
            return self._child(self._groups[operator.index(name)])
        head, _, rest = str(name).partition("/")
        found = self._own(head)
        if not rest:
            return found
        if not isinstance(found, Record):
            raise KeyError(f"{name} ({head} has nothing in it that has a name)")
        return found[rest]

    def _own(self, name):
        if name in self._arrays:
            values = self._group.array(name)
            if not isinstance(values, numpy.ndarray):
                return values
            out = values.view(Array)
            out.unit, out.note = self._group.unit(name), self._group.note(name)
            return out
        if name in self._texts:
            return self._group.text(name)
        if name in self._groups:
            return self._child(name)
        raise KeyError(f"{name} (there are {', '.join(self) or 'no entries'})")

    def _child(self, name):
        return record_of(self._group.group(name))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self._arrays or name in self._texts or name in self._groups:
            return self._own(name)
        for step in self._shortcuts:
            if step in self._groups:
                return getattr(self._child(step), name)
        raise AttributeError(f"this record has no {name} (it has {', '.join(self) or 'no entries'})")

    def __contains__(self, name):
        try:
            self[name]
        except (LookupError, TypeError):
            return False
        return True

    def __iter__(self):
        return iter([*sorted(self._arrays), *sorted(self._texts), *self._groups])

    def __len__(self):
        return len(self._arrays) + len(self._texts) + len(self._groups)

    def __dir__(self):
        return [*super().__dir__(), *self]

    # Records hold arrays, which are not equal or unequal as a whole.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __repr__(self):
        lines = []
        for name in sorted(self._arrays):
            values = self._group.array(name)
            what = repr(values) if not isinstance(values, numpy.ndarray) else f"{values.dtype} {values.shape}"
            lines.append("  ".join(filter(None, (f"{name}: {what}", self.unit(name), self.note(name)))))
        lines += [f"{name}: {_short(self._group.text(name))}" for name in sorted(self._texts)]
        lines += [f"{name}/  {len(self._child(name))} entries" for name in self._groups]
        return "\n".join(lines) or "empty record"

    def unit(self, name):
        """The unit of an array or number of this record, "1" for pure numbers."""
        return self._group.unit(name)

    def note(self, name):
        """A sentence that says what an array or number of this record is."""
        return self._group.note(name)


class ResultFile(Record):
    """A result file: `kind`, `provenance` (study, settings, seed, version, machine) and `content`.

    What the content holds is also found in the file itself: file.history, file.strain.
    """

    def __init__(self, path, kind, provenance, content):
        self.path = os.fspath(path)
        self.kind = kind
        self.provenance = Record(provenance)
        self.content = Record(content)
        self._group = content
        self._arrays, self._texts, self._groups = self.content._arrays, self.content._texts, self.content._groups

    def __getitem__(self, name):
        if isinstance(name, str) and name.split("/")[0] in ("content", "provenance"):
            head, _, rest = name.partition("/")
            return getattr(self, head)[rest] if rest else getattr(self, head)
        return super().__getitem__(name)

    def __repr__(self):
        return f"{self.path}: {self.kind}\n{super().__repr__()}"

    def describe(self):
        """What `vitrum info` says of the file: every array with shape, unit and note, and where it comes from."""
        return _vitrum._describe(self.path)


def record_of(group):
    """The Record of a group that the compiled part holds."""
    return Record(group)


def open(path):
    """Opens a result file of any kind as a ResultFile; its arrays are views, not copies.

    The file is read, checked against its checksum, and closed: nothing stays open. Plain h5py opens it, too,
    and names everything alike. Raises InputError for files that are damaged or none of Vitrum's.
    """
    return ResultFile(path, *_vitrum._open(os.fspath(path)))


def _short(text):
    first = text.splitlines()[0] if text else ""
    return repr(first) + (" ..." if first != text.rstrip("\n") else "")
