#!/usr/bin/env bash
# build.sh PRESET: configures when that is needed, and builds. Silent when nothing is to be done;
# what it says goes to standard error, so that the output of what is built stays clean.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if (($# != 1)); then
  echo "usage: scripts/build.sh release|dev|fuzz" >&2
  exit 2
fi
preset=$1
folder=build/$preset

# CMake's own rules see a change in any CMakeLists.txt, but not in the presets.
if [[ ! -f $folder/build.ninja || CMakePresets.json -nt $folder/build.ninja ]]; then
  echo "build: configuring and compiling \`$preset\`" >&2
  if ! log=$(cmake --preset "$preset" 2>&1); then
    printf '%s\n' "$log" >&2
    exit 1
  fi
  touch "$folder/build.ninja"
fi

[[ $(ninja -C "$folder" -n --quiet 2>&1) != *'no work to do.' ]] || exit 0
progress=(--quiet)
[[ ! -t 2 ]] || progress=()
cmake --build "$folder" -- "${progress[@]}" >&2
