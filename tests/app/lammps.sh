#!/usr/bin/env bash
# Studies with LAMMPS as engine: one process, two of which each has its samples, two that share one; stopped and
# gone on with; and what is said when LAMMPS does not take the lines.
set -euo pipefail
vitrum=$1 work=$2 python=$3
"$vitrum" --version | grep -q 'with LAMMPS' || { echo "skipped: built without LAMMPS"; exit 77; }
[ -e /usr/share/lammps/potentials/Si.sw ] || { echo "skipped: the package lammps-data is missing"; exit 77; }
rm -rf "$work" && mkdir -p "$work"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1

"$vitrum" run lammps.toml --output "$work/one" >"$work/one.log" 2>&1
"$vitrum" run lammps.toml --set study.threads=1 --output "$work/thread" >"$work/thread.log" 2>&1
"$python" same_records.py "$work/one" "$work/thread"

# Killed again and again, and gone on with.
ended=""
for seconds in 0.3 0.8 1.5 1.5 1.5 1.5; do
  code=0
  timeout -s KILL "$seconds" "$vitrum" run lammps.toml --set study.checkpoint_interval=0.1 --output "$work/killed" \
    >"$work/killed.log" 2>&1 || code=$?
  ended="$ended $code"
done
[[ $ended == *137* ]] || { echo "no run was killed: $ended"; exit 1; }
"$vitrum" run lammps.toml --set study.checkpoint_interval=0.1 --output "$work/killed" >"$work/killed.log" 2>&1
"$python" same_records.py "$work/one" "$work/killed"

# What LAMMPS says against a line is a mistake of the study.
for line in 'pair_style swx' 'pair_coeff * * Sj.sw Si'; do
  code=0
  "$vitrum" check lammps.toml --set "glass.lammps=[\"units metal\", \"pair_style sw\", \"$line\"]" \
    >"$work/out" 2>"$work/err" || code=$?
  [ "$code" = 2 ] && grep -q 'glass.lammps: LAMMPS: ' "$work/err" || { cat "$work/out" "$work/err"; exit 1; }
done

# The record alone is enough, where the files of the potential are found; exports know elements and masses.
"$vitrum" rerun "$work/one/glass-000.h5" --output "$work/rerun" >"$work/out" 2>"$work/err" || { cat "$work/out" "$work/err"; exit 1; }
grep -q 'The same, bit for bit' "$work/out"
"$vitrum" export "$work/one/glass-000.h5" --to lammps --output "$work/exports" >"$work/out"
grep -qx '1 28.0*[0-9]*' "$work/exports/glass-000-quenched.data" || { head -20 "$work/exports/glass-000-quenched.data"; exit 1; }
"$vitrum" export "$work/one/glass-000.h5" --to extxyz --output "$work/exports" >"$work/out"
grep -q '^Si ' "$work/exports/glass-000-quenched.xyz"

command -v mpirun >/dev/null || { echo "without mpirun"; exit 0; }
mpirun --oversubscribe -n 2 "$vitrum" run lammps.toml --output "$work/apart" >"$work/apart.log" 2>&1
"$python" same_records.py "$work/one" "$work/apart"
# Sums come in another order on two processes: the trajectory of the short melt still is the same.
mpirun --oversubscribe -n 2 "$vitrum" run lammps.toml --set glass.together=true --output "$work/together" \
  >"$work/together.log" 2>&1
[ "$(grep -c '^Page: ' "$work/together.log")" = 1 ] || { cat "$work/together.log"; exit 1; }
"$python" - "$work/one" "$work/together" <<'PYTHON'
import sys
import h5py
import numpy as np

def path(folder, name):
    with h5py.File(f"{folder}/glass-000.h5") as file:
        return np.array(file[f"content/history/states/{name}"])

one, two = sys.argv[1:]
energy = abs(path(one, "energy") - path(two, "energy")).max()
stress = abs(path(one, "stress_xy") - path(two, "stress_xy")).max()
size = abs(path(one, "stress_xy")).max()
sys.exit(f"energy {energy}, stress {stress} of {size}" if energy > 1e-8 or stress > 1e-4 * size else 0)
PYTHON
