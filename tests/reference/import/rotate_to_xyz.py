"""Turns tilted.data into tilted_rotated.xyz: the same atoms in a frame rotated about all three axes, so that
no lattice vector lies along an axis. Usage: python3 rotate_to_xyz.py < tilted.data > tilted_rotated.xyz"""

import math
import sys


def product(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def about(axis, angle):
    c, s = math.cos(angle), math.sin(angle)
    i, j = [(1, 2), (2, 0), (0, 1)][axis]
    m = [[float(p == q) for q in range(3)] for p in range(3)]
    m[i][i] = m[j][j] = c
    m[i][j], m[j][i] = -s, s
    return m


rotation = product(about(0, 0.3), product(about(1, -0.7), about(2, 1.1)))


def rotated(v):
    return [sum(rotation[i][k] * v[k] for k in range(3)) for i in range(3)]


box, atoms, section = {}, [], ""
for line in sys.stdin:
    words = line.split("#")[0].split()
    if not words:
        continue
    if words[0][0].isalpha():
        section = words[0]
    elif words[-1] in ("xhi", "yhi", "zhi"):
        box[words[-1][0]] = float(words[1]) - float(words[0])
    elif words[-1] == "yz":
        box["xy"] = float(words[0])
    elif section == "Atoms":
        atoms.append((int(words[0]), "LS"[int(words[1]) - 1], [float(w) for w in words[2:5]]))

edges = [[box["x"], 0, 0], [box["xy"], box["y"], 0], [0, 0, box["z"]]]
lattice = " ".join("%.17g" % c for edge in edges for c in rotated(edge))
origin = [0.25, -3.0, 1.5]
print(len(atoms))
print('Lattice="%s" Origin="%s" Properties=id:I:1:species:S:1:pos:R:3:mass:R:1 pbc="T T F" title=\'two words\''
      % (lattice, " ".join("%.17g" % c for c in origin)))
for number, name, position in sorted(atoms):
    place = [p + o for p, o in zip(rotated(position), origin)]
    print(number, name, *("%.17g" % p for p in place), 1.0)
