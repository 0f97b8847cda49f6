"""Three processes do a study; a random one is killed and started again until 100 have been killed.

Usage: hundred_kills.py VITRUM WORK SAME_RECORDS. Every time that the study is done, its records are compared with
those of an undisturbed run, to the last bit, and it begins anew in an empty folder.
"""
import pathlib
import random
import shutil
import subprocess
import sys
import time

vitrum, work, same_records = sys.argv[1:]
work = pathlib.Path(work)
study = pathlib.Path(__file__).with_name("kills.toml")
moments = random.Random(20240917)
kills_wanted, processes = 100, 3


def start(folder):
    with open(work / "log", "a") as log:
        return subprocess.Popen([vitrum, "run", study, "--output", work / folder], stdout=log, stderr=log)


def ended(process):
    """Whether a process has come to its end; it must be a good one."""
    if process.poll() not in (None, 0):
        sys.exit(f"exit code {process.returncode}; see {work}/log")
    return process.returncode == 0


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
if start("whole").wait() != 0:
    sys.exit(f"the undisturbed run failed; see {work}/log")

kills = rounds = 0
while kills < kills_wanted:
    shutil.rmtree(work / "killed", ignore_errors=True)
    alive = [start("killed") for _ in range(processes)]
    while not all(ended(process) for process in alive):
        time.sleep(moments.uniform(0.02, 0.4))
        victim = moments.randrange(processes)
        if kills == kills_wanted or ended(alive[victim]):
            continue
        alive[victim].kill()
        if alive[victim].wait() != 0:
            kills += 1
        alive[victim] = start("killed")
    rounds += 1
    subprocess.run([sys.executable, same_records, work / "whole", work / "killed"], check=True)
    for name in ("report.html", "summary.json"):
        if not (work / "killed" / name).stat().st_size:
            sys.exit(f"{name} is empty")
    left = list((work / "killed").rglob("*.vitrum-part")) + list((work / "killed/checkpoint").iterdir())
    if left:
        sys.exit(f"left behind: {left}")
print(f"{kills} kills in {rounds} studies, all records equal")
