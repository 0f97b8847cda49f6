"""The glass' pair potential in numpy, and steepest descent in continuous time, dx/dt = f, of a disc's atoms."""
import math

import numpy as np

from discs import CUTOFF

INNER = 2.0
WIDTH = CUTOFF - INNER
EPSILON = np.array([[0.5, 1.0], [1.0, 0.5]])
SIGMA = np.array([[2 * math.sin(math.pi / 5), 1.0], [1.0, 2 * math.sin(math.pi / 10)]])
SKIN = 0.5


def coefficients(epsilon, sigma):
    """Of the polynomial in r - 2 that ends a pair with U = U' = U'' = 0 at 2.5, and the shift of the rest."""
    s6 = sigma**6
    inner = lambda r: 4 * epsilon * (s6**2 / r**12 - s6 / r**6)
    c1 = 4 * epsilon * (-12 * s6**2 / INNER**13 + 6 * s6 / INNER**7)
    c2 = 2 * epsilon * (156 * s6**2 / INNER**14 - 42 * s6 / INNER**8)
    # U'(2.5) = U''(2.5) = 0 for the cubic and the quartic term, then U(2.5) = 0 for the constant.
    system = np.array([[3 * WIDTH**2, 4 * WIDTH**3], [6 * WIDTH, 12 * WIDTH**2]])
    c3, c4 = np.linalg.solve(system, [-c1 - 2 * c2 * WIDTH, -2 * c2])
    c0 = -(c1 * WIDTH + c2 * WIDTH**2 + c3 * WIDTH**3 + c4 * WIDTH**4)
    return [c0, c1, c2, c3, c4, c0 - inner(INNER)]


TABLE = np.array([[coefficients(EPSILON[a, b], SIGMA[a, b]) for b in (0, 1)] for a in (0, 1)])


class Pairs:
    """All pairs that touch one of the first `inside` atoms."""

    def __init__(self, types, inside, positions):
        self.kinds, self.inside = np.asarray(types) - 1, inside
        self.build(positions)

    def build(self, positions):
        self.built = positions.copy()
        first, second = [], []
        for i in range(self.inside):
            near = np.hypot(*(positions[i + 1:] - positions[i]).T) < CUTOFF + SKIN
            j = np.flatnonzero(near) + i + 1
            first.append(np.full(len(j), i))
            second.append(j)
        self.i, self.j = np.concatenate(first), np.concatenate(second)
        a, b = self.kinds[self.i], self.kinds[self.j]
        self.epsilon, self.s6, self.table = EPSILON[a, b], SIGMA[a, b] ** 6, TABLE[a, b].T

    def separations(self, positions):
        if np.hypot(*(positions - self.built).T).max() > 0.45 * SKIN:
            self.build(positions)
        d = positions[self.j] - positions[self.i]
        return d, np.sqrt((d * d).sum(1))

    def derivatives(self, r):
        """U, U' and U'' of every pair."""
        c0, c1, c2, c3, c4, shift = self.table
        t, i6 = r - INNER, self.s6 / r**6
        end = [c0 + t * (c1 + t * (c2 + t * (c3 + t * c4))), c1 + t * (2 * c2 + t * (3 * c3 + t * 4 * c4)),
               2 * c2 + t * (6 * c3 + t * 12 * c4)]
        begin = [4 * self.epsilon * i6 * (i6 - 1) + shift, 24 * self.epsilon * i6 * (1 - 2 * i6) / r,
                 24 * self.epsilon * i6 * (26 * i6 - 7) / r**2]
        return [np.where(r < INNER, a, np.where(r < CUTOFF, b, 0.0)) for a, b in zip(begin, end)]

    def forces(self, positions):
        """On the disc's atoms."""
        d, r = self.separations(positions)
        c0, c1, c2, c3, c4, _ = self.table
        t, i6 = r - INNER, self.s6 / r**6
        slope = np.where(r < INNER, 24 * self.epsilon * i6 * (1 - 2 * i6) / r,
                         c1 + t * (2 * c2 + t * (3 * c3 + t * 4 * c4)))
        pull = (np.where(r < CUTOFF, slope, 0.0) / r)[:, None] * d
        n = len(positions)
        force = [np.bincount(self.i, pull[:, k], n) - np.bincount(self.j, pull[:, k], n) for k in (0, 1)]
        return np.stack(force, 1)[:self.inside]

    def stiffest(self, positions):
        """A bound on the largest eigenvalue of the disc's stiffness."""
        d, r = self.separations(positions)
        _, first, second = self.derivatives(r)
        k = np.maximum(abs(second), abs(first / r))
        n = len(positions)
        return 2 * (np.bincount(self.i, k, n) + np.bincount(self.j, k, n))[:self.inside].max()

    def state(self, positions, m, area):
        """Energy, the shear stress of the disc (pairs to frozen atoms count half), slope dU/dgamma."""
        d, r = self.separations(positions)
        energy, first, _ = self.derivatives(r)
        virial = first / r * np.einsum("pa,ab,pb->p", d, m, d)
        share = np.where(self.j < self.inside, 1.0, 0.5)
        return energy.sum(), (share * virial).sum() / area, virial.sum()

    def lowest_eigenvalue(self, positions):
        d, r = self.separations(positions)
        _, first, second = self.derivatives(r)
        n = d / r[:, None]
        blocks = (second - first / r)[:, None, None] * n[:, :, None] * n[:, None, :] + (first / r)[:, None, None] * np.eye(2)
        k = np.zeros((self.inside, 2, self.inside, 2))
        for i, j, block in zip(self.i, self.j, blocks):
            k[i, :, i, :] += block
            if j < self.inside:
                k[j, :, j, :] += block
                k[i, :, j, :] -= block
                k[j, :, i, :] -= block
        return np.linalg.eigvalsh(k.reshape(2 * self.inside, -1))[0]


def stages_for(step, stiffest):
    """Odd number of stages with which a Runge-Kutta-Legendre step of second order is stable."""
    s = math.ceil(0.5 * (math.sqrt(9 + 8 * step * stiffest) - 1) * 1.02) + 1
    return max(3, s + 1 - s % 2)


def step_of_flow(field, x, f, step, s):
    """Meyer, Balsara and Aslam, J. Comput. Phys. 257, 594 (2014), second order."""
    w = 4 / (s * s + s - 2)
    b = [1 / 3, 1 / 3, 1 / 3] + [(j * j + j - 2) / (2 * j * (j + 1)) for j in range(3, s + 1)]
    older, y = x, x + b[1] * w * step * f
    for j in range(2, s + 1):
        mu, nu = (2 * j - 1) / j * b[j] / b[j - 1], -(j - 1) / j * b[j] / b[j - 2]
        older, y = y, (mu * y + nu * older + (1 - mu - nu) * x + mu * w * step * field(y)
                       - (1 - b[j - 1]) * mu * w * step * f)
    return y


def descend(pairs, positions, error=2e-6, rest=1e-9, most=1000000):
    """Follows the flow until the largest force is below `rest`. Positions, evaluations, and that force."""
    frozen = positions[pairs.inside:]
    evaluations = 0

    def field(x):
        nonlocal evaluations
        evaluations += 1
        return pairs.forces(np.concatenate([x, frozen]))

    x = positions[:pairs.inside].copy()
    f, step = field(x), 1e-4
    stiffest = pairs.stiffest(positions)
    while abs(f).max() > rest and evaluations < most:
        s = min(stages_for(step, stiffest), 401)
        step = min(step, (s * s + s - 2) / (2 * stiffest))
        y = step_of_flow(field, x, f, step, s)
        g = field(y)
        off = abs(0.8 * (x - y) + 0.4 * step * (f + g)).max()  # as in RKC: Sommeijer, Shampine and Verwer 1997
        if off <= error:
            x, f = y, g
            stiffest = 1.05 * pairs.stiffest(np.concatenate([x, frozen]))
        step *= min(3.0, max(0.2, 0.8 * (error / max(off, 1e-300)) ** (1 / 3)))
    return np.concatenate([x, frozen]), evaluations, abs(f).max()
