"""Reads a file of Vitrum with h5py, as a user would, and compares it with the rule it was made by.

Usage: read_with_h5py.py WRITER, where WRITER PATH writes the file of example_record.h.
"""

import os
import subprocess
import sys
import tempfile

try:
    import h5py
    import numpy as np
except ImportError:
    print("h5py is not installed (Debian: python3-h5py); nothing tested")
    sys.exit(77)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "example.h5")
    subprocess.run([sys.argv[1], path], check=True)
    with open(path, "rb") as raw:
        assert raw.readline() == b"vitrum file format 1\n"
    with h5py.File(path, "r") as f:
        assert f["format"].asstr()[()] == "vitrum"
        assert f["format_version"][()] == 1
        assert f["kind"].asstr()[()] == "sample"
        assert f["provenance/study"].asstr()[()] == 'title = "Gläser, γ̇ → 0"\n'
        assert f["provenance/seed"][()] == 42
        i = np.arange(1000)
        states = f["content/history/states"]
        assert states["strain"].dtype == np.dtype("<f8")
        assert np.array_equal(states["strain"][:], i / 7.0)
        assert np.array_equal(states["stress_xy"][:], i / 3.0)
        assert np.array_equal(states["energy"][:], -i / 11.0)
        assert np.array_equal(states["leg"][:], np.zeros(1000, dtype=np.int64))
        assert states["strain"].compression == "gzip" and states["strain"].shuffle
        assert states["strain"].attrs["note"].decode() == "external shear strain, gamma = 2 eps_xy"
        assert np.array_equal(f["content/history/events/state"][:], [3, 900])
        assert f["content/history/increment"][()] == 1.0 / 7
        plastic = f["content/snapshots/0000/fields/plastic_strain"]
        assert np.array_equal(plastic[:], np.arange(6).reshape(2, 3) / 7.0)
        assert plastic.attrs["unit"].decode() == "1"
        assert f["content/measures/cost"][()] == 1.5
        assert f["content/model"].asstr()[()] == "lattice"
