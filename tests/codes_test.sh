#!/usr/bin/env bash
# codes_test.sh LISTOK: the codes of diagnostics that the sources use are those of the table in
# emitter/base/codes.cpp, and docs/codes.md shows that table.
set -uo pipefail
export LC_ALL=C
listok=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0
complain() {
  echo "$1" >&2
  failures=$((failures + 1))
}

# Strings that look like codes and are none: programs, packages, keys, options, files, calls, encodings.
others=(code-face edition-title engine-files fc-list fonts-dejavu-core fonts-lmodern fonts-paratype fonts-stix heads-face math-face max-size
  merge-file message-format min-size open read texlive-binaries texlive-lang-cyrillic texlive-latex-base
  texlive-latex-extra texlive-latex-recommended texlive-xetex text-face trust-tex trusted-tex two-sided use utf-8
  write)

mapfile -t sources < <(find emitter pictures formats latex cli -name '*.[ch]pp' ! -name 'codes.cpp' \
  ! -name 'install_hint.cpp' ! -name 'languages.cpp')  # names of packages, words
text=$(cat "${sources[@]}" | sed 's,//.*,,')

# search PATTERN: what it matches, over more than one line.
search() {
  grep -Pzo "$1" <<<"$text" | tr '\0' '\n'
}

# A code of one word is known by where it stands: after `.code =`, first of a {…} that is returned, or
# in a call of a function with a parameter `code`.
takers=$(search '\w+(?=( = \[&\])?\([^;{}()]*\b(std::string|const char\*|std::string_view) code\b)' |
  sort -u | paste -sd '|')
used=$({
  search '"\K[a-z]+(-[a-z0-9]+)+(?=")'
  search '\bcode (=|==|!=) "\K[a-z]+(?=")'
  search "\\b($takers)"'\(([^"();]|\(([^()";]|\([^();"]*\))*\))*"\K[a-z]+(?="[,)])'
  search '\breturn \{"\K[a-z]+(?=",\s+(fmt::format|without_latex_error)\()'
  search '\bMeaning\{[^,{}]*,\s*"\K[a-z]+(?=",)'
} | grep -vxF "$(printf '%s\n' "${others[@]}")" | sort -u)
table=$("$listok" help codes | grep -oE '^[^ ]+')

((${#takers} > 50)) || complain "no functions that take a code were found"
for other in "${others[@]}"; do
  grep -qF "\"$other\"" <<<"$text" || complain "\`$other\` is nowhere: take it out of the list of $0"
done
while read -r code; do
  complain "\`$code\` is used, and is not in emitter/base/codes.cpp"
done < <(comm -13 <(sort <<<"$table") <(echo "$used"))
while read -r code; do
  complain "\`$code\` is in emitter/base/codes.cpp, and is not used"
done < <(comm -23 <(sort <<<"$table") <(echo "$used"))
[[ $(sort -u <<<"$table") == "$table" ]] || complain "the table is not in the order of the alphabet"

page=$(sed -n '/^```$/,/^```$/{//!p}' docs/codes.md)
[[ $page == "$("$listok" help codes)" ]] ||
  complain "docs/codes.md does not show the table: put what \`listok help codes\` prints between its \`\`\`"
exit $((failures > 0))
