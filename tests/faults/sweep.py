"""A disk that fails, or a kill, at the calls by which a study or a command writes; then the same command again.

Usage: sweep.py VITRUM WORK DISK_FAULTS lattice|glass|harvest|calibration|commands [all]. Without "all" each place in the program that writes
has some of the faults, in turn; with it every call of a whole run has every fault, of a calibration one each.
"""
import concurrent.futures
import itertools
import pathlib
import re
import subprocess
import sys

from support import Wrong, call, demand, empty, goes_on, nothing_left, same_records, well_said, whole_files

vitrum, work, library, what = sys.argv[1:5]
thorough = sys.argv[5:] == ["all"]
here = pathlib.Path(__file__).resolve().parent
vitrum = pathlib.Path(vitrum).resolve()
library = pathlib.Path(library).resolve()
work = empty(work)
faults = ["kill", "ENOSPC", "kill-late", "EIO-once", "half", "EROFS", "ENOSPC-once", "EDQUOT", "EINTR-once"]


def with_fault(command, folder, at, how, log):
    log.unlink(missing_ok=True)
    return call(command, {"FAULTS_FOLDER": str(folder), "FAULTS_AT": str(at), "FAULTS_HOW": how, "FAULTS_LOG": str(log),
                          "LD_PRELOAD": str(library)})


def logged(log):
    """(number, call, path, fate) of each line."""
    if not log.exists():
        return []
    lines = (re.fullmatch(r"(\d+) (\S+) (.*?) ?(KILLED|FAILED|HALF|)", line) for line in log.read_text().splitlines())
    return [(int(line[1]), line[2], line[3], line[4]) for line in lines]


def place(one):
    """Calls of the same place in the program have this in common: numbers in names do not count."""
    return one[1], re.sub(r"\d+", "0", one[2])


def harmless(one):
    """Failures that may be passed over: they cost no result, and whoever comes next tidies up."""
    _, name, path, _ = one
    locking = path.endswith("/.lock") and name in ("ftruncate", "pwrite", "close")
    return name == "unlink" or locking or (name == "close" and not path.endswith(".vitrum-part")) or "/.look" in path


def cases_of(calls):
    """(number of the call, fault)."""
    turn = itertools.cycle(faults)
    long = what == "calibration"  # its runs take seconds
    if thorough:
        return [(one[0], how) for one in calls for how in ([next(turn)] if long else faults)]
    first = {place(one): one[0] for one in reversed(calls)}
    step = 6 if long else 2
    return [(number, next(turn)) for number in sorted(first.values())][len(calls) % step::step]


def judged(ended, how, calls, folder):
    """Whether the command that met the fault has said what is true. False: it has ended well."""
    failed = [one for one in calls if one[3] in ("FAILED", "HALF")]
    if how.startswith("kill"):
        struck = any(one[3] == "KILLED" for one in calls)
        demand(ended.code == (-9 if struck else 0), f"not killed: {ended}")
        return struck
    if ended.code == 0:
        demand(how == "EINTR-once" or all(harmless(one) for one in failed), f"success in spite of {failed}: {ended}")
        return False
    demand(bool(failed), f"no fault, but {ended}")
    demand(how != "EINTR-once", f"an interrupted call is no failure: {ended}")
    well_said(ended, "ENOSPC" if how == "half" else how.removesuffix("-once"), folder)
    return True


def try_study(study, wanted, case):
    at, how = case
    outer = empty(work / f"{at}-{how}")
    folder = outer / "results"
    log = work / f"{at}-{how}.log"
    command = [vitrum, "run", study, "--output", folder]
    ended = with_fault(command, outer, at, how, log)
    judged(ended, how, logged(log), outer)
    if folder.is_dir():
        whole_files(vitrum, wanted, folder)
        if ended.code == 0:
            same_records(wanted, folder)
    goes_on(vitrum, study, wanted, folder)
    return outer


def sweep(cases, attempt):
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(2 if thorough else 1) as pool:
        runs = {pool.submit(attempt, case): case for case in cases}
        for run in concurrent.futures.as_completed(runs):
            try:
                subprocess.run(["rm", "-rf", run.result()], check=True)
            except (Wrong, subprocess.TimeoutExpired) as wrong:
                failures += 1
                print(f"FAILED: {runs[run]}: {wrong}", flush=True)
    print(f"{len(cases)} faults, {failures} of them not met well")
    return failures


def study_of(name, source_study):
    """A study that reads the results of another, and keeps what it reads beside its records."""
    source = work / "source"
    for command in (["run", here / f"{source_study}.toml", "--output", source],
                    ["export", source, "--to", "reference", "--output", source / "below/reference.h5"]):
        made = call([vitrum, *command])
        demand(made.code == 0, str(made))
    study = work / f"{name}.toml"
    study.write_text((here / f"{name}.toml").read_text().replace("SOURCE", str(source)))
    return study


def sweep_study():
    sources = {"harvest": "lattice", "calibration": "patches"}
    study = study_of(what, sources[what]) if what in sources else here / f"{what}.toml"
    wanted = work / "wanted" / "results"
    log = work / "log"
    undisturbed = with_fault([vitrum, "run", study, "--output", wanted], wanted.parent, 0, "", log)
    demand(undisturbed.code == 0, str(undisturbed))
    calls = logged(log)
    demand(len(calls) > 30, f"only {len(calls)} calls were seen")
    print(f"{len(calls)} calls of {len({place(one) for one in calls})} places")
    return sweep(cases_of(calls), lambda case: try_study(study, wanted, case))


def commands(source):
    """What each writes into the folder `{}`, and how often: files of results differ by their dates."""
    glass, lattice = source / "glass/glass-000.h5", source / "lattice/lattice-000.h5"
    out = {kind: ["export", glass, "--to", kind, "--output", "{}"] for kind in ("csv", "extxyz", "lammps", "dump")}
    out |= {kind: ["export", lattice, "--to", kind, "--output", "{}"] for kind in ("vti", "xdmf")}
    out["tables"] = ["export", source / "glass", "--to", "csv", "--output", "{}"]
    out["loadings"] = ["export", source / "glass", "--to", "loadings", "--output", "{}/loadings.h5"]
    out["reference"] = ["export", source / "lattice", "--to", "reference", "--output", "{}/below/reference.h5"]
    out["report"] = ["report", "{}"]
    out["rerun"] = ["rerun", source / "glass/glass-000-local-0000.h5", "--output", "{}"]
    return out


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and path.name != ".lock" and not path.name.endswith(".vitrum-part")}


def prepare(name, source, folder):
    empty(folder.parent)
    if name == "report":
        subprocess.run(["cp", "-a", source / "lattice", folder], check=True)
        (folder / "report.html").unlink()


def same_files(name, wanted, folder, all_of_them):
    """Under its final name nothing is half-written."""
    if name == "rerun":
        return same_records(wanted, folder, all_of_them)
    ours, theirs = files(folder), files(wanted)
    demand(not all_of_them or ours.keys() == theirs.keys(), f"{folder} holds {sorted(ours)}")
    for path, bytes_of_it in ours.items():
        demand(bytes_of_it == theirs[path], f"{folder / path} is another one")
    return None


def try_command(name, command, source, wanted, case):
    _, at, how = case
    folder = work / f"{name}-{at}-{how}" / "out put"
    log = work / f"{name}-{at}-{how}.log"
    prepare(name, source, folder)
    filled = [vitrum, *(str(word).format(folder) for word in command)]
    ended = with_fault(filled, folder.parent, at, how, log)
    judged(ended, how, logged(log), folder.parent)
    if folder.is_dir():
        same_files(name, wanted, folder, all_of_them=ended.code == 0)
    again = call(filled)
    demand(again.code == 0, f"once more: {again}")
    same_files(name, wanted, folder, all_of_them=True)
    nothing_left(folder)
    return folder.parent


def sweep_commands():
    source = work / "source"
    for study in ("glass", "lattice"):
        made = call([vitrum, "run", here / f"{study}.toml", "--output", source / study])
        demand(made.code == 0, str(made))
    cases, attempts = [], {}
    turn = itertools.cycle(faults)
    for name, command in commands(source).items():
        wanted = work / f"wanted-{name}" / "out put"
        prepare(name, source, wanted)
        log = work / f"{name}.log"
        ended = with_fault([vitrum, *(str(word).format(wanted) for word in command)], wanted.parent, 0, "", log)
        demand(ended.code == 0, f"{name}: {ended}")
        calls = logged(log)
        demand(len(calls) > 5, f"{name}: only {len(calls)} calls were seen")
        attempts[name] = (command, wanted)
        some = cases_of(calls) if thorough else [(one[0], next(turn)) for one in calls if one[0] % 5 == len(name) % 5]
        cases += [(name, at, how) for at, how in some]
    return sweep(cases, lambda case: try_command(case[0], attempts[case[0]][0], source, attempts[case[0]][1], case))


sys.exit((sweep_commands() if what == "commands" else sweep_study()) != 0)
