#!/usr/bin/env python3
"""Local shear tests of paper 1 (Castellanos, Roux, Patinet 2021), sec. 3.5, written plainly in numpy.

Independent of the program: finite elements with shape functions at 2 x 2 Gauss points, assembled node by node; the strain
is raised increment by increment, every slip system is looked at in every step; energies are integrated over the Gauss
points, the stress that the patch was cut out with included. Amplitudes are fixed and systems are not renewed, so no
random number is drawn during a test.

    simulate_patches.py lattice >patch_lattice.csv     plastic strain and slip systems of a lattice of 6 x 5 elements
    simulate_patches.py tests >patch_tests.csv         tests of it: sizes 1, 2, 4, every place, three angles
    simulate_patches.py unequal >patch_unequal.csv     stress in a patch of 3 x 3 unequal elements
"""
import sys

import numpy as np

COLUMNS, ROWS, PAIRS, BULK, SHEAR, STEP, AMPLITUDE = 6, 5, 4, 59.0, 13.2, 1e-4, 0.02
CORNERS = [(0, 0), (1, 0), (1, 1), (0, 1)]


def gradient(x, y):  # of the displacements of the corners: xx, yy, 2 xy
    B = np.zeros((3, 8))
    for a, (i, j) in enumerate(CORNERS):
        nx = (2 * i - 1) * (y if j else 1 - y)
        ny = (2 * j - 1) * (x if i else 1 - x)
        B[:, 2 * a:2 * a + 2] = [[nx, 0], [0, ny], [ny, nx]]
    return B


OFFSET = 0.5 / np.sqrt(3)
GAUSS = [gradient(x, y) for x in (0.5 - OFFSET, 0.5 + OFFSET) for y in (0.5 - OFFSET, 0.5 + OFFSET)]


def stiffness(G):
    return np.array([[BULK + G, BULK - G, 0], [BULK - G, BULK + G, 0], [0, 0, G]])


def tensor(theta):  # M(theta) as xx, yy, 2 xy
    return np.array([-0.5 * np.sin(2 * theta), 0.5 * np.sin(2 * theta), np.cos(2 * theta)])


def resolved(theta, stress):  # M : stress, of a stress xx, yy, xy
    return tensor(theta) @ stress


class Mesh:
    """Elements with their nodes; some nodes are free."""

    def __init__(self, elements, nodes, free, moduli):
        self.dofs = np.array([[2 * n + k for n in corners for k in (0, 1)] for corners in elements])
        self.C = [stiffness(G) for G in moduli]
        self.size = 2 * nodes
        self.free = np.array([2 * n + k for n in free for k in (0, 1)], int)
        K = np.zeros((self.size, self.size))
        for dof, C in zip(self.dofs, self.C):
            K[np.ix_(dof, dof)] += sum(B.T @ C @ B for B in GAUSS) / 4
        self.K = K
        self.inverse = np.linalg.inv(K[np.ix_(self.free, self.free)])

    def stress(self, plastic, held):
        """At all Gauss points, for plastic strains and the displacements `held` of the nodes that are not free."""
        f = np.zeros(self.size)
        for dof, C, p in zip(self.dofs, self.C, plastic):
            f[dof] += sum(B.T @ (C @ p) for B in GAUSS) / 4
        f -= self.K @ held
        u = held.copy()
        if len(self.free):
            u[self.free] += self.inverse @ f[self.free]
        return np.array([[C @ (B @ u[dof] - p) for B in GAUSS] for dof, C, p in zip(self.dofs, self.C, plastic)])

    def forces(self, stress):
        f = np.zeros(self.size)
        for dof, s in zip(self.dofs, stress):
            f[dof] += sum(B.T @ x for B, x in zip(GAUSS, s)) / 4
        return f[self.free]

    def energy(self, stress):
        return sum(x @ np.linalg.solve(C, x) for C, s in zip(self.C, stress) for x in s) / 8


def periodic():
    elements = [[(r + j) % ROWS * COLUMNS + (c + i) % COLUMNS for i, j in CORNERS]
                for r in range(ROWS) for c in range(COLUMNS)]
    return Mesh(elements, COLUMNS * ROWS, range(1, COLUMNS * ROWS), [SHEAR] * (COLUMNS * ROWS))


def block(n, moduli):
    elements = [[(r + j) * (n + 1) + c + i for i, j in CORNERS] for r in range(n) for c in range(n)]
    free = [y * (n + 1) + x for y in range(1, n) for x in range(1, n)]
    return Mesh(elements, (n + 1) ** 2, free, moduli)


def affine(n, angle):  # displacements of all boundary nodes per gamma
    M = np.array([[-np.sin(2 * angle), np.cos(2 * angle)], [np.cos(2 * angle), np.sin(2 * angle)]]) / 2
    held = np.zeros((n + 1, n + 1, 2))
    for y in range(n + 1):
        for x in range(n + 1):
            if x in (0, n) or y in (0, n):
                held[y, x] = M @ [x, y]
    return held.ravel()


def make_lattice():
    rng = np.random.default_rng(2021)
    count = COLUMNS * ROWS
    slips = 0.03 * rng.standard_normal((count, 2))  # eps_yy - eps_xx and 2 eps_xy
    plastic = np.stack([-slips[:, 0] / 2, slips[:, 0] / 2, slips[:, 1]], axis=1)
    mesh = periodic()
    gauss = mesh.stress(plastic, np.zeros(mesh.size))
    mean = gauss.mean(axis=1)
    angles = np.pi * (rng.random((count, 2))[:, :, None] + np.array([0, 0.25])).reshape(count, PAIRS)
    thresholds = 0.35 * rng.weibull(8.0, (count, PAIRS, 2))
    for e in range(count):
        for i in range(PAIRS):
            tau = resolved(angles[e, i], mean[e])
            thresholds[e, i] = np.maximum(thresholds[e, i], [tau, -tau] + 0.1 * rng.random(2))  # at rest
    return slips, gauss, angles, thresholds


def shear_test(n, column, row, angle, gauss, angles, thresholds, mesh):
    place = [(row + y) % ROWS * COLUMNS + (column + x) % COLUMNS for y in range(n) for x in range(n)]
    before = gauss[place]
    assert len(mesh.free) == 0 or np.abs(mesh.forces(before)).max() < 1e-13  # cut out, it is in balance
    count = n * n
    unit = mesh.stress(np.zeros((count, 3)), affine(n, angle))

    def own(e, theta):
        plastic = np.zeros((count, 3))
        plastic[e] = tensor(theta)
        return resolved(theta, mesh.stress(plastic, np.zeros(mesh.size))[e].mean(axis=0))

    def active(stress):
        found = []
        for e in range(count):
            systems = []
            for i in range(PAIRS):
                for back in (0, 1):
                    theta = angles[place[e], i] + back * np.pi / 2
                    systems.append((thresholds[place[e], i, back] - resolved(theta, stress[e].mean(axis=0)), theta))
            weakest = min(systems)
            if weakest[0] < 0:
                found.append((e, weakest[1]))
        return found

    k = 1
    while not active(before + k * STEP * unit):
        k += 1
    at_c = before + k * STEP * unit
    plastic, stress, slipped, slips = np.zeros((count, 3)), at_c, set(), 0
    while slipping := active(stress):
        for e, theta in slipping:
            tau = resolved(theta, stress[e].mean(axis=0))
            plastic[e] += min(AMPLITUDE, -2 * tau / own(e, theta)) * tensor(theta)
            slipped.add(e)
        slips += len(slipping)
        stress = at_c + mesh.stress(plastic, np.zeros(mesh.size))
    tau = [resolved(angle, s.mean(axis=(0, 1))) for s in (before, at_c, stress)]
    centre = [(column + np.mean([e % n for e in slipped]) + 0.5) % COLUMNS,
              (row + np.mean([e // n for e in slipped]) + 0.5) % ROWS]
    return [*tau, mesh.energy(at_c) - mesh.energy(stress), *centre], k, slips


def main(what):
    slips, gauss, angles, thresholds = make_lattice()
    if what == "lattice":
        print("plastic_diagonal,plastic_shear" + "".join(f",angle{i},forward{i},backward{i}" for i in range(PAIRS)))
        for e in range(COLUMNS * ROWS):
            values = [*slips[e]] + [v for i in range(PAIRS) for v in (angles[e, i], *thresholds[e, i])]
            print(",".join(f"{v:.17g}" for v in values))
    if what == "tests":
        print("size,angle,column,row,steps,slips,tau_i,tau_c,tau_f,energy_drop,event_x,event_y")
        for n in (1, 2, 4):
            mesh = block(n, [SHEAR] * n * n)
            for degrees in (0, 30, 112.5):
                for e in range(COLUMNS * ROWS):
                    column, row = e % COLUMNS, e // COLUMNS
                    values, k, count = shear_test(n, column, row, np.radians(degrees), gauss, angles, thresholds, mesh)
                    print(f"{n},{degrees},{column},{row},{k},{count}," + ",".join(f"{v:.15g}" for v in values))
    if what == "unequal":
        moduli = [2.0 + 7 * i % 11 for i in range(9)]
        mesh = block(3, moduli)
        print("case,element,xx,yy,xy")
        for degrees in (0, 22.5):
            for e, s in enumerate(mesh.stress(np.zeros((9, 3)), affine(3, np.radians(degrees))).mean(axis=1)):
                print(f"load{degrees:g},{e}," + ",".join(f"{v:.17g}" for v in s))
        for source in (0, 4, 5):
            plastic = np.zeros((9, 3))
            plastic[source] = tensor(np.radians(22.5))
            for e, s in enumerate(mesh.stress(plastic, np.zeros(mesh.size)).mean(axis=1)):
                print(f"slip{source},{e}," + ",".join(f"{v:.17g}" for v in s))


main(sys.argv[1])
