"""One of mpirun's processes meets a disk that fails, or is killed, at the calls by which it writes; then the same command again.

Usage: ranks.py VITRUM WORK DISK_FAULTS. Which samples the process has, and so which call is struck, is chance: what must hold
holds for all.
"""
import pathlib
import sys

from support import REASONS, call, demand, empty, goes_on, needs_mpirun, run_checks, whole_files

vitrum, work, library = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
here = pathlib.Path(__file__).resolve().parent
needs_mpirun()
work = empty(work)
study = here / "glass.toml"
wanted = work / "wanted"
struck = []
# The loader's variable is set for the program alone: mpirun and the shell write files of their own.
one_of_two = 'if [ "$OMPI_COMM_WORLD_RANK" = 1 ]; then export LD_PRELOAD="$FAULTS_LIBRARY"; fi; exec "$@"'


def run(folder):
    return [vitrum, "run", study, "--set", "glass.samples=6", "--output", folder]


def with_fault(folder, at, how):
    log = work / f"{at}-{how}.log"
    log.unlink(missing_ok=True)
    ended = call(["mpirun", "--oversubscribe", "-n", "2", "bash", "-c", one_of_two, "bash", *run(folder)],
                 {"FAULTS_LIBRARY": str(library), "FAULTS_FOLDER": str(folder.parent), "FAULTS_AT": str(at),
                  "FAULTS_HOW": how, "FAULTS_LOG": str(log)})
    return ended, [line for line in log.read_text().splitlines() if line.endswith(("KILLED", "FAILED", "HALF"))]


def one_process_meets(at, how):
    """A check: what was finished stays whole, success is not claimed when a record is missing, the next run goes on."""
    def check():
        folder = empty(work / f"{at}-{how}") / "results"
        ended, met = with_fault(folder, at, how)
        struck.extend(met)
        if folder.is_dir():
            whole_files(vitrum, wanted, folder)
        if ended.code != 0:
            demand(bool(met), f"no fault, but {ended}")
            demand(how.startswith("kill") or "vitrum failed: " in ended.err or "signal" in ended.err,
                   f"it is not said what went wrong: {ended}")
            if "vitrum failed: " in ended.err:
                demand(REASONS[how.removesuffix("-once")] in ended.err, f"another reason is given: {ended}")
        goes_on(vitrum, study, wanted, folder, run(folder))
    check.__name__ = f"one process meets {how} at its call {at}"
    return check


def faults_were_met():
    demand(len(struck) >= 5, f"only {len(struck)} calls were struck")


demand(call(run(wanted)).code == 0, "the undisturbed run failed")
turn = ["kill", "ENOSPC", "kill-late", "EIO-once", "EROFS", "ENOSPC-once"]
checks = [one_process_meets(at, turn[k % len(turn)]) for k, at in enumerate([1, 3, 6, 10, 15, 28, 45, 70])]
run_checks([*checks, faults_were_met])
