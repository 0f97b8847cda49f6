"""Looks at the exports that exports.sh has made, with other programs. Runs in their folder."""

import csv
import json
import os
import xml.etree.ElementTree as xml

import h5py
import numpy as np

# Every array that a sidecar names is where it says, of the shape that it says, on the cells of its grid.
folder = "deep/below"
seen = 0
for name in sorted(os.listdir(folder)):
    grids = xml.parse(os.path.join(folder, name)).getroot().findall(".//Grid[@GridType='Uniform']")
    assert [float(g.find("Time").get("Value")) for g in grids][:2] == [0.1, 0.3]
    for grid in grids:
        nodes = [int(n) for n in grid.find("Topology").get("Dimensions").split()]
        cells = (nodes[0] - 1) * (nodes[1] - 1)
        for attribute in grid.iter("Attribute"):
            items = [i for i in attribute.iter("DataItem") if i.get("Format") == "HDF"]
            assert len(items) == 1
            path, dataset = items[0].text.split(":")
            shape = [int(n) for n in items[0].get("Dimensions").split()]
            with h5py.File(os.path.join(folder, path)) as file:
                array = file[dataset]
                assert list(array.shape) == shape, (dataset, array.shape, shape)
                assert array.dtype.itemsize == 8
                assert array.dtype.kind == {"Float": "f", "Int": "i"}[items[0].get("NumberType")]
            assert np.prod(shape[-2:]) == cells
            slab = next((i for i in attribute.iter("DataItem") if i.get("ItemType") == "HyperSlab"), None)
            if slab is not None:
                start, stride, count = np.array(slab[0].text.split(), int).reshape(3, 3)
                assert attribute.get("Name").endswith(f"_{start[0]}") and start[0] < shape[0]
                assert list(count) == [1] + shape[1:] and list(stride) == [1, 1, 1]
            seen += 1
assert seen > 10, seen

# Dumps hold what the records hold, to the last digit.
with h5py.File("results/glass-001.h5") as file:
    fields = file["content/snapshots/0001/fields"]
    stored = {name: fields[name][:] for name in fields}
lines = open("glass-001.dump").read().split("\n")
starts = [i for i, line in enumerate(lines) if line.startswith("ITEM: ATOMS")]
columns = lines[starts[1]].split()[2:]
rows = [line.split() for line in lines[starts[1] + 1 : starts[1] + 301]]
for column, name in {"xu": "x", "yu": "y", "dx": "dx", "dy": "dy"}.items():
    values = np.array([float(row[columns.index(column)]) for row in rows])
    assert np.array_equal(values, stored[name]), name
assert [int(row[columns.index("type")]) - 1 for row in rows] == list(stored["species"])
try:
    import ase.io

    frames = ase.io.read("glass-001.dump", format="lammps-dump-text", index=":")
    assert len(frames) == 2
    assert np.allclose(frames[1].get_volume(), np.prod(np.diag(frames[0].cell[:])), rtol=1e-12)
except ImportError:
    print("ASE is not installed (Debian: python3-ase): dumps were not read with it")

# Tables say what summary.json says.
summary = json.load(open("results/summary.json"))["quantities"]
with open("tables/quantities.csv", newline="") as file:
    rows = list(csv.DictReader(file))
assert {row["key"] for row in rows} == set(summary)
for row in rows:
    expected = summary[row["key"]]
    assert row["label"] == expected["label"] and row["note"] == expected["note"]
    assert (row["value"] == "") == (expected["value"] is None)
    if row["value"]:
        assert float(row["value"]) == expected["value"], row
for name in os.listdir("tables"):
    with open(os.path.join("tables", name), newline="") as file:
        lengths = {len(row) for row in csv.reader(file)}
    assert len(lengths) == 1, name
with open("tables/density-stress.csv", newline="") as file:
    rows = list(csv.DictReader(file))
for model in ("glass", "lattice"):
    integral = sum(float(r[model]) * (float(r["to"]) - float(r["from"])) for r in rows)
    assert abs(integral - 1) < 1e-12, (model, integral)
