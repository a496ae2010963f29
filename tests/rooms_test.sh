#!/usr/bin/env bash
# The house rules that a compiler does not check: arrows between rooms, one door for each library.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0
complain() {
  echo "$1" >&2
  failures=$((failures + 1))
}

# arrow ROOM FORBIDDEN: no file of ROOM includes one of FORBIDDEN.
arrow() {
  local found
  found=$(grep -rlE "#include \"$2/" --include='*.[ch]pp' --include='*.in' "$1")
  [[ -z $found ]] || complain "$1 must not know of $2: $found"
}

# door HEADER FILE…: the library of HEADER is included by these files, one a room, and no other.
door() {
  local found
  found=$(grep -rlE "#include <$1" --include='*.[ch]pp' --include='*.in' emitter pictures latex cli |
    sort | xargs)
  [[ $found == "${*:2}" ]] || complain "<$1> belongs to ${*:2} alone, and is included by: ${found:-nobody}"
}

arrow emitter latex
arrow emitter cli
arrow latex cli
arrow emitter pictures
arrow pictures emitter
arrow pictures latex
arrow pictures cli
door 'md4c' emitter/markdown_events.cpp
door 'yaml-cpp' emitter/yaml.cpp
door 'utf8proc' emitter/text.cpp
door 'boost/process' latex/process.cpp
door 'boost/json' latex/json.cpp
door 'qpdf' pictures/qpdf.hpp
door 'png' pictures/png.cpp
door 'jpeglib' pictures/jpeg.cpp
door 'fontconfig' latex/font_folders.cpp
door 'xxhash' latex/hash.cpp
door 'zlib' latex/format.cpp pictures/deflate.cpp
door 'boost/program_options' cli/command_line.cpp

if grep -rnE '\b(fork|system|popen|execv)[a-z]*\(' --include='*.cpp' emitter >&2; then
  complain "the emitter starts no process"
fi
exit $((failures > 0))
