#!/usr/bin/env bash
# Makes the Debian packages, build/listok_*.deb and build/listok-dev_*.deb, and names them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh
./scripts/build.sh release
rm -f build/listok_*.deb build/listok-dev_*.deb
log=build/package.log
if ! cpack -G DEB --config build/release/CPackConfig.cmake -B build/package >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
mv build/package/*.deb build/
rm -r build/package
ls build/*.deb
