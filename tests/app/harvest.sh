#!/usr/bin/env bash
# A study that harvests the loadings of others and has no specimens of its own.
set -euo pipefail
vitrum=$1 work=$2 python=$3
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }

"$vitrum" run "$here/tiny.toml" --output lattices --set glass.samples=0 --set lattice.leg_fields=false >out.txt 2>err.txt
"$vitrum" export lattices --to loadings -o loadings.h5 --every 5 >out.txt
[ "$(cat out.txt)" = loadings.h5 ]
"$vitrum" info loadings.h5 >out.txt

cat > harvest.toml <<'TOML'
[glass]
samples = 0
[lattice]
samples = 0
[harvest]
bins = [6, 6]
modulus = 13.2
softening = 1e9
tau_a = 1e9
tau_b = 1e9
walkers = 20
variables = ["plastic strain"]
[[harvest.set]]
label = "exported"
records = ["loadings.h5"]
TOML
"$vitrum" check harvest.toml >out.txt
"$vitrum" run harvest.toml --output all >out.txt 2>err.txt
expect "report.html" out.txt
"$vitrum" info all >out.txt
rm all/report.html
"$vitrum" report all >out.txt
[ -s all/report.html ]
"$python" - <<'PY'
import json
found = json.load(open("all/summary.json"))["quantities"]
assert found["harvest.events"]["value"] > 100, found["harvest.events"]
assert found["harvest.variable.plastic strain.rate"]["value"] is not None
PY

# The same specimens from the folder itself: states are not thinned there, events are the same.
sed 's/loadings.h5/lattices/' harvest.toml > folder.toml
"$vitrum" run folder.toml --output folder >out.txt 2>err.txt
"$python" - <<'PY'
import json
events = [json.load(open(name + "/summary.json"))["quantities"]["harvest.events"]["value"] for name in ("all", "folder")]
assert events[0] == events[1], events
PY

sed 's/loadings.h5/missing.h5/' harvest.toml > missing.toml
code=0
"$vitrum" run missing.toml --output none >out.txt 2>err.txt || code=$?
[ "$code" = 2 ] && [ ! -e none ]
expect "missing.h5 is not there" err.txt
