#!/usr/bin/env bash
# The how-to of docs/calibrate.md as it stands there, on tables made from lattices and with fewer trials: measured,
# calibrated, stopped, resumed; parts of a calibration are refused.
set -euo pipefail
vitrum=$1 work=$2 python=$3
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }

# The glass: four lattices, as another program's tables.
cat > glass.toml <<'TOML'
[glass]
samples = 0
[lattice]
samples = 4
columns = 6
rows = 6
slip_systems = 12
threshold_scale = 1.24
initial = "liquid"
[lattice.patches]
strains = [0.0, 0.2, 0.3]
sizes = [2]
angles = [0.0, 90.0]
[[lattice.leg]]
kind = "shear"
strain = 0.3
TOML
"$vitrum" run glass.toml --output glass >out.txt 2>err.txt
"$vitrum" export glass --to reference --output glass.h5 >out.txt
mkdir measured
"$python" - <<'PY'
import csv, h5py
tables = {"stress": ["realization", "strain", "stress"], "events": ["realization", "strain", "drop"],
          "local": ["realization", "state", "strain", "radius", "angle", "tau_i", "tau_c", "drop", "von_mises"]}
with h5py.File("glass.h5") as file:
    for name, columns in tables.items():
        out = csv.writer(open(f"measured/{name}.csv", "w"))
        out.writerow(columns)
        out.writerows(zip(*(file[f"content/{name}/{column}"][:] for column in columns)))
PY

# The study of the how-to, smaller.
sed -n '/^```toml$/,/^```$/{/^```/d;p}' "$here/../../docs/calibrate.md" > my.toml
small=(--set lattice.columns=6 --set lattice.rows=6 --set lattice.slip_systems=12 --set lattice.samples=4
  --set reference.from=0.1 --set calibrate.from=0.1 --set calibrate.strain=0.3 --set calibrate.samples=6
  --set calibrate.trials=36 --set calibrate.final_samples=8 --set calibrate.tested_states=2)
"$vitrum" check my.toml "${small[@]}" >out.txt 2>err.txt || { cat err.txt; exit 1; }
expect '^calibration +[1-9][0-9]* s' out.txt
code=0; "$vitrum" run my.toml "${small[@]}" --output parts --shard 1/2 >out.txt 2>err.txt || code=$?
[ "$code" = 2 ]
expect 'cannot be cut into parts' err.txt
[ ! -e parts ]

"$vitrum" run my.toml "${small[@]}" --output whole >out.txt 2>err.txt || { cat err.txt; exit 1; }
expect 'expected in all: calibration [1-9][0-9]* s, lattice [1-9][0-9]* s with' err.txt
for file in calibration-c-l6_6.h5 calibrated-temperature.h5 trial-c-l6_6-0035.h5 best-c-l6_6-000.h5 reference.h5; do
  [ -s "whole/$file" ] || { echo "$file is missing"; ls whole; exit 1; }
done

# Stopped again and again, then by two processes at once: the same bits.
ended=""
for seconds in 0.1 0.3 0.6 0.9; do
  code=0
  timeout -s KILL "$seconds" "$vitrum" run my.toml "${small[@]}" --output killed >out.txt 2>err.txt || code=$?
  ended="$ended $code"
done
[[ $ended == *137* ]] || { echo "no run was killed: $ended"; exit 1; }
"$vitrum" run my.toml "${small[@]}" --output killed >out2.txt 2>err2.txt &
other=$!
"$vitrum" run my.toml "${small[@]}" --output killed >out.txt 2>err.txt || { cat err.txt; exit 1; }
wait "$other" || { cat err2.txt; exit 1; }
"$python" "$here/same_records.py" whole killed
"$vitrum" report killed >out.txt

# More of everything in the same folder: as if it had been asked for at once.
more=(--set calibrate.trials=44 --set calibrate.final_samples=30 --set 'calibrate.variants=["C", "E"]'
  --set calibrate.temperatures='[0.1, 0.15, 0.2, 0.25, 0.3, 0.35]' --set lattice.samples=6)
cp killed/lattice-000.h5 .
"$vitrum" run my.toml "${small[@]}" "${more[@]}" --output killed >out.txt 2>err.txt || { cat err.txt; exit 1; }
cp -r killed halfway && cp lattice-000.h5 halfway/  # as a run leaves it that is killed before it shears lattices
"$vitrum" report halfway >out.txt
expect 'lattices are left out' halfway/summary.json
if grep 'lattices are left out' killed/summary.json; then exit 1; fi
"$vitrum" run my.toml "${small[@]}" "${more[@]}" --output more >out.txt 2>err.txt || { cat err.txt; exit 1; }
"$python" "$here/same_records.py" more killed
code=0
"$vitrum" run my.toml "${small[@]}" --set calibrate.samples=7 --output killed >out.txt 2>err.txt || code=$?
[ "$code" = 2 ]
expect 'there: calibrate.samples = 6' err.txt
