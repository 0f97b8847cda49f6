#!/usr/bin/env bash
# A result file is made again from itself alone: elsewhere, without the study, its potential or the glasses it read.
set -euo pipefail
vitrum=$1 work=$2 python=$3
reference=$(cd ../reference && pwd)
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
again() {  # exit code, arguments of rerun
  local wanted=$1 code=0
  shift
  "$vitrum" rerun "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = "$wanted" ] || { echo "rerun $*: exit code $code, not $wanted"; cat out.txt err.txt; exit 1; }
}

# Glasses, their local tests and batches of lattices, all but the first of their kind, under another name.
cat > study.toml <<'TOML'
[glass]
samples = 2
atoms = 400
[glass.liquid]
cooling_duration = 2
duration = 5
drift_limit = 1000
[glass.probes]
strains = [0.01]
radii = [3]
spacing = 10
[[glass.leg]]
kind = "shear"
strain = 0.02
[lattice]
samples = 3
columns = 8
rows = 6
[[lattice.leg]]
kind = "shear"
strain = 0.1
[compare]
from = 0.01
TOML
"$vitrum" run study.toml --output first >out.txt 2>err.txt
mkdir alone
for record in glass-001 glass-001-local-0000 lattice-000; do cp first/$record.h5 alone/old-$record.h5; done
rm study.toml
cd alone
for record in glass-001 glass-001-local-0000 lattice-000; do
  again 0 old-$record.h5 --set study.threads=1
  expect '^The same, bit for bit: [0-9]+ numbers' out.txt
  cmp <("$vitrum" info old-$record.h5 | sed 's/^[^ ]*: //' | grep -v -e date -e wall_time -e threads | tail -n +3) \
    <("$vitrum" info rerun/old-$record/$record.h5 | sed 's/^[^ ]*: //' | grep -v -e date -e wall_time -e threads | tail -n +3)
done
cd ..

# Other settings give other numbers, and it says so.
again 1 alone/old-glass-001.h5 --output other --set glass.increment=2e-4
expect '^Not the same: ' out.txt
expect 'history/increment: 1 of 1 values differ, by 0.0001' out.txt

# Stopped, it goes on.
timeout -s INT 1 "$vitrum" rerun alone/old-glass-001.h5 --output halt --set study.checkpoint_interval=0.05 \
  --set glass.increment=1e-6 >out.txt 2>err.txt && code=0 || code=$?
[ $code = 124 ] || [ $code = 130 ]
expect 'goes on from here' err.txt

# A glass that was read, of a metal whose tables are gone by then.
table=/usr/share/lammps/potentials/CuZr_mm.eam.fs
if [ -e $table ]; then
  mkdir gone && cp $table gone/gone.eam.fs && cp "$reference/eam/shear_1000.data" gone/
  cat > gone/metal.toml <<TOML
[lattice]
samples = 0
[glass]
potential = "gone.eam.fs"
from = "gone/shear_1000.data"
[[glass.leg]]
kind = "shear"
strain = 0.001
TOML
  "$vitrum" run gone/metal.toml --output metal >out.txt 2>err.txt
  rm -r gone
  again 0 metal/glass-000.h5
  expect '^The same, bit for bit' out.txt
fi

# What cannot be made again is refused in words.
again 2 first/report.html
expect 'is not a file that Vitrum wrote' err.txt
again 2 metal
