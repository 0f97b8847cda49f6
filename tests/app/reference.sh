#!/usr/bin/env bash
# References of calibrations: records, their export, tables of other programs; what cannot be used is refused in words.
set -euo pipefail
vitrum=$1 work=$2 python=$3
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
accepted() { "$vitrum" check "$@" >out.txt 2>err.txt || { echo "$* was refused:"; cat err.txt; exit 1; }; }
refused() {  # words, then arguments
  local words=$1 code=0
  shift
  "$vitrum" check "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = 2 ] || { echo "$*: exit code $code, not 2"; cat out.txt err.txt; exit 1; }
  expect "$words" err.txt
}

"$vitrum" run "$here/tiny.toml" --output first --set glass.samples=0 --set "lattice.patches.strains=[0.0, 0.2, 0.3]" \
  --set "lattice.patches.sizes=[2, 4]" --set lattice.patches.leg_ends=true >out.txt 2>err.txt
"$vitrum" export first --to reference -o reference.h5 >out.txt
[ "$(cat out.txt)" = reference.h5 ]
if "$vitrum" export first --to reference -o first/reference.h5 >out.txt 2>err.txt; then exit 1; fi
expect "among the records" err.txt
"$vitrum" info reference.h5 >out.txt
expect "reference to calibrate to" out.txt
expect "legs/" out.txt
expect "seed  *= 7" out.txt

cat > fit.toml <<'TOML'
[glass]
samples = 0
[lattice]
samples = 4
[[lattice.leg]]
kind = "shear"
strain = 0.3
[reference]
records = "first"
from = 0.1
TOML
accepted fit.toml
accepted fit.toml --set reference.records=reference.h5 --set reference.radius=14.9

# Glasses of other sizes stay with the results, as far as the page needs them.
"$vitrum" run fit.toml --output fitted --set 'reference.sizes=["first", "reference.h5"]' > out.txt 2> err.txt
"$vitrum" info fitted/reference.h5 > out.txt
expect "^  sizes/" out.txt
expect "deviation  *1 reals" out.txt  # samples of one width are one point
accepted fit.toml --set reference.records=first/lattice-000.h5
sed 's/"first"/"elsewhere"/' fit.toml > lost.toml
refused "lost.toml:9:11: reference.records: elsewhere is not there" lost.toml
refused "has no local tests of radius 6 along 0 and 90 degrees; it has those of radius 7.4" fit.toml --set reference.radius=6
refused "reference.from is 0.3 \(40 realizations, the first of them number 0, end at" fit.toml --set reference.from=0.3
refused "is the strain in percent" fit.toml --set lattice.shear_modulus=500

# A file that was cut off is seen before anything reads it.
head -c 20000 reference.h5 > half.h5
refused "half.h5" fit.toml --set reference.records=half.h5

# The same numbers as tables of another program.
mkdir tables
if "$python" -c "import h5py" 2>err.txt; then
  "$python" - <<'PY'
import h5py
with h5py.File("reference.h5") as f, h5py.File("own.h5", "w") as own:
    for name in ("stress", "events", "local"):
        columns = {key: f[f"content/{name}/{key}"][:] for key in f[f"content/{name}"]}
        for key, values in columns.items():
            own[f"{name}/{key}"] = values
        with open(f"tables/{name}.csv", "w") as out:
            print(*columns, sep=",", file=out)
            for row in zip(*columns.values()):
                print(*row, sep=",", file=out)
PY
  accepted fit.toml --set reference.records=own.h5
  accepted fit.toml --set reference.records=tables
  accepted fit.toml --set 'reference.records=["tables/stress.csv", "tables/events.csv"]'
fi

cat > tables/stress.csv <<'CSV'
realization,strain,stress
0,0.1,10
0,0.2,x
CSV
printf 'realization,strain,drop\n' > tables/events.csv
rm -f tables/local.csv
refused "reference.records: tables/stress.csv:3:7: stress is 'x' \(not a number\)" fit.toml --set reference.records=tables
expect "reference.records: tables/events.csv: the table events has no rows" err.txt
