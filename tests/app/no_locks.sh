#!/usr/bin/env bash
# On a file system without locks nothing is shared, but parts can be done, and the page made.
set -euo pipefail
vitrum=$1 work=$2 python=$3 no_locks=$4
rm -rf "$work" && mkdir -p "$work"

run() { LD_PRELOAD=$no_locks "$vitrum" run tiny.toml --output "$work/$1" "${@:2}" >"$work/out" 2>"$work/err"; }

"$vitrum" run tiny.toml --output "$work/one" >"$work/out" 2>"$work/err"
code=0; run parts || code=$?
[ "$code" = 1 ] || { echo "exit code $code"; cat "$work/err"; exit 1; }
grep -q 'cannot be locked: No locks available' "$work/err"
grep -q -- '--shard 1/4' "$work/err"
[ -z "$(ls "$work/parts")" ] || { echo "something was written"; ls "$work/parts"; exit 1; }
run parts --shard 1/2
run parts --shard 2/2
LD_PRELOAD=$no_locks "$vitrum" report "$work/parts" >"$work/out"
[ -s "$work/parts/report.html" ]
run whole --shard 1/1
grep -q '^Page: ' "$work/out"
for folder in parts whole; do "$python" same_records.py "$work/one" "$work/$folder"; done
