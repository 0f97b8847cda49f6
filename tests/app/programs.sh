#!/usr/bin/env bash
# Loading programs on atoms from a study file: they end where they must, also when they are interrupted.
set -euo pipefail
vitrum=$1 work=$2 python=$3
rm -rf "$work" && mkdir -p "$work"

run() { "$vitrum" run programs.toml --output "$work/$1" "${@:2}" >"$work/$1.log" 2>&1; }

run whole
"$python" check_programs.py "$work/whole/glass-000.h5"
run pure --set glass.shear=pure --set glass.angle=30
"$python" check_programs.py "$work/pure/glass-000.h5"

# Stopped again and again, until a run gets through.
for pause in 0.1 0.25 0.4; do
  run stopped & pid=$!
  sleep "$pause"
  pkill -TERM -P "$pid" 2>/dev/null || true
  wait "$pid" || true
done
run stopped
"$python" same_records.py "$work/whole" "$work/stopped"
