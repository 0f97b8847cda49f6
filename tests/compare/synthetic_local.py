"""Independent numbers for the tests of local shear tests in compare/: the tests of synthetic_local.h as numpy
arrays, with errors from leaving out one realization after the other, and a periodic sample whose images are all
looked at. Run it to print what the tests hold as constants."""
import numpy as np

from synthetic import number

REALIZATIONS, RADII, ANGLES = 5, (5.0, 10.0), (0.0, 30.0, 90.0)


def resolved(xx, yy, xy, angle):
    """M(angle):stress with M = (s n + n s)/2, s along the angle."""
    a = np.radians(angle)
    s, n = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
    m = 0.5 * (np.outer(s, n) + np.outer(n, s))
    return m[0, 0] * xx + m[1, 1] * yy + 2 * m[0, 1] * xy


def tests_of(realization, radius, angle):
    count = 20 + 3 * realization
    kind = RADII.index(radius) * len(ANGLES) + ANGLES.index(angle)
    i = kind * count + np.arange(count)
    u = [number(realization, 8 * i + k) for k in range(6)]
    xx = u[0] - 0.5
    yy, xy = 0.2 - 0.5 * xx, u[1] - 0.3
    tau_i = resolved(xx, yy, xy, angle)
    tau_c = tau_i + 0.01 + 3 / radius * u[2] * u[3]
    drop = 0.05 * u[4] * (1 + tau_c ** 2) - 0.005
    mises = np.array([np.sqrt(0.5 * np.trace(d @ d)) for d in
                      (np.array([[a, c], [c, b]]) - 0.5 * (a + b) * np.eye(2) for a, b, c in zip(xx, yy, xy))])
    beta = 0.5 * np.degrees(np.arctan2(0.5 * (yy - xx), xy))
    return {"von_mises": mises, "tau_i": tau_i, "tau_c": tau_c, "distance": tau_c - tau_i, "drop": drop,
            "beta": beta, "found": u[5] > 0.1}


def jackknife(samples, of):
    n = len(samples)
    rest = np.array([of(samples[:k] + samples[k + 1:]) for k in range(n)])
    return [float(of(samples)), float(np.sqrt((n - 1) / n * np.sum((rest - rest.mean()) ** 2)))]


def pooled(samples, name):
    known = name in ("von_mises", "tau_i")
    return np.concatenate([s[name] if known else s[name][s["found"]] for s in samples])


def statistics(radius, angle):
    samples = [tests_of(r, radius, angle) for r in range(REALIZATIONS)]
    found = np.concatenate([s["found"] for s in samples])
    print(f"R {radius} angle {angle}: tests {len(found)}, not found {np.mean(~found)!r}")
    for name in ("von_mises", "tau_i", "tau_c", "distance", "drop"):
        print("  ", name, "mean", jackknife(samples, lambda s: pooled(s, name).mean()),
              "deviation", jackknife(samples, lambda s: pooled(s, name).std()))
    print("   negative", jackknife(samples, lambda s: np.mean(pooled(s, "tau_c") < 0)))
    return samples


def curves(samples):
    values = pooled(samples, "distance")
    edges = np.linspace(values.min(), values.max(), 7)
    density = [jackknife(samples, lambda s: np.histogram(pooled(s, "distance"), edges)[0][k]
                         / len(pooled(s, "distance")) / (edges[1] - edges[0])) for k in range(6)]
    print("density edges", edges[[0, -1]].tolist(), density)
    order = np.argsort(pooled(samples, "tau_c"))
    for part in np.array_split(order, 3):
        low, high = pooled(samples, "tau_c")[part][[0, -1]]

        def mean(s, name):
            inside = (pooled(s, "tau_c") >= low) & (pooled(s, "tau_c") <= high)
            return pooled(s, name)[inside].mean()
        print("portion", len(part), jackknife(samples, lambda s: mean(s, "tau_c"))[0],
              jackknife(samples, lambda s: mean(s, "drop")))


WIDTH, HEIGHT, TILT, TESTED = 14.0, 10.0, 0.25, 0.1


def nearest(places, event, strain):
    """Index of the place with the nearest image of all."""
    far = np.full(len(places), np.inf)
    for a in range(-3, 4):
        for b in range(-3, 4):
            image = event + a * np.array([WIDTH, 0]) + b * np.array([(TILT + strain) * HEIGHT, HEIGHT])
            far = np.minimum(far, np.hypot(*(places - image).T))
    return int(np.argmin(far))


def prediction(samples):
    """7 x 5 places with random strengths along three directions, six events each."""
    found = []
    for r in range(samples):
        places = np.array([[x, y] for y in range(0, 10, 2) for x in range(0, 14, 2)], float)
        directions = np.array([0.0, 30.0, 160.0])
        distance = np.array([number(r, 3 * np.arange(len(places)) + k) for k in range(3)])
        strength = (distance / np.cos(2 * np.radians(directions))[:, None]).min(axis=0)
        row = []
        for n in range(6):
            strain = TESTED + 0.02 * (n + 1) + 0.001 * r
            event = np.array([WIDTH, HEIGHT]) * [number(r + 50, 2 * n), number(r + 50, 2 * n + 1)]
            back = np.array([[1, TESTED], [0, 1]]) @ np.linalg.inv([[1, strain], [0, 1]]) @ event
            mine = strength[nearest(places, back, TESTED)]
            row.append(1 - 2 * (np.sum(strength < mine) + 0.5 * np.sum(strength == mine)) / len(places))
        found.append(row)
    found = np.array(found)
    print("prediction", found.mean(axis=0).tolist(), (found.std(axis=0, ddof=1) / np.sqrt(samples)).tolist())


if __name__ == "__main__":
    statistics(5.0, 0.0)
    curves(statistics(10.0, 90.0))
    prediction(4)
