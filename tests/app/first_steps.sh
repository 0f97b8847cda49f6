#!/usr/bin/env bash
# What a newcomer meets: mistyped commands, a folder that is taken, a study whose numbers mean little.
set -euo pipefail
vitrum=$1 work=$2
rm -rf "$work" && mkdir -p "$work" && cd "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
refuse() { ! grep -qE -- "$1" "$2" || { echo "'$1' is in $2:"; cat "$2"; exit 1; }; }
exits_with() {
  local wanted=$1 code=0
  shift
  "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = "$wanted" ] || { echo "$*: exit code $code, not $wanted"; cat out.txt err.txt; exit 1; }
}

cat > glass.toml <<'E2'
[study]
title = "A few atoms"
seed = 1

[glass]
samples = 1
atoms = 1e2
increment = 1e-3

[glass.liquid]
melt_duration = 2
cooling_duration = 2
duration = 5
drift_limit = 1000

[[glass.leg]]
kind = "shear"
strain = 0.02

[compare]
from = 0.01
E2
cat > lattice.toml <<'E2'
[study]
title = "A lattice"
seed = 2

[lattice]
samples = 2
columns = 4
rows = 4

[[lattice.leg]]
kind = "shear"
strain = 0.5
E2

# Arguments that are not known, in the order in which they were given.
exits_with 2 "$vitrum" rnu glass.toml
expect '^there is no command rnu; did you mean run\?' err.txt
exits_with 2 "$vitrum" check glass.toml --sett glass.samples=2
expect '^not expected: --sett glass.samples=2; did you mean --set\?' err.txt
exits_with 2 "$vitrum" check glass.toml lattice.toml
expect '^not expected: lattice.toml; vitrum check --help' err.txt
exits_with 0 "$vitrum" kernel --help
expect 'vitrum kernel --size' out.txt
refuse 'vitrum rerun' out.txt
exits_with 0 "$vitrum" evaluate --help
expect 'lj2d, ka3d' out.txt

# Settings that are allowed and seldom meant.
exits_with 0 "$vitrum" check glass.toml
expect '^Remark: Large increments: glass.increment is 0.001' out.txt
refuse 'Cold liquid' out.txt
exits_with 0 "$vitrum" check glass.toml --set glass.liquid.temperature=0.05 --set compare.from=0.5
expect '^Remark: Cold liquid: glass.liquid.temperature is 0.05' out.txt
expect '^Remark: No averages of flow: compare.from is 0.5' out.txt
exits_with 0 "$vitrum" check glass.toml --set glass.atoms=10000 --set glass.leg[1].strain=5 --set glass.increment=1e-5
expect '^all .* (h|days|years) ' out.txt

# A study whose records another one has left.
cat > next.toml <<'E2'
[glass]
samples = 1
atoms = 100
from = "results/glass"

[[glass.leg]]
kind = "shear"
strain = 0.01
E2
exits_with 2 "$vitrum" check next.toml
expect 'results/glass is not there \(it is what glass.toml leaves\); give the command vitrum run glass.toml first' err.txt

exits_with 0 "$vitrum" run glass.toml
expect 'Remark: Large increments' err.txt
expect 'Large increments' results/glass/report.html
grep -q 'never relaxed' results/glass/report.html || expect 'Short holds' results/glass/report.html

# The quenched glass is always there; what is for lattices is refused, and leaves nothing behind.
for format in lammps extxyz dump; do exits_with 0 "$vitrum" export results/glass/glass-000.h5 --to $format --output atoms; done
exits_with 0 "$vitrum" evaluate atoms/glass-000-quenched.data
expect '^largest force +[0-9.]+e-1' out.txt
expect '^units +eps' out.txt
energy=$(awk '/^energy  /{print $2}' out.txt)
exits_with 0 "$vitrum" evaluate atoms/glass-000-quenched.xyz
[ "$energy" = "$(awk '/^energy  /{print $2}' out.txt)" ]
for format in vti xdmf; do
  exits_with 2 "$vitrum" export results/glass/glass-000.h5 --to $format --output nothing
  expect 'there is a glass here|holds a glass' err.txt
  expect 'extxyz, lammps or dump' err.txt
  [ ! -e nothing ]
done
exits_with 0 "$vitrum" info results/glass
expect 'A few atoms' out.txt
expect '^ *glass +1$' out.txt

# Another study is kept out of the folder; one that goes on with what is there is not.
exits_with 2 "$vitrum" run lattice.toml --output results/glass
expect 'results/glass: the folder holds records of another study, such as glass-000.h5' err.txt
expect 'there: study.seed = 1' err.txt
expect 'now:   study.seed = 2' err.txt
expect 'A few atoms' results/glass/report.html
{ cat glass.toml; sed -n '/^\[lattice\]/,$p' lattice.toml; } > both.toml
exits_with 0 "$vitrum" run both.toml --output results/glass --set compare.enabled=false
[ -e results/glass/lattice-000.h5 ]
exits_with 0 "$vitrum" run glass.toml
exits_with 0 "$vitrum" run lattice.toml --set glass.samples=0
exits_with 2 "$vitrum" run glass.toml --output results/lattice
expect 'such as lattice-000.h5' err.txt
