"""Clocks that jump by hours while a study is at work: the same records, a sane log, and nothing is waited for.

Usage: clock.py VITRUM WORK CLOCK_JUMPS.
"""
import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import h5py

from support import call, demand, empty, goes_on, nothing_left, run_checks, same_records, summary

vitrum, work, library = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
here = pathlib.Path(__file__).resolve().parent
work = empty(work)
study = here / "glass.toml"
wanted = work / "wanted"
hours = 5 * 3600
used_and_to_go = re.compile(r"\d\d:\d\d:\d\d +\d+ %  (\d+ h )?(\d+ min )?(\d+ s )?used, "
                            r"(estimating|((\d+ h )?(\d+ min )?(\d+ s )?to go))   \S+: ")


def clock(jump, after, which="wall", begin=0):
    return {"LD_PRELOAD": str(library), "CLOCK_JUMP": str(jump), "CLOCK_AFTER": str(after), "CLOCK_WHICH": which,
            "CLOCK_BEGIN": str(begin)}


def run(folder, environment, *settings):
    return call([vitrum, "run", study, "--output", folder, *settings], environment)


def sane(ended, jumped_forward):
    demand(ended.code == 0, str(ended))
    lines = [line for line in ended.err.splitlines() if " % " in line]
    demand(bool(lines), f"no progress was shown: {ended}")
    for line in lines:
        demand(used_and_to_go.match(line), f"not a sane line: {line}")
        if not jumped_forward:
            demand(" h " not in line, f"hours that did not pass: {line}")


def date_of(path):
    with h5py.File(path) as file:
        return datetime.datetime.fromisoformat(file["provenance/date"].asstr()[()].replace("Z", "+00:00"))


def jumps():
    for which in ("wall", "all"):
        for jump in (-hours, hours):
            for after in (0, 80, 200):
                folder = empty(work / f"{which}{jump}-{after}")
                began = time.monotonic()
                ended = run(folder, clock(jump, after, which), "--set", "study.threads=2")
                demand(time.monotonic() - began < 60, "something was waited for")
                sane(ended, which == "all" and jump > 0)
                same_records(wanted, folder)
                nothing_left(folder)
                json.loads((folder / "summary.json").read_text())


def set_back_between_two_runs():
    """The clock was five hours ahead, and is right now: the latest settings are still known as the latest."""
    folder = empty(work / "between")
    demand(run(folder, clock(0, 0, begin=hours), "--set", "glass.samples=1").code == 0, "the run before")
    ahead = time.time() + hours
    for record in folder.glob("*.h5"):
        os.utime(record, (ahead, ahead))
    first = date_of(folder / "glass-000.h5")
    demand(first.timestamp() > time.time() + hours - 600, f"the clock was not ahead: {first}")
    demand(run(folder, {}).code == 0, "the run after")
    before = summary(folder)
    demand(call([vitrum, "report", folder]).code == 0, "report")
    demand(summary(folder) == before, "a page made again has lost samples")
    demand(date_of(folder / "glass-001.h5") >= first, "the newer record has the older date")
    same_records(wanted, folder)


def killed_and_gone_on_with_another_time():
    for jump in (-hours, hours):
        folder = empty(work / f"killed{jump}")
        process = subprocess.Popen([vitrum, "run", study, "--output", folder], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env={**os.environ, **clock(0, 0, begin=-jump)})
        until = time.monotonic() + 60
        while not list(folder.glob("checkpoint/*.h5")):
            demand(time.monotonic() < until, "no checkpoint")
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        goes_on(vitrum, study, wanted, folder)


def two_machines_whose_clocks_differ():
    folder = empty(work / "differ")
    runs = [subprocess.Popen([vitrum, "run", study, "--output", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True, env={**os.environ, **clock(0, 0, begin=begin)}) for begin in (hours, -hours)]
    try:
        said = [process.communicate(timeout=120) for process in runs]
    finally:
        for process in runs:
            process.kill()
    demand([process.returncode for process in runs] == [0, 0], str(said))
    same_records(wanted, folder)
    nothing_left(folder)


demand(run(wanted, {}).code == 0, "the undisturbed run failed")
run_checks([jumps, set_back_between_two_runs, killed_and_gone_on_with_another_time, two_machines_whose_clocks_differ])
