#!/usr/bin/env bash
# The house rules that a compiler does not check: arrows between folders, as the table of
# ARCHITECTURE.md has them, and one door for each library.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0
complain() {
  echo "$1" >&2
  failures=$((failures + 1))
}

# included_by ROOM: the folders that its files include, without its own.
included_by() {
  find "$1" -maxdepth 1 -type f \( -name '*.[ch]pp' -o -name '*.in' \) -exec cat {} + |
    sed -nE 's/^#include "(emitter|pictures|formats|latex|cli)((\/[a-z]+)*)\/[a-z_]+\.hpp".*/\1\2/p' |
    sort -u | grep -vx "$1"
}

# The rows: ROOM   what it is for   | FOLDER…
mapfile -t rows < <(sed -n '/^```$/,/^```$/p' ARCHITECTURE.md | grep -E '^(emitter|pictures|formats|latex|cli)[/ ].*\|')
known=
for row in "${rows[@]}"; do
  room=${row%% *}
  allowed=
  for folder in ${row##*|}; do
    [[ -d $folder ]] || folder=${room%%/*}/$folder
    grep -qE "^$folder(/|$)" <<<"$known" || complain "$room may include $folder, which does not stand above it"
    allowed+=" $folder"
  done
  included=$(included_by "$room")
  for folder in $included; do
    [[ " $allowed " == *" $folder "* || " $allowed " == *" ${folder%%/*} "* ]] ||
      complain "$room must not know of $folder"
  done
  for folder in $allowed; do
    grep -qE "^$folder(/|$)" <<<"$included" || complain "$room may include $folder, and does not"
  done
  known+=$room$'\n'
done
((${#rows[@]} > 20)) || complain "ARCHITECTURE.md has no table of rooms"
while read -r folder; do
  grep -qx "$folder" <<<"$known" || complain "$folder stands in no row of ARCHITECTURE.md"
done < <(find emitter pictures formats latex cli -name '*.cpp' -printf '%h\n' | sort -u)

# A flat folder of sixty files does not come back.
while read -r count folder; do
  ((count <= 30)) || complain "$folder has $count files: divide it"
done < <(find emitter pictures formats latex cli tests scripts -path '*/corpus/*' -prune -o -type f -printf '%h\n' | sort | uniq -c)

# door HEADER FILE…: the library of HEADER is included by these files, one a room, and no other.
door() {
  local found
  found=$(grep -rlE "#include <$1" --include='*.[ch]pp' --include='*.in' emitter pictures formats latex cli |
    sort | xargs)
  [[ $found == "${*:2}" ]] || complain "<$1> belongs to ${*:2} alone, and is included by: ${found:-nobody}"
}
door 'md4c' emitter/parser/events.cpp
door 'yaml-cpp' emitter/yaml/yaml.cpp
door 'utf8proc' emitter/text/text.cpp
door 'boost/process' latex/system/process.cpp
door 'boost/json' latex/record/json.hpp
door 'qpdf' pictures/qpdf.hpp
door 'png' pictures/png.cpp
door 'jpeglib' pictures/jpeg.cpp
door 'gif_lib' pictures/gif.cpp
door 'webp' pictures/webp.cpp
door 'librsvg' pictures/svg/svg.cpp
door 'cairo' pictures/svg/svg.cpp
door 'fontconfig' latex/engine/faces.cpp pictures/svg/svg_faces.cpp
door 'archive' formats/zip.cpp
door 'xxhash' latex/system/hash.cpp
door 'zlib' latex/engine/format.cpp pictures/base/deflate.cpp
door 'boost/program_options' cli/arguments/command_line.cpp

if grep -rnE '\b(fork|system|popen|execv)[a-z]*\(' --include='*.cpp' emitter >&2; then
  complain "the emitter starts no process"
fi
exit $((failures > 0))
