"""Statistics of the tables of mepls_driver, with standard errors, as JSON: tests/reference/lattice/mepls_*.json.

    mepls_statistics.py <folder of tables> <output.json> [--against <other.json>]

--against prints how many standard errors lie between this and another file of the same layout. Needs numpy.
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np

INCREMENT = 1e-4
STATIONARY = (5000, 20000)  # grid points k, gamma = k INCREMENT
PERCENTILES = (1, 5, 25, 50, 75, 95, 99)
RESAMPLES = 100
DESCRIPTION = {
    "source": "MEPLS (github.com/dfcastellanos/MEPLS, commit 5ae82e0), its program espci as bench/against_mepls runs it",
    "se": "standard error over realizations: of their mean, or by bootstrap over realizations, 100 resamples",
    "macro_stationary": "of every realization for itself, gamma in [0.5, 2]; defined in mepls_l6.6.json",
    "local": "stationary: after the avalanche with which gamma first exceeds 0.94, 1.42, 1.90; pressure is (sxx + syy) / 2",
    "bauschinger": "unloaded until the stress is <= 0, so beyond zero; grid values after relaxation; backward is minus",
}


def read(path):
    with open(path) as file:
        names = file.readline().strip().split(",")
        rows = np.loadtxt(file, delimiter=",", ndmin=2)
    return names, rows


def columns(path):
    names, rows = read(path)
    return dict(zip(names, rows.T))


def by_seed(seeds, table):
    """The table's rows of every seed, as a dict of columns each."""
    order = np.argsort(table["seed"], kind="stable")
    sorted_seeds = table["seed"][order]
    parts = []
    for seed in seeds:
        rows = order[np.searchsorted(sorted_seeds, seed):np.searchsorted(sorted_seeds, seed, "right")]
        parts.append({name: column[rows] for name, column in table.items()})
    return parts


def mean(values):
    values = np.asarray(values, float)
    return {"mean": values.mean(), "se": values.std(ddof=1) / math.sqrt(len(values))}


def bootstrap(parts, statistic):
    """Standard error of `statistic` of the pooled parts, one part for every realization."""
    random = np.random.default_rng(1)
    draws = [statistic(np.concatenate([parts[i] for i in random.integers(len(parts), size=len(parts))]))
             for _ in range(RESAMPLES)]
    return np.std(draws, axis=0, ddof=1)


def percentiles(parts):
    values = np.percentile(np.concatenate(parts), PERCENTILES)
    errors = bootstrap(parts, lambda pooled: np.percentile(pooled, PERCENTILES))
    return {str(p): {"value": v, "se": e} for p, v, e in zip(PERCENTILES, values, errors)}


def pooled(parts):
    everything = np.concatenate(parts)
    errors = bootstrap(parts, lambda sample: (sample.mean(), sample.std()))
    return {"mean": everything.mean(), "mean_se": errors[0], "std": everything.std(), "std_se": errors[1],
            "n": everything.size}


def window_deviation(curve, width):
    """Paper 1, eq. 10: standard deviation in windows of so much strain, mean over all of them."""
    points = round(width / INCREMENT) + 1
    centred = curve - curve.mean()
    sums = np.cumsum(np.concatenate([[0], centred]))
    squares = np.cumsum(np.concatenate([[0], centred**2]))
    first = (sums[points:] - sums[:-points]) / points
    second = (squares[points:] - squares[:-points]) / points
    return np.sqrt(np.maximum(second - first**2, 0)).mean()


def shear(path):
    """Of one realization: its stress on the uniform grid, its avalanches in the window, and its numbers."""
    k = np.rint(path["strain"] / INCREMENT).astype(int)
    rise = np.concatenate([[0], path["stress_before"][1:] - path["stress_after"][:-1]])
    modulus = rise.sum() / ((k[-1] - k[0]) * INCREMENT)
    grid = np.arange(STATIONARY[1] + 1)
    last = np.searchsorted(k, grid, "right") - 1
    curve = path["stress_after"][last] + modulus * INCREMENT * (grid - k[last])
    window = curve[STATIONARY[0]:]
    inside = (k > STATIONARY[0]) & (k <= STATIONARY[1])
    drops = (path["stress_before"] - path["stress_after"])[inside]
    slips, steps = path["slips"][inside], path["relaxation_steps"][inside]
    length = STATIONARY[1] - STATIONARY[0]
    numbers = {"stress_mean": window.mean(), "stress_std": window.std(), "slope": modulus,
               "aval_per_step": inside.sum() / length, "slips_per_aval": slips.mean(),
               "slips_per_unit_gamma": slips.sum() / (length * INCREMENT), "relaxsteps_per_aval": steps.mean(),
               "drop_mean": drops.mean(), "drop_std": drops.std(), "frac_negative_drop": (drops < 0).mean(),
               "incr_mean": rise[inside].mean(), "incr_std": rise[inside].std(),
               "prestress_peak": curve[:STATIONARY[0]].max()}
    for width in (0.001, 0.01, 0.1):
        numbers[f"r_{width:g}"] = window_deviation(window, width)
    return {"stress": window[::5], "drops": drops, "slips": slips, "numbers": numbers}


def local(names, rows, seeds):
    """Of the elements, by state: the table comes sorted by realization."""
    states = {"quench": rows[:, 1] == 0, "stationary": rows[:, 1] > 0}
    threshold = names.index("threshold_0")
    result = {}
    for state, chosen in states.items():
        parts = [rows[chosen & (rows[:, 0] == seed)] for seed in seeds]
        sxx, syy, sxy = ([part[:, names.index(name)] for part in parts] for name in ("sxx", "syy", "sxy"))
        half = [(y - x) / 2 for x, y in zip(sxx, syy)]
        quantities = {"sxx": sxx, "syy": syy, "sxy": sxy, "vm": [np.hypot(h, s) for h, s in zip(half, sxy)],
                      "half_diff_yy_xx": half, "pressure": [(x + y) / 2 for x, y in zip(sxx, syy)],
                      "slip_thresholds": [part[:, threshold:].ravel() for part in parts],
                      "element_min_distance": [part[:, names.index("smallest_distance")] for part in parts]}
        result[state] = {name: pooled(q) | {"percentiles": percentiles(q)} for name, q in quantities.items()}
    return result


def bauschinger(realizations, reload):
    result = {"gamma": list(reload[0]["strain"])}
    for sense in ("forward", "backward"):
        curves = np.array([part[sense] for part in reload])
        result[sense] = {"mean": list(curves.mean(0)), "std": list(curves.std(0)),
                         "se": list(curves.std(0, ddof=1) / math.sqrt(len(curves)))}
    for name, column in (("unload_gamma", "unload_strain"), ("residual_stress_after_unload", "residual_stress"),
                         ("stress_at_unload_start", "stress_before_unloading")):
        result[name] = mean(realizations[column]) | {"std": realizations[column].std()}
    return result


def statistics(folder):
    realizations = columns(folder / "realizations.csv")
    if realizations["fractured"].any():
        raise SystemExit("Some realizations ended in a fracture; nothing is averaged.")
    seeds = realizations["seed"]
    paths = [shear(part) for part in by_seed(seeds, columns(folder / "avalanches.csv"))]
    events = realizations["thermal_events"]
    return {
        "description": DESCRIPTION, "parameters": json.loads((folder / "parameters.json").read_text()),
        "n_realizations": len(seeds), "seeds": [str(int(seed)) for seed in seeds],
        "macro_stationary": {name: mean([path["numbers"][name] for path in paths]) for name in paths[0]["numbers"]},
        "stress_percentiles": percentiles([path["stress"] for path in paths]),
        "drop_percentiles": percentiles([path["drops"] for path in paths]),
        "slips_per_aval_percentiles": percentiles([path["slips"] for path in paths]),
        "kmc_events": mean(events) | {"std": events.std(), "min": int(events.min()), "max": int(events.max()),
                                      "median": np.median(events)},
        "liquid_slips": mean(realizations["liquid_slips"]),
        "local": local(*read(folder / "elements.csv"), seeds),
        "bauschinger": bauschinger(realizations, by_seed(seeds, columns(folder / "reload.csv"))),
    }


def rounded(value):
    if isinstance(value, dict):
        return {name: rounded(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    return float(f"{value:.7g}") if isinstance(value, float) else int(value) if isinstance(value, np.integer) else value


def pairs(value, name=""):
    """Every (name, number, standard error) in a file."""
    for key, entry in value.items():
        here = f"{name}/{key}"
        if key in ("description", "parameters", "patches"):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("mean"), list):
            for i, (number, error) in enumerate(zip(entry["mean"], entry["se"])):
                yield f"{here}/{i}", number, error
        elif isinstance(entry, dict):
            for number, error in (("mean", "se"), ("mean", "mean_se"), ("std", "std_se"), ("value", "se")):
                if number in entry and error in entry:
                    yield f"{here}/{number}", entry[number], entry[error]
            yield from pairs(entry, here)


def compare(mine, other):
    theirs = {name: (number, error) for name, number, error in pairs(other)}
    scores = []
    for name, number, error in pairs(mine):
        if name not in theirs:
            continue
        both = math.hypot(error, theirs[name][1])
        scale = max(abs(number), abs(theirs[name][0]))
        # What is the same in every realization has no error, only rounding; the pressure has a mean of zero.
        exact = both < 1e-7 * max(scale, 1e-3)
        scores.append((0.0 if exact else (number - theirs[name][0]) / both, name, number, theirs[name][0]))
        if exact and abs(number - theirs[name][0]) > 1e-6 * max(scale, 1e-3):
            print(f"{name}: {number} is not {theirs[name][0]}")
    scores.sort(key=lambda score: -abs(score[0]))
    varying = [score[0] for score in scores if score[0] != 0]
    print(f"{len(varying)} numbers: root-mean-square z {math.sqrt(np.mean(np.square(varying))):.3f}, "
          f"mean {np.mean(varying):.3f}; {np.sum(np.abs(varying) > 2)} beyond 2, {np.sum(np.abs(varying) > 3)} beyond 3")
    for score, name, number, reference in scores[:12]:
        print(f"{score:7.2f}  {name}  {number:.6g}  {reference:.6g}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args()
    result = rounded(statistics(options.folder))
    options.output.write_text(json.dumps(result, separators=(",", ":")) + "\n")
    if options.against:
        compare(result, json.loads(options.against.read_text()))


if __name__ == "__main__":
    main()
