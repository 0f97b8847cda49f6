#!/usr/bin/env python3
"""Counts the tables that event_minima has written: how often each method ends in another minimum.

Usage: tabulate.py SUMMARY.csv FIGURE.svg TABLE.csv ...
Writes the summary and the figure, and prints the summary as Markdown. A lower line for the same event and
method replaces an earlier one.
"""
import csv
import math
import sys
from collections import defaultdict

CLASSES = [("all", -math.inf, math.inf), ("below 0.003", -math.inf, 0.003), ("0.003 to 0.03", 0.003, 0.03),
           ("above 0.03", 0.03, math.inf)]
ORDER = ["relaxation", "cg_quadratic", "lammps_cg", "cg_backtrack", "lbfgs", "preconditioned_lbfgs", "fire", "fifths",
         "coarser", "finer", "euler"]


def read(paths):
    events = {}
    for path in paths:
        with open(path) as file:
            for row in csv.DictReader(file):
                if row.get("seconds"):  # else cut off by a kill
                    events[row["sample"], row["increment"], row["strain"], row["method"]] = row
    return list(events.values())


def standard_error(some, count):
    """Of a binomial share, from Agresti and Coull's estimate, which is not zero when none or all are."""
    share = (some + 2) / (count + 4)
    return math.sqrt(share * (1 - share) / (count + 4))


def count(rows):
    """One dict for every increment, method and class of drops."""
    groups = defaultdict(list)
    for row in rows:
        groups[row["increment"], row["method"]].append(row)
    summary = []
    for (increment, method), members in sorted(groups.items(), key=lambda group: float(group[0][0])):
        if method not in ORDER:
            continue
        for name, low, high in CLASSES:
            some = [row for row in members if low <= float(row["drop"]) < high]
            if not some:
                continue
            other = [row for row in some if row["same"] == "0"]
            summary.append(dict(
                increment=increment, method=method, drops=name, events=len(some), elsewhere=len(other),
                percent=f"{100 * len(other) / len(some):.1f}",
                error=f"{100 * standard_error(len(other), len(some)):.1f}",
                lower_energy=sum(float(row["energy_difference"]) < 0 for row in other),
                stopped_early=sum(row["reached"] == "0" for row in some),
                evaluations=f"{sum(int(row['evaluations']) for row in some) / len(some):.0f}"))
    summary.sort(key=lambda row: (-float(row["increment"]), ORDER.index(row["method"])))
    return summary


def gap(rows):
    differences = [float(row["difference"]) for row in rows]
    return (max(d for d, row in zip(differences, rows) if row["same"] == "1"),
            min((d for d, row in zip(differences, rows) if row["same"] == "0"), default=math.inf))


def markdown(summary):
    lines = []
    for increment in dict.fromkeys(row["increment"] for row in summary):
        of = {(row["method"], row["drops"]): row for row in summary if row["increment"] == increment}
        lines += [f"\nIncrements of {increment}, share that ends elsewhere, in percent:\n",
                  "| method | " + " | ".join("all drops" if c[0] == "all" else c[0] for c in CLASSES)
                  + " | evaluations | stopped early |", "|---" * (len(CLASSES) + 3) + "|"]
        for method in ORDER:
            if (method, "all") not in of:
                continue
            cells = [f"{r['percent']} ± {r['error']} ({r['elsewhere']}/{r['events']})" if r else "-"
                     for r in (of.get((method, c[0])) for c in CLASSES)]
            whole = of[method, "all"]
            lines.append(f"| {method} | " + " | ".join(cells)
                         + f" | {whole['evaluations']} | {whole['stopped_early']} |")
    return "\n".join(lines)


def figure(summary):
    """Bars with standard errors, one colour for each increment."""
    increments = list(dict.fromkeys(row["increment"] for row in summary))
    # Not where most runs stop early, and not the checks of the study itself.
    checks = ("lammps_cg", "cg_backtrack", "coarser", "finer", "euler", "fifths")
    methods = [m for m in ORDER if m not in checks and any(row["method"] == m for row in summary)]
    width, height, left, bottom, top, colours = 720, 300, 60, 250, 20, ["#33638d", "#e08a28"]
    whole = [row for row in summary if row["drops"] == "all" and row["method"] in methods]
    most = 1.15 * max(float(row["percent"]) + float(row["error"]) for row in whole)

    def y(percent):
        return bottom - (bottom - top) * percent / most
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
           'font-size="12">', f'<rect width="{width}" height="{height}" fill="white"/>']
    for tick in range(0, int(most) + 1, 10):
        out.append(f'<line x1="{left}" x2="{width - 10}" y1="{y(tick):.1f}" y2="{y(tick):.1f}" stroke="#ddd"/>'
                   f'<text x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick}</text>')
    out.append(f'<text x="16" y="{(top + bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 '
               f'{(top + bottom) / 2})">events that end elsewhere, %</text>')
    pitch = (width - 10 - left) / len(methods)
    bar = 0.7 * pitch / len(increments)
    for row in whole:
        k = increments.index(row["increment"])
        x = left + pitch * (methods.index(row["method"]) + 0.15) + k * bar
        p, e = float(row["percent"]), float(row["error"])
        middle = x + bar / 2
        out.append(f'<rect x="{x:.1f}" y="{y(p):.1f}" width="{bar:.1f}" height="{bottom - y(p):.1f}" '
                   f'fill="{colours[k % 2]}"/><line x1="{middle:.1f}" x2="{middle:.1f}" y1="{y(max(p - e, 0)):.1f}" '
                   f'y2="{y(p + e):.1f}" stroke="black"/>')
    for k, method in enumerate(methods):
        out.append(f'<text x="{left + pitch * (k + 0.5):.1f}" y="{bottom + 18}" text-anchor="middle">{method}</text>')
    for k, increment in enumerate(increments):
        out.append(f'<rect x="{left + 20 + 130 * k}" y="{bottom + 30}" width="12" height="12" '
                   f'fill="{colours[k % 2]}"/><text x="{left + 38 + 130 * k}" y="{bottom + 40}">'
                   f'increment {increment}</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    rows = read(sys.argv[3:])
    summary = count(rows)
    with open(sys.argv[1], "w", newline="") as file:
        writer = csv.DictWriter(file, list(summary[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(summary)
    with open(sys.argv[2], "w") as file:
        file.write(figure(summary))
    print(markdown(summary))
    same, other = gap(rows)
    print(f"\nLargest difference called the same: {same:.1e}; smallest called another: {other:.1e}.")


if __name__ == "__main__":
    main()
