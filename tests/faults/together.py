"""Two runs in one folder, and what dead ones have left there.

Usage: together.py VITRUM WORK.
"""
import fcntl
import os
import pathlib
import signal
import subprocess
import sys
import time

from support import PART, Wrong, call, demand, empty, goes_on, nothing_left, run_checks, same_records, whole_files

vitrum, work = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
here = pathlib.Path(__file__).resolve().parent
work = empty(work)
study = here / "glass.toml"
# Long enough to be met at work.
longer = ["--set", "glass.samples=4", "--set", "glass.increment=2.5e-4"]
wanted = work / "wanted"


def command(folder, *settings):
    return [vitrum, "run", study, *longer, *settings, "--output", folder]


def start(folder, *settings):
    return subprocess.Popen(command(folder, *settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(condition, what):
    until = time.monotonic() + 60
    while not condition():
        if time.monotonic() > until:
            raise Wrong(f"waited for {what} in vain")
        time.sleep(0.005)


def at_work(folder, *settings):
    """A run that has its claims and a checkpoint, and now stands still."""
    process = start(folder, *settings)
    wait_for(lambda: list(folder.glob("checkpoint/*.h5")), f"a checkpoint in {folder}")
    process.send_signal(signal.SIGSTOP)
    return process


def end(process, number=signal.SIGKILL):
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    return process.wait(120)


def they_share_the_work_and_one_is_killed():
    folder = empty(work / "shared")
    first = at_work(folder)
    second = start(folder)
    wait_for(lambda: len(list(folder.glob("glass-00?.h5"))) >= 1, "a record of the second one")
    first.kill()
    first.wait()
    out, err = second.communicate(timeout=120)
    demand(second.returncode == 0 and out.count("Page:") == 1, f"the second one: {second.returncode} {out}{err}")
    same_records(wanted, folder)
    nothing_left(folder)
    goes_on(vitrum, study, wanted, folder, command(folder))


def both_are_killed():
    folder = empty(work / "both")
    runs = [start(folder), start(folder)]
    wait_for(lambda: list(folder.glob("glass-00?.h5")), "a record")
    for process in runs:
        end(process)
    whole_files(vitrum, wanted, folder)
    goes_on(vitrum, study, wanted, folder, command(folder))


def another_study_is_refused_and_told_who_is_at_work():
    folder = empty(work / "other")
    first = at_work(folder)
    before = sorted(path.name for path in folder.rglob("*"))
    ended = call(command(folder, "--set", "glass.increment=5e-4"))
    demand(ended.code == 2 and "another run, of other settings, is writing its results here" in ended.err, str(ended))
    demand(f"process {first.pid} of this machine" in ended.err, f"it is not said who is at work ({first.pid}): {ended}")
    demand("now:   glass.increment = 5e-4" in ended.err and "choose another folder with --output" in ended.err, str(ended))
    demand(before == sorted(path.name for path in folder.rglob("*")), "the refused run has left something")
    first.send_signal(signal.SIGCONT)
    demand(first.wait(120) == 0, "the first one did not end well")
    same_records(wanted, folder)


def reports_while_a_run_is_at_work():
    folder = empty(work / "report")
    demand(call(command(folder)).code == 0, "the run before")
    for record in folder.glob("glass-003*"):
        record.unlink()
    first = at_work(folder)
    for arguments in (["report", folder], ["info", folder], ["export", folder, "--to", "csv", "--output", work / "tables"]):
        ended = call([vitrum, *arguments])
        demand(ended.code == 0, str(ended))
    first.send_signal(signal.SIGCONT)
    demand(first.wait(120) == 0, "the run did not end well")
    same_records(wanted, folder)
    nothing_left(folder)


def locks_of_the_dead():
    """The kernel knows who lives: what stands in .lock, of whatever host, process or study, keeps nobody out."""
    for text in ("", "program = vitrum 0.0.1\n[study]\nseed = 4711\n", f"{os.getpid()}\n", "1@another-host\n", "\0" * 5000):
        folder = empty(work / "stale")
        (folder / ".lock").write_text(text)
        goes_on(vitrum, study, wanted, folder, command(folder))


def parts_of_the_dead_and_of_the_living():
    """A number that another process has now tells nothing: the lock on the file does."""
    folder = empty(work / "parts")
    (folder / "checkpoint").mkdir()
    dead = [folder / f"glass-000.h5.{os.getpid()}-0{PART}", folder / f"checkpoint/glass-001.h5.1-0{PART}",
            folder / f"report.html.99999999-3{PART}"]
    for path in dead:
        path.write_bytes(b"half of a fi")
    living = folder / f"notes.txt.99999999-0{PART}"
    with open(living, "wb") as file:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1)
        demand(call(command(folder)).code == 0, "the run")
        demand(living.exists(), "a file that somebody is writing was removed")
        demand(not any(path.exists() for path in dead), "parts of dead ones are left")
    for arguments in (["report", folder], ["export", folder, "--to", "csv", "--output", folder]):
        living.write_bytes(b"now dead")
        demand(call([vitrum, *arguments]).code == 0, str(arguments))
        nothing_left(folder)


def the_same_rerun_twice_at_once():
    folder = empty(work / "rerun")
    runs = [subprocess.Popen([vitrum, "rerun", wanted / "glass-000.h5", "--output", folder / "again"], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in runs:
        out, err = process.communicate(timeout=120)
        demand(process.returncode == 0 and "The same, bit for bit" in out, f"{process.returncode} {out}{err}")
    nothing_left(folder / "again")


def exports_into_one_folder_at_once():
    folder = empty(work / "exports")
    runs = [subprocess.Popen([vitrum, "export", wanted, "--to", "csv", "--output", folder], stdout=subprocess.DEVNULL)
            for _ in range(4)]
    demand([process.wait(120) for process in runs] == [0] * 4, "an export failed")
    nothing_left(folder)
    alone = empty(work / "alone")
    call([vitrum, "export", wanted, "--to", "csv", "--output", alone])
    demand({path.name: path.read_bytes() for path in folder.iterdir()} ==
           {path.name: path.read_bytes() for path in alone.iterdir()}, "the tables differ")


def asked_to_stop():
    """SIGTERM and SIGINT: checkpoints are kept, exit code 130, and the message says what to do."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        folder = empty(work / f"stop-{number.name}")
        process = at_work(folder)
        process.send_signal(number)
        process.send_signal(signal.SIGCONT)
        _, err = process.communicate(timeout=120)
        demand(process.returncode == 130 and "the same command goes on from here" in err, f"{process.returncode} {err}")
        # A glass that was about to be done is a record instead.
        demand(list(folder.glob("checkpoint/*.h5")) or list(folder.glob("glass-*.h5")), "nothing was kept")
        nothing_half = [path for path in folder.rglob("*") if path.name.endswith(PART)]
        demand(not nothing_half, f"left behind: {nothing_half}")
        goes_on(vitrum, study, wanted, folder, command(folder))


demand(call(command(wanted)).code == 0, "the undisturbed run failed")
run_checks([they_share_the_work_and_one_is_killed, both_are_killed, another_study_is_refused_and_told_who_is_at_work,
            reports_while_a_run_is_at_work, locks_of_the_dead, parts_of_the_dead_and_of_the_living,
            the_same_rerun_twice_at_once, exports_into_one_folder_at_once, asked_to_stop])
