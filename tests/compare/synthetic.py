"""Independent numbers for the tests of compare/: the ensembles of synthetic.h, stepped increment by
increment with arrays, and analysed with numpy. Run it to print what the tests hold as constants."""
import numpy as np

INCREMENT, MODULUS, POINTS, WINDOW = 1e-3, 13.2, 2000, (500, 2000)


def number(realization, i):
    x = (i + 1) * 0.6180339887498949 + realization * 0.3711
    return x - np.floor(x)


def realization(index, spacing):
    mean_drop = MODULUS * INCREMENT * (spacing + 1) / 2 + 0.0002
    i = np.arange(POINTS + 1)
    points = np.cumsum(1 + np.floor(spacing * number(index, 2 * i)).astype(int))
    count = np.searchsorted(points, POINTS, side="right")
    points, i = points[:count], i[:count]
    drops = mean_drop * -np.log(1 - number(index, 2 * i + 1)) - 0.01 * (i % 50 == 0)
    fall = np.zeros(POINTS + 1)
    fall[points] = drops
    stress = MODULUS * INCREMENT * np.arange(POINTS + 1) - np.cumsum(fall)
    rises = MODULUS * INCREMENT * np.diff(points, prepend=0)
    inside = (points > WINDOW[0]) & (points <= WINDOW[1])
    return {"stress": stress[WINDOW[0]:WINDOW[1] + 1], "drop": drops[inside], "increment": rises[inside],
            "slips": np.sum(1 + i[inside] % 3)}


def ensemble(first, count, spacing):
    return [realization(first + k, spacing) for k in range(count)]


def edges_of(quantity, a, b, bins):
    high = max(a.max(), b.max())
    if quantity == "stress":
        return np.linspace(min(a.min(), b.min()), high, bins + 1)
    if quantity == "increment":
        quantum = MODULUS * INCREMENT
        wanted = np.geomspace(1.5, np.floor(high / quantum + 0.5) + 0.5, bins)
        return np.unique(np.append(0, np.round(wanted - 0.5) + 0.5)) * quantum
    a, b = np.sort(a[a > 0]), np.sort(b[b > 0])
    low = min(a[len(a) // 100], b[len(b) // 100])
    return np.concatenate([[0], np.geomspace(low, high, bins)])


def pooled(samples, quantity):
    return np.concatenate([s[quantity] for s in samples])


def density(values, edges, logarithmic):
    return np.histogram(values[values > 0] if logarithmic else values, edges, density=True)[0]


def mismatch(p, q, edges):
    return 1 - np.sum(np.minimum(p, q) * np.diff(edges))


def compare(first, second, bins, resamples=4000):
    random = np.random.default_rng(1)
    quantities = ["stress", "drop", "increment"]
    setup = {}
    for q in quantities:
        log = q != "stress"
        edges = edges_of(q, pooled(first, q), pooled(second, q), bins)
        setup[q] = (edges, log, density(pooled(first, q), edges, log), density(pooled(second, q), edges, log))
    found = {q: [] for q in quantities}
    floors = {q: [] for q in quantities}
    for _ in range(resamples):
        a = [first[i] for i in random.integers(0, len(first), len(first) - 1)]
        b = [second[i] for i in random.integers(0, len(second), len(second) - 1)]
        for q in quantities:
            edges, log, p, r = setup[q]
            p_new, r_new = density(pooled(a, q), edges, log), density(pooled(b, q), edges, log)
            found[q].append(mismatch(p_new, r_new, edges))
            floors[q].append(0.5 * np.sum(np.abs((p_new - p) - (r_new - r)) * np.diff(edges)))
    for q in quantities:
        edges, log, p, r = setup[q]
        print(q, "L", repr(mismatch(p, r, edges)), "error", np.std(found[q], ddof=1), "floor", np.mean(floors[q]))
        print("  means", repr(pooled(first, q).mean()), repr(pooled(second, q).mean()),
              "stds", repr(pooled(first, q).std()), repr(pooled(second, q).std()))
        print("  edges", edges[[0, 1, 2, -1]].tolist(), "density", p[[0, 1, 7]].tolist(), r[[0, 1, 7]].tolist(), "bins", len(p))
    print("macro", np.mean([mismatch(setup[q][2], setup[q][3], setup[q][0]) for q in quantities]), "error",
          np.std(np.mean([found[q] for q in quantities], axis=0), ddof=1))


def estimate(values):
    return [float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(len(values)))]


def summary(samples):
    strain = (WINDOW[1] - WINDOW[0]) * INCREMENT
    print("stress_mean", estimate([s["stress"].mean() for s in samples]))
    halves = [len(s["stress"]) // 2 for s in samples]
    print("stress_drift", estimate([s["stress"][-h:].mean() - s["stress"][:h].mean() for s, h in zip(samples, halves)]))
    print("stress_std", estimate([s["stress"].std() for s in samples]))
    print("events_per_strain", estimate([len(s["drop"]) / strain for s in samples]))
    print("drop_mean", estimate([s["drop"].mean() for s in samples]))
    print("increment_mean", estimate([s["increment"].mean() for s in samples]))
    print("raising_share", estimate([np.mean(s["drop"] < 0) for s in samples]))
    print("slips_per_event", estimate([s["slips"] / len(s["drop"]) for s in samples]))


def deviation(stress, width):
    points = round(width / INCREMENT) + 1
    return np.mean([np.std(stress[k:k + points]) for k in range(len(stress) - points + 1)])


if __name__ == "__main__":
    first, second = ensemble(0, 6, 5), ensemble(100, 10, 9)
    one = realization(3, 5)
    print("realization 3: points", len(one["stress"]), "events", len(one["drop"]), "slips", one["slips"])
    print("  stress", one["stress"][[0, 1, 777, 1500]].tolist(), "drops", one["drop"][[0, -1]].tolist(),
          "increments", one["increment"][[0, -1]].tolist(), "sum", one["increment"].sum())
    compare(first, second, bins=12)
    summary(first)
    print("r", [deviation(one["stress"], w) for w in (0.001, 0.01, 0.1, 1.5)])
