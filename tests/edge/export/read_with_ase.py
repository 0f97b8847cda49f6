"""Reads the exported extended XYZ with ASE. Usage: read_with_ase.py WRITER REFERENCE_FOLDER"""

import os
import subprocess
import sys
import tempfile

try:
    import ase.io
    import numpy as np
except ImportError:
    print("ASE is not installed (Debian: python3-ase); nothing tested")
    sys.exit(77)

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder, sys.argv[2]], check=True)
    frames = ase.io.read(os.path.join(folder, "glass-003.xyz"), index=":")
    assert [frame.info["strain"] for frame in frames] == [0.0, 0.7]
    atoms = frames[1]
    assert atoms.get_chemical_symbols() == ["H", "He", "H"]
    assert list(atoms.pbc) == [True, True, False]
    assert np.array_equal(atoms.cell[:], [[4, 0, 0], [0.7 * 4, 4, 0], [0, 0, 1]])
    assert np.array_equal(atoms.positions, [[0.1, 0.2, 0], [1 / 3, 1.5, 0], [-2.5, 2.5, 0]])
    assert np.array_equal(atoms.arrays["dx"], [0, 1e-3, -1e-3])
    glass = ase.io.read(os.path.join(folder, "reference-000.xyz"))
    assert len(glass) == 1000
