"""Files of every past format are opened by every command that reads them; those of a newer one are refused in words.

Usage: old_files.py VITRUM WORK FORMATS, the last one tests/reference/formats.
"""
import csv
import gzip
import json
import pathlib
import sys

import h5py
import numpy

from support import call, demand, empty, run_checks

vitrum, work, formats = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
work = empty(work)
results = ("glass-", "lattice-", "elements-")


def unpacked(version):
    """The files of a format: those of a folder of results in `results`, the others beside it."""
    folder = work / str(version)
    (folder / "results").mkdir(parents=True, exist_ok=True)
    for path in (formats / str(version)).glob("*.gz"):
        name = path.name.removesuffix(".gz")
        (folder / "results" / name if name.startswith(results) else folder / name).write_bytes(gzip.decompress(path.read_bytes()))
    return folder


def done(*arguments, code=0, cwd=None):
    ended = call([vitrum, *arguments], cwd=cwd)
    demand(ended.code == code, f"{' '.join(map(str, arguments))}: {ended}")
    return ended


def files_of(folder):
    return {path.name: path for path in sorted(folder.rglob("*.h5"))}


def column(path, name):
    with open(path, newline="") as file:
        return numpy.array([float(row[name]) for row in csv.DictReader(file)])


def read(path, name):
    with h5py.File(path) as file:
        return numpy.asarray(file[name][()])


def h5py_reads_what_it_read_then(folder, version):
    kept = json.loads((formats / str(version) / "numbers.json").read_text())
    files = files_of(folder)
    demand(len(kept) > 50, "there are few numbers")
    for name, (shape, total, last) in kept.items():
        file, dataset = name.split("/", 1)
        values = read(files[file], dataset)
        demand(list(values.shape) == shape and float(values.flat[-1]) == last, f"{name} was changed")
        demand(numpy.isclose(float(values.sum()), total, rtol=1e-12, atol=1e-12 * numpy.abs(values).sum()), f"{name} was changed")


def info_says_what_is_in_them(folder, version):
    for path in files_of(folder).values():
        demand(f"file format {version}\n" in done("info", path).out, f"{path} is of format {version}")
        described = json.loads(done("info", "--json", path).out)
        demand(described["format_version"] == version, f"{path} is of format {version}")
        with h5py.File(path) as file:
            demand(described["kind"] == file["kind"].asstr()[()], f"{path} is another kind")
            demand(set(described["content"]) >= set(file["content"]), f"{path}: {set(described['content'])}")
        for number, sample in enumerate(described["summary"]["samples"]):
            place = f"content/{number}" if path.name.startswith("lattice") else "content"
            demand(sample["states"] == len(read(path, f"{place}/history/states/strain")), f"{path}: {sample}")
            demand(sample["events"] == len(read(path, f"{place}/history/events/strain")), f"{path}: {sample}")


def exports_hold_the_same_numbers(folder):
    place = folder / "results"
    out = folder / "csv"
    for name in ("glass-000", "lattice-000", "elements-00-000", "glass-000-local-0000"):
        done("export", place / f"{name}.h5", "--to", "csv", "--output", out / name)
    for table, file, group in ((out / "glass-000/glass-000", place / "glass-000.h5", "content"),
                               (out / "lattice-000/lattice-000", place / "lattice-000.h5", "content/0"),
                               (out / "lattice-000/lattice-001", place / "lattice-000.h5", "content/1")):
        for name in ("strain", "stress_xy", "stress_xx", "energy", "leg"):
            demand(numpy.array_equal(column(f"{table}-states.csv", name), read(file, f"{group}/history/states/{name}")),
                   f"{table}-states.csv: {name}")
        for name in ("strain", "stress_before", "stress_after", "dissipated", "slips", "direction"):
            demand(numpy.array_equal(column(f"{table}-events.csv", name), read(file, f"{group}/history/events/{name}")),
                   f"{table}-events.csv: {name}")
    for kind, source in (("extxyz", "glass-000.h5"), ("lammps", "glass-000.h5"), ("dump", "glass-000.h5"),
                         ("vti", "lattice-000.h5"), ("xdmf", "lattice-000.h5"), ("vti", "elements-00-000.h5"),
                         ("xdmf", "elements-00-000.h5")):
        done("export", place / source, "--to", kind, "--output", folder / kind)
    frame = (folder / "extxyz/glass-000.xyz").read_text().splitlines()
    demand(int(frame[0]) == 64, f"{frame[0]} atoms")
    for kind in ("reference", "loadings"):
        done("export", place, "--to", kind, "--output", folder / f"again-{kind}.h5")


def local_tests_are_read(folder):
    file = folder / "results/glass-000-local-0000.h5"
    tables = list((folder / "csv/glass-000-local-0000").glob("*-local.csv"))
    demand(len(tables) == 1, f"tables: {tables}")
    for name in ("x", "y", "tau_i", "tau_c"):
        with h5py.File(file) as opened:
            found = []
            opened["content/local_yield"].visititems(
                lambda path, item, name=name: found.append(item[()]) if path.split("/")[-1] == name else None)
        demand(len(found) == 1 and numpy.array_equal(column(tables[0], name), numpy.ravel(found[0]), equal_nan=True),
               f"{tables[0]}: {name}")


def reports_count_them(folder):
    place = folder / "results"
    done("report", place)
    demand((place / "report.html").read_text().endswith("</html>\n"), "the page is not whole")
    quantities = json.loads((place / "summary.json").read_text())["quantities"]
    demand(quantities["glass.atoms"]["value"] == 64, str(quantities["glass.atoms"]))
    done("export", place, "--to", "csv", "--output", folder / "page")


def they_can_be_made_again(folder):
    """What physics says may have changed since, and is then told; that the file can be read and compared may not."""
    for name in ("glass-000", "glass-000-local-0000", "lattice-000"):
        ended = call([vitrum, "rerun", folder / f"results/{name}.h5", "--output", folder / f"rerun-{name}"])
        demand(ended.code in (0, 1) and ended.out.startswith(("The same, bit for bit", "Not the same")), f"{name}: {ended}")
        print(f"  {name}: {ended.out.splitlines()[0]}")


def studies_read_them(folder):
    (folder / "study.toml").write_text("""
[glass]
samples = 0
[lattice]
samples = 0
[harvest]
bins = [4, 4]
modulus = 13.2
softening = 1e9
tau_a = 1e9
tau_b = 1e9
held_out = 0
walkers = 4
[[harvest.set]]
label = "old"
records = ["exported-loadings.h5"]
[[harvest.set]]
label = "old records"
records = ["results/lattice-000.h5"]
""")
    done("run", "study.toml", "--output", "harvested", cwd=folder)
    page = json.loads((folder / "harvested/summary.json").read_text())
    events = sum(len(read(folder / "results/lattice-000.h5", f"content/{number}/history/events/strain")) for number in (0, 1))
    demand(page["quantities"]["harvest.events"]["value"] == 2 * events, "other events than h5py finds")


def every_past_format():
    present = sorted(int(path.name) for path in formats.iterdir() if path.is_dir() and path.name.isdigit())
    demand(present and present[0] == 1, f"formats: {present}")
    for version in present:
        folder = unpacked(version)
        h5py_reads_what_it_read_then(folder, version)
        info_says_what_is_in_them(folder, version)
        exports_hold_the_same_numbers(folder)
        local_tests_are_read(folder)
        reports_count_them(folder)
        studies_read_them(folder)
        they_can_be_made_again(folder)


def the_present_format_is_kept_too():
    """Whoever raises the number adds files of it."""
    folder = empty(work / "present")
    (folder / "study.toml").write_text("""
[glass]
samples = 0
[lattice]
samples = 1
columns = 4
rows = 4
[[lattice.leg]]
kind = "shear"
strain = 0.05
[compare]
enabled = false
""")
    done("run", "study.toml", "--output", "results", cwd=folder)
    present = json.loads(done("info", "--json", folder / "results/lattice-000.h5").out)["format_version"]
    demand((formats / str(present)).is_dir(), f"there are no files of format {present}: run tests/reference/formats/make.py")
    demand(all((formats / str(version)).is_dir() for version in range(1, present + 1)), "files of a past format are missing")


def checksum(data):
    total = 0xCBF29CE484222325
    for byte in data:
        total = ((total ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return total


def a_newer_format_is_refused():
    """A whole file with a good head, as a program of the future writes it."""
    folder = empty(work / "newer")
    source = gzip.decompress((formats / "1/glass-000-local-0000.h5.gz").read_bytes())
    lines = source[:512].split(b"\n")
    described = b"\n".join([b"vitrum file format 99", *lines[1:3]]) + b"\n"
    head = described + b"checksum %016x\n" % checksum(described + source[512:]) + lines[4] + b"\n"
    newer = folder / "glass-000.h5"
    newer.write_bytes(head + b"\n" * (512 - len(head)) + source[512:])
    old = empty(folder / "old") / newer.name
    old.write_bytes(source)
    done("info", old)
    for arguments in (["info"], ["rerun"], ["export", "--to", "csv", "--output", folder], ["export", "--to", "loadings"]):
        ended = done(arguments[0], newer, *arguments[1:], code=2)
        demand(f"{newer}: is of file format 99, but this program reads formats up to " in ended.err and
               "use the newer Vitrum that wrote it" in ended.err, str(ended))
    demand("is of file format 99" in done("report", folder, code=2).err, "report does not say why")


run_checks([every_past_format, the_present_format_is_kept_too, a_newer_format_is_refused])
