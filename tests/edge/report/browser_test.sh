#!/bin/sh
# Opens example pages in headless Chromium: browser_test.sh CHROMIUM WRITE_EXAMPLE_PAGE CHECK_PAGE
set -eu
chromium=$1 write_example_page=$2 check_page=$3

if ! command -v "$chromium" > /dev/null; then
  echo "this test needs the browser Chromium (Debian package chromium); install it and configure again"
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Kinds of results, each with the number of figures that they fill.
# full: curves, means, a bundle of each model, three densities, deviation, maps of both models, liquids, events in
# space and in time, motion and shear of the largest, two densities of sizes, two moduli; of the lattices: three
# densities of avalanches, the largest one, anisotropy, reloading, loading by stress, creep; of local tests: densities,
# moments against radius and angle, small distances, drops, negative shares, and of each model a map and how well it
# foretells; 37 panels of paper 1. single: one sample of
# each model; quiet: no fields and no events.
asked=""
for kind in full=73 glass=21 lattice=24 single=31 quiet=5 empty=0; do
  page=$folder/${kind%=*}.html
  "$write_example_page" "${kind%=*}" "$page"
  asked="$asked&$page=${kind#*=}"

  size=$(wc -c < "$page")
  if [ "$size" -gt 6000000 ]; then
    echo "$kind: the page has $size bytes, more than 6 MB"
    exit 1
  fi
  # The addresses in the page: that of the plotting library, in its own first comment, and paper 1's, which is not
  # asked for anything.
  addresses=$(grep -oE "(https?:)?//[a-zA-Z0-9.-]+\.[a-z]{2,}[^\"' )]*" "$page" | sort -u | paste -sd ' ')
  if [ "$addresses" != "https://doi.org/10.5802/crphys.48 https://github.com/leeoniya/uPlot" ]; then
    echo "$kind: the page names addresses: $addresses"
    exit 1
  fi
done

"$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" \
  --allow-file-access-from-files --enable-logging=stderr --window-size=1300,1000 \
  --virtual-time-budget=60000 --dump-dom "file://$check_page?${asked#&}" > "$folder/dom" 2> "$folder/log"

if grep CONSOLE "$folder/log"; then
  echo "the console is not silent"
  exit 1
fi
if ! grep -q '<pre id="verdict">all is well</pre>' "$folder/dom"; then
  sed -n '/<pre id="verdict">/,/<\/pre>/p' "$folder/dom"
  exit 1
fi
