#!/usr/bin/env bash
# One thread and two, uninterrupted, stopped and killed: the same records, to the last bit.
set -euo pipefail
vitrum=$1 work=$2 python=$3
rm -rf "$work" && mkdir -p "$work"

run() { "$vitrum" run tiny.toml --output "$work/$1" --set study.threads="$2" >"$work/$1.log" 2>&1; }

run one 1
run two 2
"$python" same_records.py "$work/one" "$work/two"

# Ctrl-C: exit code 130, and the same command goes on.
ended=""
for pause in 0.2 0.7 1.5; do
  rm -rf "$work/stopped"
  run stopped 2 & pid=$!
  sleep "$pause"
  pkill -TERM -P "$pid" 2>/dev/null || true
  code=0; wait "$pid" || code=$?
  [ "$code" = 130 ] || [ "$code" = 0 ] || { echo "exit code $code after SIGTERM"; exit 1; }
  ended="$ended $code"
  run stopped 1
  "$python" same_records.py "$work/one" "$work/stopped"
done

[[ $ended == *130* ]] || { echo "no run was stopped: $ended"; exit 1; }

# Killed without warning, again and again, until a run gets through.
rm -rf "$work/killed"
ended=""
for pause in 0.1 0.3 0.5 0.7 0.9 1.1; do
  run killed 2 & pid=$!
  sleep "$pause"
  pkill -KILL -P "$pid" 2>/dev/null || true
  code=0; wait "$pid" 2>/dev/null || code=$?
  ended="$ended $code"
done
[[ $ended == *137* ]] || { echo "no run was killed: $ended"; exit 1; }
run killed 2
"$python" same_records.py "$work/one" "$work/killed"
[ -z "$(ls "$work/killed/checkpoint")" ] || { echo "checkpoints were left behind"; exit 1; }
[ -s "$work/killed/report.html" ] && [ -s "$work/killed/summary.json" ]

# A second call computes nothing.
before=$(stat -c '%y' "$work/one"/*.h5 | md5sum)
run one 2
[ "$before" = "$(stat -c '%y' "$work/one"/*.h5 | md5sum)" ] || { echo "records were written again"; exit 1; }
