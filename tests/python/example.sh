#!/usr/bin/env bash
# One example: it takes less than two minutes of one core and leaves figures. Arguments: Python, script, folder for the figures.
set -euo pipefail
rm -rf "$3"
(ulimit -t 120 && "$1" "$2" "$3")
figures=$(find "$3" -name '*.png' -size +10k | wc -l)
[ "$figures" -ge 1 ] || { echo "no figure in $3" >&2; exit 1; }
