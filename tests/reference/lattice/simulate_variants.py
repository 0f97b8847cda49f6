#!/usr/bin/env python3
"""The lattice of paper 1 (Castellanos, Roux, Patinet 2021) and its variants, written plainly in numpy.

Independent of the program: finite elements are assembled node by node, every slip system is looked at in every
step, kinetic Monte Carlo sums up all rates. Slow, and meant to be. Writes means and standard errors over
realizations:

    simulate_variants.py variants 24 >variants.csv
    simulate_variants.py liquids 48 >liquids.csv
"""
import sys
from math import gamma
from multiprocessing import Pool

import numpy as np

L, BULK, STEP = 15, 59.0, 1e-4
BASE = dict(G=13.2, k_G=0.0, N=36, angles="random", thresholds="weibull", k=2.18, lam=2.05, tau=0.0, chi=2.25,
            amplitude=0.0, kernel="eshelby", alpha=0.0, pressure=0.0, spread=0.0, T=0.25)
SCALAR = dict(angles="fixed", amplitude=0.022, k=1.17, lam=0.38)
VARIANTS = {  # paper 1, A.8; H and I have no optimum
    "A": dict(G=18.4, k_G=1.3, lam=2.08, chi=2.19),
    "B": dict(alpha=0.2, pressure=1.95, spread=0.22, k=1.88, lam=1.05, chi=3.33),
    "C": {},
    "D": dict(kernel="shuffled", k=2.03, lam=2.53, chi=3.05),
    "E": dict(thresholds="fixed", tau=0.925, chi=2.27),
    "F": SCALAR,
    "G": dict(SCALAR, kernel="shuffled", k=1.09, lam=0.57, amplitude=0.064),
    "H": dict(SCALAR, thresholds="fixed", tau=0.5),
    "I": dict(kernel="mean field"),
}


def finite_elements(G, sources):
    """Element stress ((yy-xx)/2, xy, pressure) in a lattice of the shear moduli G: after unit slips (1, 0) and (0, 1) in
    each of the sources, external strain held; and, last, under the external shear strain gamma = 1."""
    C = np.array([[[BULK + g, BULK - g, 0], [BULK - g, BULK + g, 0], [0, 0, g]] for g in G])
    corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
    g = 0.5 / np.sqrt(3)

    def gradient(x, y):
        B = np.zeros((3, 8))
        for a, (i, j) in enumerate(corners):
            nx = (2 * i - 1) * (y if j else 1 - y)
            ny = (2 * j - 1) * (x if i else 1 - x)
            B[:, 2 * a:2 * a + 2] = [[nx, 0], [0, ny], [ny, nx]]
        return B

    gauss = [gradient(x, y) for x in (0.5 - g, 0.5 + g) for y in (0.5 - g, 0.5 + g)]
    mean = sum(gauss) / 4
    K = np.zeros((2 * L * L, 2 * L * L))
    dofs = []
    for r in range(L):
        for c in range(L):
            nodes = [((r + j) % L) * L + (c + i) % L for i, j in corners]
            dofs.append([2 * n + k for n in nodes for k in (0, 1)])
            K[np.ix_(dofs[-1], dofs[-1])] += sum(B.T @ C[len(dofs) - 1] @ B for B in gauss) / 4
    inverse = np.linalg.inv(K[2:, 2:])

    def stress(eigenstrain):  # of every element: xx, yy, 2 xy
        f = np.zeros(2 * L * L)
        for e in np.nonzero(np.any(eigenstrain, axis=1))[0]:
            f[dofs[e]] += mean.T @ (C[e] @ eigenstrain[e])
        u = np.zeros_like(f)
        u[2:] = inverse @ f[2:]
        strain = u[np.array(dofs)] @ mean.T - eigenstrain
        s = np.einsum("eij,ej->ei", C, strain)
        return np.array([0.5 * (s[:, 1] - s[:, 0]), s[:, 2], -0.5 * (s[:, 0] + s[:, 1])])

    responses = []
    for e in sources:
        pair = []
        for plastic in ([-0.5, 0.5, 0.0], [0.0, 0.0, 1.0]):
            eigenstrain = np.zeros((L * L, 3))
            eigenstrain[e] = plastic
            pair.append(stress(eigenstrain))
        responses.append(pair)
    external = np.zeros((L * L, 3))
    external[:, 2] = -1
    return responses, stress(external)


class Lattice:
    def __init__(self, variant, seed):
        self.v = dict(BASE, **variant)
        self.rng = np.random.default_rng(seed)
        G = np.full(L * L, self.v["G"])
        if self.v["k_G"]:
            G = self.v["G"] / gamma(1 + 1 / self.v["k_G"]) * self.rng.weibull(self.v["k_G"], L * L)
        self.uneven = self.v["k_G"] > 0
        self.responses, self.load = finite_elements(G, range(L * L) if self.uneven else [0])
        self.N = 2 if self.v["angles"] == "fixed" else self.v["N"]
        n = L * L
        self.stress = np.zeros((3, n))
        self.stress[2] = self.v["pressure"] + self.v["spread"] * self.rng.standard_normal()
        self.angle, self.threshold = np.zeros((n, self.N)), np.zeros((n, self.N))
        self.count = np.zeros(n, int)
        for e in range(n):
            self.renew(e)

    def renew(self, e):
        v, rng = self.v, self.rng
        scale = v["lam"] * rng.weibull(v["k"], self.N) if v["thresholds"] == "weibull" else np.full(self.N, v["tau"])
        if v["angles"] == "fixed":
            self.angle[e], self.threshold[e] = [0, np.pi / 2], scale[0]
        else:
            theta = np.pi * (0.5 - rng.random(self.N // 4))
            self.angle[e] = (theta[:, None] + np.arange(4) * np.pi / 4).ravel()
            self.threshold[e] = scale

    def bearing(self):
        if self.v["alpha"] == 0:
            return self.threshold
        return np.maximum(self.threshold + self.v["alpha"] * self.stress[2][:, None], 1e-3)

    def distance(self):
        d, s, _ = self.stress
        return self.bearing() - np.sin(2 * self.angle) * d[:, None] - np.cos(2 * self.angle) * s[:, None]

    def slip(self, active, largest_at_threshold=False):
        slips = []
        for e, j in active:
            u = np.array([np.sin(2 * self.angle[e, j]), np.cos(2 * self.angle[e, j])])
            tau = self.bearing()[e, j] if largest_at_threshold else u @ self.stress[:2, e]
            response = self.responses[e if self.uneven else 0]
            own = u @ np.array([[response[a][b][e if self.uneven else 0] for b in (0, 1)] for a in (0, 1)]) @ u
            largest = -2 * tau / own
            if self.v["amplitude"]:
                amplitude = min(self.v["amplitude"], largest)
            else:
                amplitude = largest * self.rng.beta(1, self.v["chi"])
            slips.append((e, amplitude * u))
        for e, (a, b) in slips:
            response = self.responses[e if self.uneven else 0]
            change = a * response[0] + b * response[1]
            if self.uneven:
                self.stress += change
                continue
            if self.v["kernel"] == "shuffled":
                change[:, 1:] = change[:, 1 + self.rng.permutation(L * L - 1)]
            if self.v["kernel"] == "mean field":
                change[:, 1:] = change[:, 1:].mean(axis=1)[:, None]
            field = change.reshape(3, L, L)
            self.stress += np.roll(field, (e // L, e % L), axis=(1, 2)).reshape(3, -1)
        for e, _ in slips:
            self.count[e] += 1
            self.renew(e)

    def relax(self):
        slips = 0
        while True:
            distance = self.distance()
            weakest = distance.argmin(axis=1)
            active = [(e, weakest[e]) for e in np.nonzero(distance.min(axis=1) < 0)[0]]
            if not active:
                return slips
            slips += len(active)
            self.slip(active)

    def liquid(self):
        """Until all but one in a hundred elements have slipped."""
        while (self.count == 0).sum() > 0.01 * L * L:
            rates = np.exp(-self.distance() / self.v["T"]).ravel()
            k = np.searchsorted(np.cumsum(rates), self.rng.random() * rates.sum(), side="right")
            self.slip([(k // self.N, k % self.N)], largest_at_threshold=True)
            self.relax()

    def state(self):
        d, s, _ = self.stress
        return {"quench_von_mises": np.hypot(d, s).mean(), "quench_distance": self.distance().min(axis=1).mean(),
                "quench_shear_std": s.std()}

    def shear(self):
        G, gamma = self.load[1].mean(), 0
        rises, drops, sizes, grid = [], [], [], []
        while gamma < 20000:
            rate = (self.load[1][:, None] * np.cos(2 * self.angle) + self.load[0][:, None] * np.sin(2 * self.angle)
                    - (self.v["alpha"] * self.load[2])[:, None])
            with np.errstate(divide="ignore", invalid="ignore"):
                need = np.where(rate > 0, self.distance() / rate, np.inf).min()
            jump = int(max(need, 0) // STEP) + 1
            mean = self.stress[1].mean()
            grid.extend(mean + G * STEP * np.arange(1, jump))
            gamma += jump
            self.stress += self.load * STEP * jump
            before = self.stress[1].mean()
            n = self.relax()
            after = self.stress[1].mean()
            grid.append(after)
            if n and gamma > 5000:
                drops.append(before - after)
                sizes.append(n)
        grid = np.array(grid[5000:20000])
        return {"stress_mean": grid.mean(), "stress_std": grid.std(), "aval_per_step": len(drops) / 15000,
                "slips_per_aval": np.mean(sizes), "drop_mean": np.mean(drops), "drop_std": np.std(drops)}


def sample(job):
    variant, seed, sheared = job
    lattice = Lattice(variant, seed)
    lattice.liquid()
    lattice.relax()
    out = lattice.state()
    if sheared:
        out.update(lattice.shear())
    return out


def main():
    kind, count = sys.argv[1], int(sys.argv[2])
    chosen = sys.argv[3] if len(sys.argv) > 3 else "".join(VARIANTS)
    cases = {k: VARIANTS[k] for k in chosen} if kind == "variants" else {f"{T}": dict(T=T) for T in (0.15, 0.25, 0.4)}
    print("case,statistic,mean,error,realizations", flush=True)
    with Pool(1) as pool:
        for name, variant in cases.items():
            samples = pool.map(sample, [(variant, [ord(name[-1]), i], kind == "variants") for i in range(count)], 1)
            for key in samples[0]:
                x = np.array([s[key] for s in samples])
                print(f"{name},{key},{x.mean():.7g},{x.std(ddof=1) / np.sqrt(count):.3g},{count}", flush=True)


if __name__ == "__main__":
    main()
