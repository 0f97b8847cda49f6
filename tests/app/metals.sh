#!/usr/bin/env bash
# Glasses of metals: read or made from a melt, sheared, shown in GPa; what does not fit is refused in words.
set -euo pipefail
vitrum=$1 work=$2 python=$3
reference=$(cd ../reference && pwd)
here=$PWD
table=/usr/share/lammps/potentials/CuZr_mm.eam.fs
[ -e $table ] || { echo "the package lammps-data is missing"; exit 77; }
rm -rf "$work" && mkdir -p "$work/studies" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
refused() {  # words, then further arguments of check
  local words=$1 code=0
  shift
  "$vitrum" check "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = 2 ] || { echo "$*: exit code $code, not 2"; cat out.txt err.txt; exit 1; }
  expect "$words" err.txt
}

# A glass from a LAMMPS data file, sheared as LAMMPS did.
cat > studies/read.toml <<TOML
[lattice]
samples = 0
[glass]
potential = "beside.eam.fs"
from = "$reference/eam/shear_1000.data"
[[glass.leg]]
kind = "shear"
strain = 0.01
TOML
ln -s $table studies/beside.eam.fs
"$vitrum" check studies/read.toml > out.txt
expect 'no mistakes' out.txt
"$vitrum" run studies/read.toml --output read >out.txt 2>err.txt
"$vitrum" export read/glass-000.h5 --to csv --output read-csv >out.txt
"$python" "$here/check_metal_path.py" "$reference" read-csv/glass-000-states.csv
"$vitrum" info read/glass-000.h5 > out.txt
expect 'eV/A\^3. mean stress' out.txt
expect 'repeated_relaxations += 0 ' out.txt
expect '"unit": "GPa"' read/summary.json
expect '"unit": "eV/A"' read/summary.json
if grep -q 'sigma' read/summary.json; then echo "a unit of Lennard-Jones in read/summary.json"; exit 1; fi

# One from a melt, made in a moment; used again by another study.
cat > studies/melt.toml <<TOML
[study]
title = "Copper and zirconium"
[lattice]
samples = 0
[glass]
samples = 1
potential = "CuZr_mm.eam.fs"
atoms = 400
density = 0.06306
increment = 1e-3
[[glass.species]]
name = "Cu"
fraction = 64
[[glass.species]]
name = "Zr"
fraction = 36
[glass.liquid]
melt_temperature = 2500
temperature = 1400
melt_duration = 0.1
cooling_duration = 0.1
duration = 0.4
drift_limit = 1000
quench = "cooling"
cooling_rate = 1e4
[[glass.leg]]
kind = "shear"
strain = 0.01
TOML
"$vitrum" run studies/melt.toml --output melt >out.txt 2>err.txt
"$vitrum" report melt >out.txt
"$vitrum" info melt/glass-000.h5 > out.txt
expect 'temperature_mean .*\[K\]' out.txt
sed -e '/glass.species/,/drift_limit/d' -e '/quench =/d' -e '/cooling_rate/d' -e '/^atoms/d' -e '/^density/d' \
  -e '/^samples = 1/c from = "melt"' studies/melt.toml > studies/again.toml
"$vitrum" run studies/again.toml --output again >out.txt 2>err.txt

# A single configuration.
"$vitrum" evaluate "$reference/eam/shear_1000.data" --potential CuZr_mm.eam.fs --minimise --moduli > out.txt
expect 'simple shear +27\.5' out.txt

# Pure shear, events located within their increments.
"$vitrum" run studies/read.toml --output located --set glass.shear=pure --set glass.angle=30 \
  --set glass.events.resolution=1e-6 --set glass.increment=5e-4 --set "glass.leg[1].strain=0.02" >out.txt 2>err.txt
"$vitrum" export located/glass-000.h5 --to csv --output located-csv >out.txt
[ "$(wc -l < located-csv/glass-000-events.csv)" -ge 2 ]

refused 'CuZr_missing.eam.fs: there is no such file' studies/read.toml --set glass.potential=CuZr_missing.eam.fs
printf 'a table\nthat ends\nearly\n2 Cu Zr\n10 0.1 10 0.1\n' > studies/broken.eam.fs
sed 's/beside/broken/' studies/read.toml > studies/broken.toml
refused 'studies/broken.toml:4:13: glass.potential: studies/broken.eam.fs:5:11: ' studies/broken.toml
sed 's/"Zr"/"Zs"/' studies/melt.toml > studies/element.toml
refused 'element.toml:15:8: glass.species.2..name is "Zs" .the table CuZr_mm.eam.fs has Cu, Zr.; did you mean "Zr"' \
  studies/element.toml
sed '/^name = "Zr"/a mass = 90' studies/melt.toml > studies/mass.toml
refused 'mass.toml:16:8: glass.species.2..mass is 90 .the table CuZr_mm.eam.fs has 91.22' studies/mass.toml
refused 'glass.atoms is 100 .*take at least 3' studies/melt.toml --set glass.atoms=100
refused '2 dimensions' studies/read.toml --set "glass.from=$reference/lammps2d/esl_1k_1.dat"
refused 'discs' studies/melt.toml --set 'glass.probes.strains=[0.01]'
