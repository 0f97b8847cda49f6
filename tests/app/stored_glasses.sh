#!/usr/bin/env bash
# Glasses of one study are used again by another; what does not fit is refused in words.
set -euo pipefail
vitrum=$1 work=$2
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
"$vitrum" run again.toml --set "glass.from=[\"$(ls second-lammps/glass-000-*.data | tail -1)\"]" \
  --output third >out.txt 2>err.txt
[ -s third/glass-000.h5 ] && [ ! -e third/glass-001.h5 ]

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
