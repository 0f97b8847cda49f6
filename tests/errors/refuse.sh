#!/bin/sh
# Usage: refuse.sh VITRUM CASES
# For every wrong study of CASES: `check` and `run` print the expected message to standard error, exit
# with code 2, and leave the folder as it was.
set -u
vitrum=$(realpath "$1")
cases=$(realpath "$2")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -r "$cases" "$place/cases"
cd "$place/cases" || exit 1
before=$(find . | sort; find . -type f -exec cksum {} + | sort)
failures=0

fail() {
  echo "$1"
  failures=$((failures + 1))
}

try() {  # command, case
  command=$1
  name=$2
  set -- "$command" "$name.toml"
  if [ -f "$name.set" ]; then
    while IFS= read -r setting; do set -- "$@" --set "$setting"; done < "$name.set"
  fi
  "$vitrum" "$@" > "$place/out" 2> "$place/err"
  code=$?
  [ "$code" -eq 2 ] || fail "$command $name: exit code $code instead of 2"
  while IFS= read -r line; do
    grep -Fq -e "$line" "$place/err" || fail "$command $name: standard error lacks: $line"
  done < "$name.expected"
}

for expected in *.expected; do
  name=${expected%.expected}
  try check "$name"
  try run "$name"
done
after=$(find . | sort; find . -type f -exec cksum {} + | sort)
[ "$before" = "$after" ] || fail "something was written or changed"
[ "$failures" -eq 0 ]
