#!/usr/bin/env bash
# Exports as other programs read them: sidecars against h5py, dumps against ASE and back, tables against summary.json.
set -euo pipefail
vitrum=$1 work=$2 python=$3
here=$PWD
rm -rf "$work" && mkdir -p "$work" && cd "$work"

"$vitrum" run "$here/tiny.toml" --output results --set glass.atoms=300 >out.txt 2>err.txt
"$vitrum" export results --to csv --output tables >out.txt
"$vitrum" export results/lattice-000.h5 --to xdmf --output deep/below >out.txt
"$vitrum" export results/glass-001.h5 --to dump --output . >out.txt
"$vitrum" export results/glass-001.h5 --to lammps --output . >out.txt
gzip -k glass-001.dump

# The last frame of a dump is the last snapshot, whose data file says the same.
last=$(ls glass-001-1-*.data)
for file in glass-001.dump glass-001.dump.gz "$last"; do
  "$vitrum" evaluate $file --potential lj2d --json >out.txt
  "$python" -c "import json; print(repr(json.load(open('out.txt'))['energy']))" >>energies.txt
done
"$python" - <<'PYTHON'
energies = [float(line) for line in open("energies.txt")]
assert energies[0] == energies[1], energies
assert abs(energies[0] - energies[2]) < 1e-12 * abs(energies[2]), energies
PYTHON
"$python" "$here/check_exports.py"

code=0
"$vitrum" export results --to vti >out.txt 2>err.txt || code=$?
[ $code = 2 ] && grep -q 'name one of its .h5' err.txt
code=0
"$vitrum" export results/glass-000.h5 --to xdmf --output none >out.txt 2>err.txt || code=$?
[ $code = 2 ] && grep -q 'holds a glass' err.txt && [ ! -e none ]
code=0
"$vitrum" export results/glass-000.h5 --to vtk >out.txt 2>err.txt || code=$?
[ $code = 2 ] && grep -q 'choose csv' err.txt
