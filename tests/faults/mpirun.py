"""mpirun that is interrupted: what was finished stays, and the next run, of any number of processes, goes on.

Usage: mpirun.py VITRUM WORK.
"""
import os
import pathlib
import signal
import subprocess
import sys
import time

from support import Wrong, call, demand, empty, goes_on, needs_mpirun, run_checks, whole_files

vitrum, work = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
here = pathlib.Path(__file__).resolve().parent
needs_mpirun()
work = empty(work)
study = here / "glass.toml"
wanted = work / "wanted"


def run(folder):
    """Enough glasses to last for seconds on a fast machine: what interrupts them must come before they end."""
    return [str(word) for word in (vitrum, "run", study, "--set", "glass.samples=24", "--set", "glass.increment=2e-4",
                                   "--output", folder)]


def by_mpirun(folder, processes):
    return ["mpirun", "--oversubscribe", "-n", str(processes), *run(folder)]


def processes_of(folder):
    """Ids of the processes of mpirun that work in a folder, by rank."""
    found = {}
    for place in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            variables = dict(pair.split(b"=", 1) for pair in (place / "environ").read_bytes().split(b"\0") if b"=" in pair)
        except OSError:
            continue
        if words[0] == str(vitrum).encode() and str(folder).encode() in words:
            found[int(variables.get(b"OMPI_COMM_WORLD_RANK", b"-1"))] = int(place.name)
    return found


def interrupt(name, how):
    """Begins, is interrupted by `how(process of mpirun, processes by rank)` when a record is there; the folder."""
    folder = empty(work / name)
    process = subprocess.Popen(by_mpirun(folder, 2), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    until = time.monotonic() + 100
    ranks = {}
    while sorted(ranks) != [0, 1] or not list(folder.glob("glass-0??.h5")):
        if time.monotonic() > until or process.poll() is not None:
            process.kill()
            raise Wrong(f"no record came, of processes {ranks}: {process.communicate()}")
        if sorted(ranks) != [0, 1]:  # looked for first, as it takes long beside a run of a second
            ranks = processes_of(folder)
        time.sleep(0.005)
    how(process, ranks)
    out, err = process.communicate(timeout=60)
    until = time.monotonic() + 30
    while processes_of(folder):
        demand(time.monotonic() < until, f"processes are left alone: {processes_of(folder)}")
        time.sleep(0.05)
    demand(process.returncode != 0 and "Page:" not in out, f"success was claimed: {process.returncode} {out}{err}")
    demand(not (folder / "report.html").exists(), "a page of a study that is not done")
    whole_files(vitrum, wanted, folder)
    return folder, err


def what_to_do_is_said(err):
    """mpirun kills what has not ended a second after it was told to, which on a busy machine may be before a word."""
    demand("the same command goes on from here" in err or "signal 9" in err, f"it is not said what to do: {err}")


def a_process_is_killed():
    folder, _ = interrupt("killed", lambda process, ranks: os.kill(ranks[1], signal.SIGKILL))
    goes_on(vitrum, study, wanted, folder, run(folder))


def mpirun_is_terminated():
    folder, err = interrupt("terminated", lambda process, ranks: process.send_signal(signal.SIGTERM))
    what_to_do_is_said(err)
    goes_on(vitrum, study, wanted, folder, by_mpirun(folder, 2))


def control_c():
    """As a terminal does it: the signal goes to mpirun and, by it, to all."""
    folder, err = interrupt("control-c", lambda process, ranks: process.send_signal(signal.SIGINT))
    what_to_do_is_said(err)
    goes_on(vitrum, study, wanted, folder, by_mpirun(folder, 3))


def mpirun_itself_is_killed():
    """Then its processes end too, or finish the study by themselves: either way the folder is good."""
    folder = empty(work / "launcher")
    process = subprocess.Popen(by_mpirun(folder, 2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 100
    while not list(folder.glob("glass-0??.h5")):
        demand(time.monotonic() < until, "no record came")
        time.sleep(0.005)
    process.kill()
    process.wait()
    goes_on(vitrum, study, wanted, folder, run(folder))  # with what may be left of them


demand(call(run(wanted)).code == 0, "the undisturbed run failed")
run_checks([a_process_is_killed, mpirun_is_terminated, control_c, mpirun_itself_is_killed])
