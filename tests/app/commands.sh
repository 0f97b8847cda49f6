#!/usr/bin/env bash
# Every command once, as the README and docs/start.md show them, with what they must say.
set -euo pipefail
vitrum=$1 work=$2 python=$3
reference=$(cd ../reference && pwd)
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
exits_with() {
  local wanted=$1 code=0
  shift
  "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = "$wanted" ] || { echo "$*: exit code $code, not $wanted"; cat out.txt err.txt; exit 1; }
}

exits_with 0 "$vitrum" --version
expect '^vitrum [0-9]+\.[0-9]+\.[0-9]+' out.txt
exits_with 0 "$vitrum" --help
expect 'vitrum run studies/quick.toml' out.txt
exits_with 2 "$vitrum" no-such-command
exits_with 2 "$vitrum" run
exits_with 2 "$vitrum" run no-such-study.toml
expect 'no-such-study.toml' err.txt

# A new study is a study without mistakes.
"$vitrum" new > my.toml
exits_with 0 "$vitrum" check my.toml
expect 'no mistakes' out.txt
expect '^all ' out.txt

# Energies and kernel against other programs.
"$vitrum" evaluate "$reference/lammps2d/esl_1k_1.dat" --json > evaluated.json
"$vitrum" kernel --size 15 --shear-modulus 13.2 --bulk-modulus 59 --angle 22.5 > kernel.csv
"$python" "$here/check_numbers.py" "$reference" evaluated.json kernel.csv
exits_with 2 "$vitrum" evaluate my.toml
"$vitrum" evaluate "$reference/lammps2d/esl_1k_1.dat" --minimise --moduli --lowest-mode --json > moduli.json
"$python" "$here/check_moduli.py" moduli.json
exits_with 0 "$vitrum" evaluate "$reference/lammps2d/esl_1k_1.dat" --moduli --lowest-mode
expect 'bulk modulus B' out.txt
expect 'eigenvalue of the Hessian' out.txt
exits_with 2 "$vitrum" evaluate "$reference/lammps2d/esl_1k_1.dat" --potential lj2b
expect 'lj2d' err.txt
# Metals by table files, against LAMMPS.
"$vitrum" evaluate "$reference/eam/three_90.data" --potential "$reference/eam/closed.eam.fs" --json > metal.json
"$python" "$here/check_metal.py" "$reference" metal.json
exits_with 0 "$vitrum" evaluate "$reference/eam/three_90.data" --potential "$reference/eam/closed.eam.alloy"
expect 'stress in GPa' out.txt
LAMMPS_POTENTIALS="nowhere:$reference/eam" exits_with 0 "$vitrum" evaluate "$reference/eam/three_90.data" --potential \
  closed.eam.fs
exits_with 2 "$vitrum" evaluate "$reference/eam/three_90.data" --potential missing.eam.fs
expect 'missing.eam.fs: there is no such file' err.txt
exits_with 2 "$vitrum" evaluate "$reference/eam/three_90.data" --potential "$reference/eam/three_90.data"
expect 'three_90.data:4:' err.txt
exits_with 0 "$vitrum" evaluate "$reference/eam/three_90.data" --potential "$reference/eam/closed.eam.fs" --lowest-mode
expect 'eigenvalue of the Hessian' out.txt
exits_with 2 "$vitrum" evaluate "$reference/lammps2d/esl_1k_1.dat" --potential "$reference/eam/closed.eam.fs"
expect 'three dimensions' err.txt
exits_with 2 "$vitrum" kernel --size 1 --shear-modulus 13.2 --bulk-modulus 59 --angle 0

# A study from beginning to end, and what it leaves.
"$vitrum" run "$here/tiny.toml" --output results > out.txt 2> progress.txt
expect 'report.html' out.txt
expect '100 %' progress.txt
exits_with 0 "$vitrum" info results/glass-000.h5
expect 'Tiny' out.txt
exits_with 0 "$vitrum" info results
expect 'Tasks finished: 5' out.txt
"$vitrum" info results --json | "$python" -m json.tool > /dev/null
exits_with 2 "$vitrum" info .
"$vitrum" info results/lattice-000.h5 --json | "$python" -m json.tool > /dev/null
"$python" -m json.tool results/summary.json > /dev/null
cp results/summary.json first.json
exits_with 0 "$vitrum" report results
cmp results/summary.json first.json
for format in csv extxyz lammps; do
  exits_with 0 "$vitrum" export results/glass-000.h5 --to "$format" --output "$format"
  [ -n "$(ls "$format")" ]
done
exits_with 0 "$vitrum" export results/lattice-000.h5 --to vti --output vti
exits_with 2 "$vitrum" export results/lattice-000.h5 --to vto --output vti

# Other settings in the same folder are refused, and nothing is touched.
before=$(cat results/*.h5 | md5sum)
exits_with 2 "$vitrum" run "$here/tiny.toml" --output results --set glass.atoms=240
expect 'glass.*atoms|atoms.*240' err.txt
[ "$before" = "$(cat results/*.h5 | md5sum)" ]
# More samples are welcome: those that are done stay.
exits_with 0 "$vitrum" run "$here/tiny.toml" --output results --set glass.samples=4
[ -s results/glass-003.h5 ]

# A truncated file gets a message, not a crash.
head -c 3000 results/glass-000.h5 > cut.h5
exits_with 2 "$vitrum" info cut.h5
expect 'cut.h5' err.txt
echo "not HDF5" > foreign.h5
exits_with 2 "$vitrum" info foreign.h5
