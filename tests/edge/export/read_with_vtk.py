"""Reads the exported image data: with VTK where it is installed, as plain XML elsewhere.
Usage: read_with_vtk.py WRITER REFERENCE_FOLDER"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder, sys.argv[2]], check=True)
    sets = xml.parse(os.path.join(folder, "lattice-000.pvd")).getroot().iter("DataSet")
    assert [(float(s.get("timestep")), s.get("file")) for s in sets] == [(0.5, "lattice-000-0-strain-0.5.vti")]
    path = os.path.join(folder, "lattice-000-0-strain-0.5.vti")
    expected = {"plastic_shear": [0, 1, 2, 3, 4, 1 / 3], "slips": [10, 11, 12, 13, 14, 15]}
    image = xml.parse(path).getroot().find("ImageData")
    assert image.get("WholeExtent") == "0 3 0 2 0 0"
    found = {a.get("Name"): [float(v) for v in a.text.split()] for a in image.iter("DataArray")}
    assert found == expected
    try:
        from vtkmodules.vtkIOXML import vtkXMLImageDataReader
    except ImportError:
        sys.exit(0)
    reader = vtkXMLImageDataReader()
    reader.SetFileName(path)
    reader.Update()
    data = reader.GetOutput()
    assert data.GetNumberOfCells() == 6
    for name, values in expected.items():
        array = data.GetCellData().GetArray(name)
        assert [array.GetValue(i) for i in range(6)] == values
