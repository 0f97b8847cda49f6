"""Independent numbers for the tests of compare/stationary_errors: synthetic_calibration.h once more, values kept as
arrays and analysed with numpy's own histograms, means and deviations. Run it to write errors.csv."""
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "compare"))
from synthetic import INCREMENT, MODULUS, WINDOW, number, realization  # noqa: E402
from synthetic_local import resolved  # noqa: E402

RADII, ANGLES, BINS, RADIUS = (9.9, 20.0), (0.0, 30.0, 90.0), 12, 10.0
QUANTITIES = ("stress", "drop", "increment")
LOCAL = ("tau_i", "tau_c", "distance", "drop")


def local_tests(r, radius, angle, harder):
    count = 15 + 2 * r
    i = (RADII.index(radius) * len(ANGLES) + ANGLES.index(angle)) * count + np.arange(count)
    u = [number(r, 8 * i + k) for k in range(6)]
    xx = u[0] - 0.5
    yy, xy = 0.2 - 0.5 * xx, u[1] - 0.3
    tau_i = resolved(xx, yy, xy, angle)
    tau_c = tau_i + 0.01 + 3 / radius * u[2] * u[3]
    tau_f = tau_c - 0.05 * u[4] * (1 + tau_c**2) + 0.005
    tau_c = tau_i + harder * (tau_c - tau_i)
    found = u[5] > 0.1
    return {"tau_i": tau_i, "tau_c": tau_c[found], "distance": (tau_c - tau_i)[found], "drop": (tau_c - tau_f)[found]}


def sample(r, spacing, harder):
    values = realization(r, spacing)
    out = {"stress": values["stress"]}
    for q in ("drop", "increment"):
        out[q] = values[q][values[q] > 0]
    for angle in (0, 90):
        tests = None if r % 3 == 2 else local_tests(r, 9.9, float(angle), harder)
        for m in LOCAL:
            out[m, angle] = np.array([]) if tests is None else tests[m]
    return out


def ensemble(first, count, spacing, harder):
    return [sample(r, spacing, harder) for r in range(first, first + count)]


def pooled(samples, key):
    return np.concatenate([s[key] for s in samples])


def edges(reference):
    stress, drop, rise = (pooled(reference, q) for q in QUANTITIES)
    quantum = MODULUS * INCREMENT
    wanted = np.geomspace(1.5, np.floor(rise.max() / quantum + 0.5) + 0.5, BINS)
    return {"stress": np.linspace(stress.min(), stress.max(), BINS + 1),
            "drop": np.append(0, np.geomspace(np.sort(drop)[len(drop) // 100], drop.max(), BINS)),
            "increment": np.unique(np.append(0, np.round(wanted - 0.5) + 0.5)) * quantum}


def errors(reference, model, bins):
    row = {}
    for q in QUANTITIES:
        p, m = pooled(reference, q), pooled(model, q)
        overlap = np.minimum(np.histogram(p, bins[q])[0] / len(p), np.histogram(m, bins[q])[0] / len(m)).sum()
        row[q] = 1 - overlap
    for angle in (0, 90):
        for name, of in (("mean", np.mean), ("deviation", np.std)):
            for m in LOCAL:
                row[f"{m}.{name}.{angle}"] = abs(1 - of(pooled(model, (m, angle))) / of(pooled(reference, (m, angle))))
    row["macro"] = np.mean([row[q] for q in QUANTITIES])
    row["forward"] = np.mean([v for k, v in row.items() if k.endswith(".0")])
    row["backward"] = np.mean([v for k, v in row.items() if k.endswith(".90")])
    row["stat"] = (row["macro"] + (row["forward"] + row["backward"]) / 2) / 2
    return row


def resampled(reference, model, bins, resamples=3000):
    """Standard deviations of all errors, and the floor, as compare_macroscale defines them."""
    random = np.random.default_rng(1)
    rows, floors = [], []
    shares = {}

    def share(samples, q):
        values = pooled(samples, q)
        inside = np.histogram(values, bins[q])[0] / len(values)
        return np.append(inside, 1 - inside.sum())
    for q in QUANTITIES:
        shares[q] = share(reference, q), share(model, q)
    while len(rows) < resamples:
        a = [reference[i] for i in random.integers(0, len(reference), len(reference) - 1)]
        b = [model[i] for i in random.integers(0, len(model), len(model) - 1)]
        if any(len(pooled(s, ("tau_i", 0))) == 0 for s in (a, b)):
            continue
        rows.append(errors(a, b, bins))
        floors.append(np.mean([0.5 * np.abs(share(a, q) - shares[q][0] - share(b, q) + shares[q][1]).sum()
                               for q in QUANTITIES]))
    return {key: np.std([row[key] for row in rows], ddof=1) for key in rows[0]}, np.mean(floors)


def summary(samples):
    strain = (WINDOW[1] - WINDOW[0]) * INCREMENT * len(samples)
    keys = list(QUANTITIES) + ["rate"] + [(m, angle) for angle in (0, 90) for m in LOCAL]
    out = {}
    for key in keys:
        if key == "rate":
            out["events_per_strain"] = len(pooled(samples, "drop")) / strain
            continue
        name, angle = (key, "") if isinstance(key, str) else (key[0], f".{key[1]}")
        out[f"{name}.mean{angle}"] = pooled(samples, key).mean()
        out[f"{name}.deviation{angle}"] = pooled(samples, key).std()
    return out


if __name__ == "__main__":
    reference, model = ensemble(0, 6, 5, 1.0), ensemble(100, 10, 7, 1.2)
    bins = edges(reference)
    value = errors(reference, model, bins)
    spread, floor = resampled(reference, model, bins)
    with open(HERE / "errors.csv", "w") as out:
        out.write("name,value,error\n")
        for key in value:
            out.write(f"{key},{value[key]!r},{spread[key]!r}\n".replace("np.float64(", "").replace(")", ""))
        out.write(f"floor,{floor},0\n")
    whole = summary(reference)
    left = np.array([list(summary(reference[:k] + reference[k + 1:]).values()) for k in range(len(reference))])
    # A realization that was not tested tells nothing of local quantities: their jackknife is that of the others.
    local = np.array([key[-2:] in (".0", "90") for key in whole])
    tested = np.array([len(s["tau_i", 0]) > 0 for s in reference])
    told = tested[:, None] | ~local
    n = told.sum(axis=0)
    left = np.ma.masked_array(left, ~told)
    off = (np.sqrt((n - 1) / n) * (left - left.mean(axis=0))).filled(0)
    covariance = off.T @ off
    with open(HERE / "summary.csv", "w") as out:
        out.write("name,value," + ",".join(f"with_{k}" for k in range(len(whole))) + "\n")
        for row, (key, number_) in zip(covariance, whole.items()):
            out.write(",".join([key, repr(float(number_))] + [repr(float(c)) for c in row]) + "\n")
