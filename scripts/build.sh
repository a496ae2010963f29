#!/usr/bin/env bash
# build.sh PRESET: configures when that is needed, and builds. Silent when nothing is to be done;
# what it says goes to standard error, so that the output of what is built stays clean. What CMake and
# the compiler say is in build/PRESET/build.log, and shown when they fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if (($# != 1)); then
  echo "usage: scripts/build.sh release|dev|package|fuzz" >&2
  exit 2
fi
preset=$1
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

run() {  # command…
  ./scripts/quietly.sh "$log" build "$@" && return
  grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" >&2  # without ninja's lines of what went well
  exit 1
}

# CMake's own rules see a change in any CMakeLists.txt, but not in the presets.
if [[ ! -f $folder/build.ninja || CMakePresets.json -nt $folder/build.ninja ]]; then
  echo "build: configuring \`$preset\`" >&2
  run cmake --preset "$preset"
  touch "$folder/build.ninja"
fi

[[ $(ninja -C "$folder" -n --quiet 2>&1) != *'no work to do.' ]] || exit 0
echo "build: compiling \`$preset\`" >&2
run cmake --build "$folder"
