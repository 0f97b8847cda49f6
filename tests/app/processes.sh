#!/usr/bin/env bash
# Several processes do one study together: the records of one, to the last bit, and one page.
set -euo pipefail
vitrum=$1 work=$2 python=$3
rm -rf "$work" && mkdir -p "$work"

expect() { grep -qE -- "$1" "$2" || { echo "'$1' is not in $2:"; cat "$2"; exit 1; }; }
run() { "$vitrum" run tiny.toml --output "$work/$1" --set study.threads=1 "${@:2}"; }
same() { "$python" same_records.py "$work/one" "$work/$1"; }

run one >"$work/one.log" 2>&1

# The same command three times. The first process stands still until the others have surely begun: they wait for
# what it has claimed.
"$vitrum" run tiny.toml --output "$work/three" --set study.threads=1 >"$work/out1" 2>"$work/err1" & first=$!
until [ -n "$(ls "$work/three/checkpoint" 2>/dev/null)" ]; do sleep 0.01; done
kill -STOP "$first"
for n in 2 3; do run three >"$work/out$n" 2>"$work/err$n" & pids[n]=$!; done
sleep 2
[ ! -e "$work/three/report.html" ] || { echo "a page without the first process's task"; exit 1; }
kill -CONT "$first"
for pid in "$first" "${pids[@]}"; do wait "$pid"; done
same three
[ "$(cat "$work"/out? | grep -c '^Page: ')" = 1 ] || { echo "not one page"; cat "$work"/out?; exit 1; }
cat "$work"/err? > "$work/err"
expect 'done by another process' "$work/err"
[ "$(grep -c 'the page was written by another process' "$work/err")" = 2 ]
[ -s "$work/three/report.html" ] && [ -s "$work/three/summary.json" ]

# Processes of other settings are kept out while one is at work, and spoil nothing.
run kept_out >"$work/out" 2>"$work/err" & pid=$!
until [ -s "$work/kept_out/.lock" ]; do sleep 0.01; done
code=0; run kept_out --set glass.atoms=220 2>"$work/err2" || code=$?
[ "$code" = 2 ] || { echo "exit code $code"; exit 1; }
expect 'another run, of other settings' "$work/err2"
expect 'now:   glass.atoms = 220' "$work/err2"
wait "$pid"
same kept_out

# Processes of a launcher: one speaks, messages of the others say whose they are.
OMPI_COMM_WORLD_RANK=2 run three >"$work/out" 2>"$work/err"
[ ! -s "$work/err" ] || { cat "$work/err"; exit 1; }
code=0; OMPI_COMM_WORLD_RANK=2 run three --set glass.atoms=220 2>"$work/err" || code=$?
[ "$code" = 2 ]
expect '^process 2: ' "$work/err"

# Parts of a study, and what is missing done without --shard.
run shards --shard 1/3 >"$work/out" 2>"$work/err"
expect 'part 1 of 3 is done' "$work/err"
[ ! -s "$work/out" ] && [ ! -e "$work/shards/report.html" ]
[ -s "$work/shards/glass-000.h5" ] && [ ! -e "$work/shards/glass-001.h5" ]
run shards --shard 3/3 >"$work/out" 2>"$work/err"
run shards >"$work/out" 2>"$work/err"
expect '^Page: ' "$work/out"
same shards
for wrong in 0/3 4/3 3 1/x -1/3 1/3/5; do
  code=0; run shards --shard="$wrong" 2>"$work/err" || code=$?
  [ "$code" = 2 ] || { echo "--shard $wrong: exit code $code"; exit 1; }
  expect 'such as 3/8' "$work/err"
done
