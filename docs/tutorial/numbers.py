#!/usr/bin/env python3
"""Numbers of a study's page: numbers.py FOLDER NAME..., a NAME being the name of a quantity in summary.json, or its beginning
and a star. Without names it lists all."""
import fnmatch
import json
import math
import sys

folder, *names = sys.argv[1:]
with open(f"{folder}/summary.json") as file:
    quantities = json.load(file)["quantities"]
for name in names:
    if not fnmatch.filter(quantities, name):
        sys.exit(f"{folder} has no {name}; without names this prints what it has")
chosen = {name: one for name, one in quantities.items() if any(fnmatch.fnmatch(name, wanted) for wanted in names or ["*"])}
labels = [one["label"] for one in chosen.values()]
for name, quantity in chosen.items():
    value, error, label = quantity["value"], quantity.get("error"), quantity["label"]
    if labels.count(label) > 1:  # of both models
        label = f"{name.partition('.')[0].capitalize()}: {label}"
    digits = 3
    if value is not None and error:
        digits = max(1, math.floor(math.log10(abs(value) or error)) - math.floor(math.log10(error)) + 2)
    if value is None:
        text = "unknown"
    elif value == round(value):
        text = f"{value:.0f}"
    else:
        text = f"{value:.{min(digits, 6)}g}"
    text += f" +/- {error:.2g}" if error else ""
    print(f"{label}: {text} {quantity['unit']}".rstrip())
