#!/usr/bin/env bash
# Writes emitter/text/glyph_tables.cpp: the characters of every face the class uses, read from the font
# files that are installed. Run it when a face of the class changes; needs fontconfig.
set -euo pipefail
cd "$(dirname "$0")/.."

font_file() {  # name of the file -> its path
  local path
  path=$(fc-list --format='%{file}\n' | grep -F "/$1" | sort | head -n 1)
  if [[ -z $path ]]; then
    echo "faces.sh: \`$1\` is not installed" >&2
    exit 3
  fi
  echo "$path"
}

# Code points of the files, one a line, hexadecimal, that are in all of them.
in_all() {
  local name path
  for name in "$@"; do
    path=$(font_file "$name")
    fc-query --format='%{charset}\n' "$path" | head -n 1 | tr ' ' '\n'
  done | awk -v files="$#" '
    function value(hex,   n, i) {
      n = 0
      for (i = 1; i <= length(hex); i++)
        n = n * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
      return n
    }
    NF {
      split($1, ends, "-")
      first = value(ends[1]); last = (2 in ends) ? value(ends[2]) : first
      for (c = first; c <= last; c++) seen[c]++
      delete ends
    }
    END { for (c in seen) if (seen[c] == files) print c }' | sort -n
}

# PT has only four letters of Greek, and two of those share their glyphs with the signs of increment
# and ohm, which is what one would copy out of the page. Greek is left to the faces that have it.
without_greek() {
  awk '$1 < 880 || $1 > 1023'
}

# Sorted code points -> the initializers of an array of ranges, several to a line.
ranges() {
  awk '
    function flush_range(   item) {
      if (first == "") return
      item = sprintf("{0x%04X, 0x%04X},", first, last)
      if (length(line) + length(item) + 1 > 98) { print line; line = "   " }
      line = line " " item
    }
    BEGIN { line = "   " }
    {
      if (first != "" && $1 == last + 1) { last = $1; next }
      flush_range(); first = $1; last = $1
    }
    END { flush_range(); print line }'
}

face() {  # identifier, filter, files
  local name=$1 filter=$2
  shift 2
  echo
  echo "constexpr CodePoints ${name}[] = {"
  in_all "$@" | "$filter" | ranges
  echo "};"
}

{
  cat <<'HEAD'
// Written by scripts/faces.sh from the font files. Not to be edited.
// clang-format off
#include "emitter/text/glyph_tables.hpp"

namespace listok::emitter {

namespace {
HEAD
  face serif without_greek PTF55F.ttf PTF56F.ttf PTF75F.ttf PTF76F.ttf
  face sans without_greek PTS55F.ttf PTS56F.ttf PTS75F.ttf PTS76F.ttf
  face mono without_greek PTM55F.ttf PTM75F.ttf
  face stix cat STIXGeneral-Regular.otf
  face dejavu_sans cat DejaVuSans.ttf
  face dejavu_serif cat DejaVuSerif.ttf
  face math cat latinmodern-math.otf
  cat <<'TAIL'

}  // namespace

std::span<const CodePoints> code_points(Face face) {
  switch (face) {
    case Face::serif: return serif;
    case Face::sans: return sans;
    case Face::mono: return mono;
    case Face::stix: return stix;
    case Face::dejavu_sans: return dejavu_sans;
    case Face::dejavu_serif: return dejavu_serif;
    case Face::math: return math;
  }
  return {};
}

}  // namespace listok::emitter
TAIL
} > emitter/text/glyph_tables.cpp.new
mv emitter/text/glyph_tables.cpp.new emitter/text/glyph_tables.cpp
