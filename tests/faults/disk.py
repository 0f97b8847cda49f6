"""Disks that are truly full, limits of size, folders that may not be written, names that are taken, streams that are shut.

Usage: disk.py VITRUM WORK REFERENCE. What needs a mount is done in a mount namespace of its own, where that is allowed.
"""
import os
import pathlib
import pty
import re
import resource
import signal
import stat
import subprocess
import sys
import time

from support import call, demand, empty, goes_on, nothing_left, run_checks, same_records, well_said, whole_files

vitrum, work, reference = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
here = pathlib.Path(__file__).resolve().parent
mounts = os.environ.get("FAULTS_MOUNTS")
if mounts is None:
    # The rest is done by this program again, where it may mount.
    space = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    may = subprocess.run([*space, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True).returncode == 0
    os.environ["FAULTS_MOUNTS"] = "yes" if may else ""
    command = [sys.executable, *sys.argv]
    os.execvp((space + command)[0] if may else command[0], space + command if may else command)

work = empty(work)
study = here / "glass.toml"
wanted = work / "wanted"


def run(folder, **options):
    return call([vitrum, "run", study, "--output", folder], **options)


def disk(name, options):
    folder = empty(work / name)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    return folder


def remount(folder, options):
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def full_disks():
    for size in (4, 40, 100, 400):
        folder = disk(f"full-{size}", f"size={size}k")
        ended = run(folder / "results")
        well_said(ended, "ENOSPC", folder)
        if (folder / "results").is_dir():
            whole_files(vitrum, wanted, folder / "results")
        again = run(folder / "results")
        well_said(again, "ENOSPC", folder)  # no better than before, and no worse
        remount(folder, "size=20m")
        goes_on(vitrum, study, wanted, folder / "results")


def no_more_files():
    for count in (3, 8):
        folder = disk(f"inodes-{count}", f"size=20m,nr_inodes={count}")
        well_said(run(folder / "results"), "ENOSPC", folder)
        remount(folder, "nr_inodes=1000")
        goes_on(vitrum, study, wanted, folder / "results")


def exports_to_a_full_disk():
    for kind, source in (("extxyz", "glass-000.h5"), ("csv", "glass-000.h5"), ("csv", ""), ("loadings", "")):
        folder = disk(f"export-{kind}-{bool(source)}", "size=8k")
        out = folder / "out.h5" if kind == "loadings" else folder
        ended = call([vitrum, "export", wanted / source, "--to", kind, "--output", out])
        well_said(ended, "ENOSPC", folder)
        nothing_left(folder)
        remount(folder, "size=20m")
        again = call([vitrum, "export", wanted / source, "--to", kind, "--output", out])
        demand(again.code == 0, str(again))
        nothing_left(folder)


def read_only_folders():
    folder = disk("read-only", "size=20m")
    demand(run(folder / "results").code == 0, "the run before")
    for record in folder.glob("results/glass-001*"):
        record.unlink()
    remount(folder, "ro")
    well_said(run(folder / "other"), "EROFS", folder)
    well_said(run(folder / "results"), "EROFS", folder)
    well_said(call([vitrum, "report", folder / "results"]), "EROFS", folder)
    well_said(call([vitrum, "rerun", wanted / "glass-000.h5", "--output", folder / "again"]), "EROFS", folder)
    for kind in ("csv", "extxyz", "reference", "loadings"):
        source = wanted if kind in ("reference", "loadings") else wanted / "glass-000.h5"
        out = folder / "new" if kind != "csv" else folder
        well_said(call([vitrum, "export", source, "--to", kind, "--output", out]), "EROFS", folder)
    # What only reads needs no more.
    for command in (["info", folder / "results"], ["info", folder / "results/glass-000.h5"],
                    ["export", folder / "results", "--to", "csv", "--output", work / "elsewhere"]):
        ended = call([vitrum, *command])
        demand(ended.code == 0, str(ended))
    remount(folder, "rw")
    goes_on(vitrum, study, wanted, folder / "results")


def folders_without_the_right_to_write():
    """As another user than root, for whom no right is missing."""
    folder = empty(work / "no-right")
    (folder / "results").mkdir()
    who = {"user": 65534} if os.geteuid() == 0 else {}
    try:
        if call([vitrum, "--version"], **who).code != 0:
            raise PermissionError
    except PermissionError:
        print("skipped: the program cannot be started by another user here")
        return
    (folder / "results").chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH)
    ended = run(folder / "results", **who)
    (folder / "results").chmod(0o755)
    demand(ended.code == 1 and "Permission denied; make the folder writable" in ended.err, str(ended))
    goes_on(vitrum, study, wanted, folder / "results")


def limits_of_size():
    for limit in (512, 50_000, 150_000):
        folder = empty(work / f"limit-{limit}") / "results"
        ended = run(folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        demand(ended.code == 1 and "cannot be written: File too large; files may not grow that large here (see ulimit -f)"
               in ended.err and "Page:" not in ended.out, str(ended))
        goes_on(vitrum, study, wanted, folder)


def names_that_are_taken():
    place = empty(work / "taken")
    (place / "file").write_text("mine")
    (place / "dangling").symlink_to("nowhere/at/all")
    for name in ("file", "file/below", "dangling", "dangling/below"):
        for command in (["run", study], ["rerun", wanted / "glass-000.h5"],
                        ["export", wanted / "glass-000.h5", "--to", "csv"], ["export", wanted, "--to", "csv"],
                        ["export", wanted, "--to", "loadings"]):
            out = place / name / "x.h5" if command[-1] == "loadings" else place / name
            ended = call([vitrum, *command, "--output", out])
            demand(ended.code == 1, f"{command} into {name}: {ended}")
            demand(f"{place}/{name.split('/')[0]}: is not a folder, and none can be made" in ended.err and
                   "choose another name with --output" in ended.err, str(ended))
    demand((place / "file").read_text() == "mine" and not (place / "nowhere").exists(), "something was written")
    ended = run(place / ("x" * 300))
    demand(ended.code == 1 and "File name too long; choose a shorter name with --output" in ended.err, str(ended))
    # A link to a folder is a folder.
    (place / "real").mkdir()
    (place / "link").symlink_to("real")
    goes_on(vitrum, study, wanted, place / "link")


def names_with_anything_in_them():
    place = empty(work / "na mes") / "größe λ „x“" / "a'b \"c\" $HOME; %s {}"
    place.mkdir(parents=True)
    own = place / "σ study.toml"
    own.write_text(study.read_text())
    folder = place / "out put\t日本"
    for _ in range(2):
        goes_on(vitrum, own, wanted, folder)
    for arguments in (["rerun", folder / "glass-000.h5", "--output", place / "re run"], ["report", folder],
                      ["export", folder / "glass-000.h5", "--to", "extxyz", "--output", place / "ex port"],
                      ["export", folder, "--to", "loadings", "--output", place / "lo ad.h5"],
                      ["info", folder / "glass-000.h5"], ["info", folder]):
        ended = call([vitrum, *arguments])
        demand(ended.code == 0, str(ended))


def what_is_printed_on_a_full_disk():
    glass = wanted / "glass-000.h5"
    for arguments in (["new"], ["new", "--reference"], ["--version"], ["--version", "--json"], ["--help"],
                      ["info", wanted], ["info", wanted, "--json"], ["info", glass], ["info", glass, "--json"],
                      ["check", study], ["kernel", "--size", "7", "--shear-modulus", "13", "--bulk-modulus", "59", "--angle",
                                         "0"], ["evaluate", reference / "lammps2d/esl_1k_1.dat", "--json"],
                      ["export", glass, "--to", "csv", "--output", work / "printed"], ["report", wanted],
                      ["run", study, "--output", wanted], ["rerun", glass, "--output", work / "printed-rerun"]):
        with open("/dev/full", "w") as full:
            ended = call([vitrum, *arguments], stdout=full)
        demand(ended.code == 1 and "standard output cannot be written: No space left on device; " in ended.err,
               f"{arguments}: {ended}")


def a_log_on_a_full_disk():
    folder = empty(work / "log") / "results"
    with open("/dev/full", "w") as full:
        done = subprocess.run([vitrum, "run", study, "--output", folder], stdout=subprocess.PIPE, stderr=full, timeout=120)
    demand(done.returncode == 0, f"exit code {done.returncode}")
    goes_on(vitrum, study, wanted, folder)


def shut_streams():
    for shut in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        folder = empty(work / "shut") / "results"
        ended = call(["bash", "-c", f'"$0" run "$1" --output "$2" {shut}', vitrum, study, folder])
        demand(ended.code == 0, f"{shut}: {ended}")
        lock = (folder / ".lock").read_text()
        demand(lock.startswith("program = vitrum") and "expected in all" not in lock and "Page:" not in lock,
               f"{shut}: messages were written into .lock: {lock}")
        goes_on(vitrum, study, wanted, folder)


def at_a_terminal(folder, **options):
    """A run that shows its progress on a terminal, and the terminal's other end."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([vitrum, "run", study, "--output", folder, "--set", "glass.samples=4"],
                               stdout=subprocess.DEVNULL, stderr=theirs, **options)
    os.close(theirs)
    return process, ours


def a_terminal_that_goes():
    # Started by nohup, or disowned: the work goes on.
    folder = empty(work / "nohup") / "results"
    process, end = at_a_terminal(folder, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    os.read(end, 1)
    os.close(end)
    demand(process.wait(120) == 0, f"exit code {process.returncode} when the terminal had gone")
    same_records(wanted, folder_of_two(folder))
    # Else the end of the terminal is a request to stop.
    folder = empty(work / "hangup") / "results"
    process, end = at_a_terminal(folder, start_new_session=True)
    os.read(end, 1)
    process.send_signal(signal.SIGHUP)
    os.close(end)
    code = process.wait(120)
    demand(code in (130, 0), f"exit code {code} after SIGHUP")
    whole_files(vitrum, wanted, folder)
    goes_on(vitrum, study, wanted, folder)


def folder_of_two(folder):
    """Of the four glasses those that are wanted."""
    for path in [*folder.glob("glass-002*"), *folder.glob("glass-003*")]:
        path.unlink()
    return folder


def a_record_that_has_gone():
    """Removed, as messages advise for damaged ones: its local tests are still there."""
    folder = empty(work / "gone") / "results"
    demand(run(folder).code == 0, "the run before")
    (folder / "glass-001.h5").unlink()
    ended = call([vitrum, "report", folder])
    demand(ended.code == 0 and "Glass 1 is left out: its record is missing" in (folder / "summary.json").read_text(), str(ended))
    ended = call([vitrum, "export", folder, "--to", "loadings", "--output", work / "gone.h5"])
    demand(ended.code == 2 and "the record of glass 1 is missing" in ended.err, str(ended))
    goes_on(vitrum, study, wanted, folder)


def damaged_files():
    """What a failing disk makes of files: named, with what to do; then that helps."""
    for harm in (lambda path: path.write_bytes(b""), lambda path: os.truncate(path, 5000),
                 lambda path: path.write_bytes(bytes(8192) + path.read_bytes()[8192:])):
        folder = empty(work / "damaged") / "results"
        demand(run(folder).code == 0, "the run before")
        record = folder / "glass-000.h5"
        harm(record)
        for arguments in (["run", study, "--output", folder], ["report", folder], ["info", record],
                          ["export", record, "--to", "csv", "--output", work / "damaged-csv"], ["rerun", record]):
            ended = call([vitrum, *arguments])
            demand(ended.code == 2 and re.search(f"{re.escape(str(record))}: .*; .*(remove it and run its study again|give a "
                                                 ".h5 file from a folder of results)", ended.err), f"{arguments}: {ended}")
        record.unlink()
        goes_on(vitrum, study, wanted, folder)


def the_end_is_not_waited_for():
    """The clock of the test itself: nothing above took minutes."""
    demand(time.monotonic() - began < 300, "something waited")


began = time.monotonic()
demand(run(wanted).code == 0, "the undisturbed run failed")
checks = [folders_without_the_right_to_write, limits_of_size, names_that_are_taken, names_with_anything_in_them,
          what_is_printed_on_a_full_disk, a_log_on_a_full_disk, shut_streams, a_terminal_that_goes,
          a_record_that_has_gone, damaged_files,
          the_end_is_not_waited_for]
if mounts:
    checks = [full_disks, no_more_files, exports_to_a_full_disk, read_only_folders, *checks]
else:
    print("skipped: full disks and read-only folders, for nothing may be mounted here")
run_checks(checks)
