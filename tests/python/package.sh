#!/usr/bin/env bash
# The Debian package: what is in it, what it depends on, and that it works where it is unpacked; the same of
# `cmake --install`. Arguments: build folder, folder to work in, Python.
set -euo pipefail
build=$1 work=$2 python=$3
command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null || { echo "no Debian tools here"; exit 77; }
rm -rf "$work"
mkdir -p "$work"
cd "$work"
unset PYTHONPATH
fail() { echo "$1" >&2; exit 1; }

cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/made" >cpack.log 2>&1 || { cat cpack.log; exit 1; }
package=$(ls made/vitrum_*_*.deb)
dpkg-deb -c "$package" | awk '{print $6}' >content
for file in usr/bin/vitrum usr/lib/python3/dist-packages/vitrum/__init__.py \
  usr/lib/python3/dist-packages/vitrum/__init__.pyi usr/lib/python3/dist-packages/vitrum/py.typed \
  usr/share/doc/vitrum/copyright usr/share/doc/vitrum/docs/python.md usr/share/vitrum/studies/quick.toml \
  usr/share/man/man1/vitrum.1 usr/share/bash-completion/completions/vitrum usr/share/zsh/vendor-completions/_vitrum \
  usr/share/vitrum/data/lj2d/loadings-1000-slow.h5 usr/share/vitrum/examples/python/sheared_glass.py; do
  grep -qx "./$file" content || fail "$file is not in the package"
done
grep -q 'dist-packages/vitrum/_vitrum\.cpython.*\.so$' content || fail "the compiled module is not in the package"
read_by_others='man/(man1/(vitrum\.1)?)?|bash-completion/(completions/(vitrum)?)?|zsh/(vendor-completions/(_vitrum)?)?'
if grep -vE "^\./(usr/(bin/(vitrum)?|lib/(python3/(dist-packages/(vitrum/.*)?)?)?|share/($read_by_others|(doc/)?(vitrum/.*)?)?)?)?\$" content
then fail "the package holds these, too"; fi
if grep -E '__pycache__|\.cpp$|\.a$' content; then fail "the package holds what was only to be built"; fi
dpkg-deb -f "$package" Depends >depends
for need in libhdf5 libfftw3 libcholmod libgomp libfmt libstdc++ python3-numpy 'python3 (>= '; do
  grep -qF "$need" depends || fail "the package does not depend on $need: $(cat depends)"
done

dpkg-deb -x "$package" unpacked
(cd unpacked/usr/share/vitrum && "$work/unpacked/usr/bin/vitrum" check studies/quick.toml >/dev/null)
# -I: nothing of the user's own is seen
works='import sys; sys.path.insert(0, sys.argv[1]); import vitrum
assert vitrum.__file__.startswith(sys.argv[1]), vitrum.__file__
assert vitrum.open(sys.argv[2]).kind == "loadings"
assert vitrum.load(vitrum.Lattice(columns=4, rows=4), vitrum.Program().shear(0.1)).strain[-1] > 0.099'
"$python" -I -c "$works" "$work/unpacked/usr/lib/python3/dist-packages" \
  unpacked/usr/share/vitrum/data/lj2d/loadings-1000-slow.h5

cmake --install "$build" --prefix "$work/prefix" >/dev/null
prefix/bin/vitrum --version >/dev/null
"$python" -I -c "$works" "$(ls -d "$work"/prefix/lib/python3.*/site-packages)" \
  prefix/share/vitrum/data/lj2d/loadings-1000-slow.h5
