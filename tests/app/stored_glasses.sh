#!/usr/bin/env bash
# Glasses of one study are used again by another; what does not fit is refused in words.
set -euo pipefail
vitrum=$1 work=$2 python=$3
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
refused() {  # words, then arguments
  local words=$1 code=0
  shift
  "$vitrum" "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = 2 ] || { echo "$*: exit code $code, not 2"; cat out.txt err.txt; exit 1; }
  expect "$words" err.txt
}

"$vitrum" run "$here/tiny.toml" --output first --set lattice.samples=0 --set glass.increment=1e-3 >out.txt 2>err.txt

cat > again.toml <<'TOML'
[glass]
from = "first"
increment = 1e-3
snapshots = [0.01, 0.03]
[[glass.leg]]
kind = "shear"
strain = 0.03
[[glass.leg]]
kind = "unload"
[lattice]
samples = 0
[compare]
from = 0.01
TOML

# The same glasses under the same program go the same way, to the last digit.
"$vitrum" check again.toml > out.txt
"$vitrum" run again.toml --output second >out.txt 2>err.txt
for folder in first second; do
  for sample in 0 1 2; do
    "$vitrum" export $folder/glass-00$sample.h5 --to csv --output $folder-csv > out.txt
    "$vitrum" export $folder/glass-00$sample.h5 --to lammps --output $folder-lammps > out.txt
  done
done
cmp first-csv/glass-000-states.csv second-csv/glass-000-states.csv
cmp first-csv/glass-002-states.csv second-csv/glass-002-states.csv
"$vitrum" report second > out.txt

# Configurations of other programs, here strained glasses, start a study of their own.
"$vitrum" run again.toml --set "glass.from=[\"$(ls second-lammps/glass-000-*-strain-*.data | tail -1)\"]" \
  --output third >out.txt 2>err.txt
[ -s third/glass-000.h5 ] && [ ! -e third/glass-001.h5 ]

# Each of them in both orientations: the first is the glass itself, the other one its mirror image.
"$vitrum" run again.toml --output turned --set glass.orientations=2 >out.txt 2>err.txt
[ -s turned/glass-005.h5 ] && [ ! -e turned/glass-006.h5 ]
"$vitrum" export turned/glass-002.h5 --to csv --output turned-csv > out.txt
"$vitrum" export turned/glass-003.h5 --to csv --output turned-csv > out.txt
"$vitrum" export second/glass-001.h5 --to csv --output second-csv > out.txt
cmp turned-csv/glass-002-states.csv second-csv/glass-001-states.csv
"$vitrum" info turned/glass-003.h5 > out.txt
expect 'shear_plane.*-xy' out.txt
"$python" - turned-csv/glass-002-states.csv turned-csv/glass-003-states.csv <<'PYTHON'
import csv, sys
plain, mirrored = (next(csv.DictReader(open(name))) for name in sys.argv[1:])
for key in plain:
    sign = -1 if key == "stress_xy" else 1
    assert abs(float(plain[key]) - sign * float(mirrored[key])) < 1e-8, (key, plain[key], mirrored[key])
PYTHON
refused 'glass.orientations is 3 \(a glass in two dimensions has 2\)' check again.toml --set glass.orientations=3
refused 'glass.samples is 7 \(glass.from names 3 glasses in 2 orientations\)' check again.toml \
  --set glass.orientations=2 --set glass.samples=7
refused 'has no orientation 2: its cell is tilted' check again.toml --set glass.orientations=2 \
  --set "glass.from=[\"$(ls second-lammps/glass-000-*-strain-*.data | tail -1)\"]"

refused 'glass.from: nowhere is not there' check again.toml --set glass.from=nowhere
refused 'glass.samples is 5 \(glass.from names 3 glasses\)' check again.toml --set glass.samples=5
refused 'glass.atoms is 300 \(the glasses of glass.from have 200\)' check again.toml --set glass.atoms=300
refused 'holds a glass of the potential lj2d \(the study.s is ka3d\)' check again.toml --set glass.potential=ka3d
refused 'glass.density is 1.1' check again.toml --set glass.density=1.1
refused 'neither a LAMMPS data file' check again.toml --set "glass.from=$here/tiny.toml"
refused 'its file was|is not|holds no|not one of' check again.toml --set 'glass.from="first/summary.json"'

# A source that changed is another study: its results are not mixed with the old ones.
before=$(cat second/*.h5 | md5sum)
rm -r first
"$vitrum" run "$here/tiny.toml" --output first --set lattice.samples=0 --set glass.increment=1e-3 --set study.seed=8 >out.txt 2>err.txt
refused 'stored glass' run again.toml --output second
[ "$before" = "$(cat second/*.h5 | md5sum)" ]
