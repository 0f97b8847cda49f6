#!/usr/bin/env python3
"""Small figures of the tutorial as SVG, from tables (CSV), with Python alone.

  plot.py curve X Y TABLE [MARKS] > figure.svg     a line; MARKS: another table with the columns X and Y, as dots
  plot.py map X Y VALUE TABLE > figure.svg         a square for each row, blue below zero and red above
"""
import csv
import sys

width, height, left, bottom, top = 640, 300, 60, 40, 14

# What columns are called on paper.
named = {
    "strain": "shear strain γ",
    "stress_xy": 'shear stress Σ<tspan dy="3" font-size="9">xy</tspan><tspan dy="-3"> (ε/σ²)</tspan>',
    "dx": "dx, elements from the one that slipped",
    "dy": "dy, elements",
    "sxy": 'ΔΣ<tspan dy="3" font-size="9">xy</tspan><tspan dy="-3"> of a unit slip (units of G)</tspan>',
}


def columns(path, *names):
    with open(path) as file:
        rows = list(csv.DictReader(file))
    return [[float(row[name]) for row in rows] for name in names]


def ticks(low, high):
    """Some five round numbers between low and high."""
    step = 10.0 ** len(str(int((high - low) * 1e6)))  / 1e7
    while (high - low) / step < 4:
        step /= 2
    first = int(low / step) - 1
    return [step * number for number in range(first, first + 40) if low <= step * number <= high]


def axes(x, y, names):
    """Places of data on the paper, and the frame with its numbers."""
    (x0, x1), (y0, y1) = (min(x), max(x)), (min(0.0, min(y)), max(y) * 1.05)

    def place(a, b):
        return (left + (a - x0) / (x1 - x0) * (width - left - 10), height - bottom - (b - y0) / (y1 - y0) * (height - bottom - top))

    parts = []
    for value in ticks(x0, x1):
        parts.append(f'<text x="{place(value, y0)[0]:.1f}" y="{height - bottom + 16}" text-anchor="middle">{value:.3g}</text>')
    for value in ticks(y0, y1):
        across = place(x0, value)[1]
        parts.append(f'<text x="{left - 6}" y="{across + 4:.1f}" text-anchor="end">{value:.3g}</text>'
                     f'<path d="M{left} {across:.1f}H{width - 10}" stroke="#8884" />')
    parts.append(f'<text x="{(left + width) / 2}" y="{height - 6}" text-anchor="middle">{names[0]}</text>'
                 f'<text x="14" y="{(height - bottom) / 2}" text-anchor="middle" transform="rotate(-90 14 {(height - bottom) / 2})">{names[1]}</text>')
    return place, parts


def curve(x_name, y_name, table, marks=None):
    x, y = columns(table, x_name, y_name)
    place, parts = axes(x, y, (named.get(x_name, x_name), named.get(y_name, y_name)))
    way = " ".join(f"{a:.1f},{b:.1f}" for a, b in map(place, x, y))
    parts.append(f'<polyline points="{way}" fill="none" stroke="#2a6fb0" stroke-width="1.3" />')
    if marks:
        for a, b in zip(*columns(marks, x_name, y_name)):
            parts.append('<circle cx="{:.1f}" cy="{:.1f}" r="3" fill="#d1495b" />'.format(*place(a, b)))
    return parts, width, height


def colour(share):
    """White at 0, red at 1, blue at -1."""
    fade = round(255 * (1 - min(abs(share), 1) ** 0.5))
    return f"rgb(255,{fade},{fade})" if share > 0 else f"rgb({fade},{fade},255)"


def square_map(x_name, y_name, value_name, table):
    x, y, values = columns(table, x_name, y_name, value_name)
    size, largest = 20, sorted(map(abs, values))[-2]      # the strongest is the source itself
    right, below = left + (max(x) - min(x) + 1) * size, top + (max(y) - min(y) + 1) * size
    parts = [f'<rect x="{left + (a - min(x)) * size:.0f}" y="{top + (max(y) - b) * size:.0f}" width="{size}" height="{size}" '
             f'fill="{colour(value / largest)}"><title>{value:.3g}</title></rect>' for a, b, value in zip(x, y, values)]
    for number in range(int(min(x)), int(max(x)) + 1):
        if number % 2 == 1:
            parts.append(f'<text x="{left + (number - min(x) + 0.5) * size}" y="{below + 16}" text-anchor="middle">{number}</text>')
            parts.append(f'<text x="{left - 6}" y="{top + (max(y) - number + 0.5) * size + 4}" text-anchor="end">{number}</text>')
    middle = (top + below) / 2
    parts.append(f'<text x="{(left + right) / 2}" y="{below + 34}" text-anchor="middle">{named.get(x_name, x_name)}</text>'
                 f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">{named.get(y_name, y_name)}</text>')
    bar, steps = right + 20, 40
    for step in range(steps):
        share = 1 - 2 * (step + 0.5) / steps
        parts.append(f'<rect x="{bar}" y="{top + step * (below - top) / steps:.2f}" width="14" '
                     f'height="{(below - top) / steps + 0.3:.2f}" fill="{colour(share)}" />')
    for share in (1, 0.5, 0, -0.5, -1):
        parts.append(f'<text x="{bar + 20}" y="{middle - share * (below - top) / 2 + 4:.1f}">{share * largest:.2g}</text>')
    parts.append(f'<text x="{bar + 66}" y="{middle}" text-anchor="middle" transform="rotate(-90 {bar + 66} {middle})">'
                 f'{named.get(value_name, value_name)}</text>')
    return parts, bar + 80, below + bottom


parts, across, down = {"curve": curve, "map": square_map}[sys.argv[1]](*sys.argv[2:])
print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down:g}" width="{across:g}" font-family="sans-serif" '
      f'font-size="12" fill="#777">' + "\n".join(parts) + "</svg>")
