"""Writes user_h5py.h5 and wrong_h5py.h5: references as anyone writes them with h5py, in several types of numbers and
texts, and one with mistakes."""
import pathlib

import h5py
import numpy as np

HERE = pathlib.Path(__file__).parent

with h5py.File(HERE / "user_h5py.h5", "w") as f:
    f.attrs["units"] = "lj"
    f["stress/realization"] = np.array([0, 0, 1, 1], dtype=np.int32)
    f["stress/strain"] = np.array([0.5, 1, 0.5, 1], dtype=np.float32)
    f.create_dataset("stress/stress", data=np.array([0.5, 0.25, 0.125, 1]), compression="gzip")
    f["events/realization"] = np.array([0, 1], dtype=np.uint8)
    f["events/strain"] = [0.5, 1]
    f["events/drop"] = np.array([0.5, 0.75], dtype=">f4")
    f["events/drop"].attrs["unit"] = np.bytes_(b"lj")
    f["local/realization"] = [0, 1]
    f["local/state"] = ["stationary", "quenched"]
    f["local/radius"] = [30, 30]
    f["local/angle"] = [0, 90]
    for name in ("tau_i", "tau_c", "drop"):
        f[f"local/{name}"] = [0.5, 0.25]
    f["local/found"] = np.array([True, False])
    f["notes"] = "measured on a Tuesday"

with h5py.File(HERE / "wrong_h5py.h5", "w") as f:
    f["event/realization"] = [0, 1]
    f["events/realization"] = [0, 1]
    f["events/strain"] = [0, 1]
    f["events/drop"] = [0.5, 0.25, 0.75]
    f["stress/realization"] = [0, 0, 0]
    f["stress/strain"] = [0.1, 0.2, np.nan]
    f["stress/stresses"] = [0.5, 0.25, 0.75]
    f["stress"].attrs["units"] = "GPa"
    f["local/realization"] = [0, 1]
    f["local/state"] = np.array([b"stationery", b"quenched"])
    f["local/radius"] = [[30, 30]]
    f["local/angle"] = [0, 90]
    for name in ("tau_i", "tau_c", "drop"):
        f[f"local/{name}"] = [0.5, 0.25]
