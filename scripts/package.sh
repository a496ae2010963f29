#!/usr/bin/env bash
# Makes the Debian packages, build/listok_*.deb and build/listok-dev_*.deb, and names them. Their program is
# the release, built anew with warnings as errors.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh
./scripts/build.sh package
rm -f build/listok_*.deb build/listok-dev_*.deb
log=build/package.log
if ! cpack -G DEB --config build/package/CPackConfig.cmake -B build/package/deb >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
mv build/package/deb/*.deb build/
rm -r build/package/deb
ls build/*.deb
