#!/usr/bin/env bash
# Four processes of mpirun make the records of one.
set -euo pipefail
vitrum=$1 work=$2 python=$3
command -v mpirun >/dev/null || { echo "skipped: mpirun is not installed (apt install openmpi-bin)"; exit 77; }
rm -rf "$work" && mkdir -p "$work"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1

"$vitrum" run tiny.toml --output "$work/one" >"$work/one.log" 2>&1
mpirun --oversubscribe -n 4 "$vitrum" run tiny.toml --output "$work/four" >"$work/out" 2>"$work/err"
[ "$(grep -c '^Page: ' "$work/out")" = 1 ] || { cat "$work/out"; exit 1; }
[ "$(grep -c ' done' "$work/err")" -ge 1 ] || { cat "$work/err"; exit 1; }
"$python" same_records.py "$work/one" "$work/four"
"$python" - "$work/four/summary.json" "$work/one/summary.json" <<'PYTHON'
import json, sys
four, one = (json.load(open(name)) for name in sys.argv[1:])
differing = [key for key in one if key != "provenance" and one[key] != four.get(key)]
sys.exit(f"the summaries differ: {differing}" if differing else 0)
PYTHON
