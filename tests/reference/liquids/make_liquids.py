"""Energies, virials and forces of random dense liquids in tilted cells, by LAMMPS.

Run here, with lmp (Debian: lammps) in the path: python3 make_liquids.py. Plain Python makes the positions, from
a generator and arithmetic that tests/atomistic/reference_liquids.h repeats bit for bit; so none are stored, only
their sums.
"""
import math
import pathlib
import subprocess
import tempfile

MASK = (1 << 64) - 1


class SplitMix:
    """SplitMix64 (Steele, Lea, Flood 2014)."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def liquid(dimension, atoms, first, edge, tilt, least, seed):
    """Atoms thrown at random into a cell of equal edges and tilt factors tilt = (xy, xz, yz); the first `first` are
    of species 0, the others of species 1. None is closer to another one than least[species][species]."""
    random = SplitMix(seed)
    xy, xz, yz = tilt
    cells = int(edge / 1.5)  # cells are wider than every least distance, tilted as they are
    grid = {}
    species, positions = [], []
    depth = range(-1, 2) if dimension == 3 else [0]
    while len(species) < atoms:
        kind = 0 if len(species) < first else 1
        u = [random.uniform() for _ in range(dimension)] + [0.0] * (3 - dimension)
        home = [int(u[k] * cells) for k in range(3)]
        free = True
        for dz in depth:
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    cell = ((home[0] + dx) % cells, (home[1] + dy) % cells, (home[2] + dz) % cells)
                    for other, v in grid.get(cell, []):
                        a = v[0] - u[0]
                        b = v[1] - u[1]
                        c = v[2] - u[2]
                        a -= round(a)
                        b -= round(b)
                        c -= round(c)
                        x = a * edge + b * xy + c * xz
                        y = b * edge + c * yz
                        z = c * edge
                        if x * x + y * y + z * z < least[kind][other] * least[kind][other]:
                            free = False
        if not free:
            continue
        grid.setdefault((home[0], home[1], home[2]), []).append((kind, u))
        species.append(kind)
        positions.append((u[0] * edge + u[1] * xy + u[2] * xz, u[1] * edge + u[2] * yz, u[2] * edge))
    return species, positions


def run_lammps(dimension, edge, tilt, species, positions, style, pairs):
    xy, xz, yz = tilt
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        z = f"0 {edge!r} zlo zhi" if dimension == 3 else "-0.5 0.5 zlo zhi"
        lines = ["made by make_liquids.py", "", f"{len(species)} atoms", "2 atom types", "",
                 f"0 {edge!r} xlo xhi", f"0 {edge!r} ylo yhi", z, f"{xy!r} {xz!r} {yz!r} xy xz yz", "",
                 "Masses", "", "1 1", "2 1", "", "Atoms # atomic", ""]
        lines += [f"{i + 1} {s + 1} {p[0]!r} {p[1]!r} {p[2]!r}"
                  for i, (s, p) in enumerate(zip(species, positions))]
        (folder / "liquid.data").write_text("\n".join(lines) + "\n")
        script = [f"dimension {dimension}", "units lj", "boundary p p p", "atom_style atomic",
                  "box tilt large", "read_data liquid.data", f"pair_style {style}"]
        script += [f"pair_coeff {a} {b} {' '.join(repr(v) for v in values)}" for (a, b), values in pairs.items()]
        script += ["pair_modify shift yes", "neighbor 0.3 bin", "compute virial all pressure NULL virial",
                   "thermo_style custom step pe c_virial[1] c_virial[2] c_virial[3] c_virial[4] c_virial[5] c_virial[6]",
                   "thermo_modify norm no format float %.17g",
                   "dump forces all custom 1 forces.txt id fx fy fz",
                   "dump_modify forces sort id format float %.17g", "run 0 post no"]
        (folder / "in.liquid").write_text("\n".join(script) + "\n")
        out = subprocess.run(["lmp", "-in", "in.liquid", "-log", "none"], cwd=folder, check=True,
                             capture_output=True, text=True).stdout.splitlines()
        start = next(i for i, line in enumerate(out) if line.split()[:1] == ["Step"])
        energy, *virial = out[start + 1].split()[1:]
        rows = (folder / "forces.txt").read_text().splitlines()[9:]
        return energy, virial, [row.split()[1:] for row in rows]


def paper_glass():
    large, small = 2 * math.sin(math.pi / 5), 2 * math.sin(math.pi / 10)
    return {(1, 1): (0.5, large), (2, 2): (0.5, small), (1, 2): (1.0, 1.0)}


def kob_andersen():
    return {(1, 1): (1.0, 1.0), (2, 2): (0.5, 0.88), (1, 2): (1.5, 0.8)}


def write(name, dimension, atoms, first, edge, tilt, least, seed, style, pairs, listed):
    species, positions = liquid(dimension, atoms, first, edge, tilt, least, seed)
    energy, virial, forces = run_lammps(dimension, edge, tilt, species, positions, style, pairs)
    largest = max((abs(float(f)), f) for row in forces for f in row)[1]
    last = positions[-1]
    text = [f"last_atom {last[0]!r} {last[1]!r} {last[2]!r}", f"energy {energy}", f"virial {' '.join(virial)}",
            f"largest {largest}"]
    step = atoms // listed
    text += [f"force {i} {' '.join(forces[i][:dimension])}" for i in range(0, atoms, step)]
    pathlib.Path(name + ".txt").write_text("\n".join(text) + "\n")


def main():
    flat = {key: (*value, 2.0, 2.5) for key, value in paper_glass().items()}
    least_flat = [[0.95, 0.8], [0.8, 0.55]]
    write("lj2d_1000", 2, 1000, 447, 31.25, (11.0, 0.0, 0.0), least_flat, 1, "lj/smooth 2.0 2.5", flat, 1000)
    write("lj2d_10000", 2, 10000, 4472, 98.8125, (-40.0, 0.0, 0.0), least_flat, 2, "lj/smooth 2.0 2.5", flat, 200)
    least_deep = [[0.8, 0.7], [0.7, 0.7]]
    deep = (3, 1000, 800, 9.40625, (2.5, -1.75, 3.0), least_deep, 3)
    smooth = {key: (e, s, 2.25 * s, 2.5 * s) for key, (e, s) in kob_andersen().items()}
    write("ka3d", *deep, "lj/smooth 2.25 2.5", smooth, 1000)
    cut = {key: (e, s, 2.5 * s) for key, (e, s) in kob_andersen().items()}
    write("ka3d-cut", *deep, "lj/cut 2.5", cut, 1000)


if __name__ == "__main__":
    main()
