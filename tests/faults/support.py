"""What the tests of faults have in common: to run the program, and to judge what it has left."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import h5py
import numpy

PART = ".vitrum-part"
REASONS = {"ENOSPC": "No space left on device", "EDQUOT": "Disk quota exceeded", "EIO": "Input/output error",
           "EROFS": "Read-only file system"}
ADVICE = {"ENOSPC": "free some space", "EDQUOT": "free some space", "EIO": "check the disk",
          "EROFS": "make the folder writable"}


class Wrong(Exception):
    """What was demanded and is not so."""


def demand(condition, what):
    if not condition:
        raise Wrong(what)


def empty(folder):
    folder = pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


class Ended:
    """A command that has ended: its exit code (negative: killed by that signal), output and error."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def __str__(self):
        return f"exit code {self.code}\n{self.out}{self.err}"


def call(command, environment=None, cwd=None, **options):
    """Ends after two minutes at most: nothing may wait for ever."""
    return Ended(subprocess.run([str(word) for word in command], cwd=cwd, text=True, errors="replace", timeout=120,
                                stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                                env={**os.environ, **(environment or {})}, **options))


def content(path):
    """All datasets of a result file but its provenance, byte by byte, as h5py reads them."""
    found = {}
    with h5py.File(path) as file:
        def visit(name, item):
            if isinstance(item, h5py.Dataset) and not name.startswith("provenance"):
                found[name] = numpy.asarray(item[()]).tobytes(), str(item.dtype), item.shape
        file.visititems(visit)
    return found


def records(folder):
    return sorted(path for path in pathlib.Path(folder).glob("*.h5"))


def same_records(wanted, found, all_of_them=True):
    """Whether `found` holds the records of `wanted`, to the last bit; all of them, or whole ones only."""
    names = [path.name for path in records(found)]
    if all_of_them:
        demand(names == [path.name for path in records(wanted)], f"{found} holds {names}")
    for name in names:
        demand(content(wanted / name) == content(found / name), f"{found / name} has other numbers")


def stamps(folder):
    """Changes when a record is written again. What a study reads is kept anew by every run."""
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in records(folder)
            if path.name not in ("loadings.h5", "reference.h5")}


def summary(folder):
    text = json.loads((folder / "summary.json").read_text())
    text.pop("provenance", None)
    return text


def whole_files(vitrum, wanted, folder):
    """Nothing in a folder of results is half-written under its final name."""
    same_records(wanted, folder, all_of_them=False)
    for path in (folder / "checkpoint").glob("*.h5"):
        seen = call([vitrum, "info", path])
        demand(seen.code == 0, f"{path} is no whole checkpoint: {seen}")
    if (folder / "summary.json").exists():
        demand(summary(folder) == summary(wanted), "summary.json is another one")
    if (folder / "report.html").exists():
        demand((folder / "report.html").read_text().endswith("</html>\n"), "report.html is not whole")


def nothing_left(folder):
    left = [path for path in folder.rglob("*") if path.name.endswith(PART)] + list(folder.glob("checkpoint/*"))
    demand(not left, f"left behind: {left}")


def goes_on(vitrum, study, wanted, folder, command=None):
    """The same command once more does the rest: nothing twice, to the same bits, and leaves nothing behind."""
    before = stamps(folder) if folder.is_dir() else {}
    again = call(command or [vitrum, "run", study, "--output", folder])
    demand(again.code == 0, f"the next run: {again}")
    after = stamps(folder)
    for name, stamp in before.items():
        demand(after.get(name) == stamp, f"{name} was finished, and was written again")
        # What was calibrated is said in any case.
        demand(name.startswith("calibrated-") or f" {name.removesuffix('.h5')}: " not in again.err,
               f"{name} was done again: {again.err}")
    same_records(wanted, folder)
    whole_files(vitrum, wanted, folder)
    nothing_left(folder)
    demand((folder / "report.html").exists() and (folder / "summary.json").exists(), "the page is missing")


def well_said(ended, error, folder):
    """Exit code 1 and one message: the file, the reason, what to do."""
    demand(ended.code == 1, f"{error} ended with {ended}")
    said = [line for line in ended.err.splitlines() if line.startswith("vitrum failed: ")]
    pattern = rf"^vitrum failed: {re.escape(str(folder))}[^:]*: .*: {REASONS[error]}; .*{ADVICE[error]}"
    demand(len(said) == 1 and re.match(pattern, said[0]), f"{error} is not well said: {ended}")
    demand("Page:" not in ended.out, f"success was claimed: {ended}")


def needs_mpirun():
    """Ends the program as skipped where there is none; else allows it to everybody."""
    if not shutil.which("mpirun"):
        print("skipped: mpirun is not installed (apt install openmpi-bin)")
        sys.exit(77)
    os.environ["OMPI_ALLOW_RUN_AS_ROOT"] = os.environ["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1"


def run_checks(checks):
    """Calls each, tells of all that fail, and ends the program."""
    failures = 0
    for check in checks:
        try:
            check()
            print(f"good: {check.__name__}", flush=True)
        except (Wrong, subprocess.TimeoutExpired) as wrong:
            failures += 1
            print(f"FAILED: {check.__name__}: {wrong}", flush=True)
    sys.exit(failures != 0)
