#!/usr/bin/env bash
# Installs what listok is built from, runs with and is tested by, on Debian 12 and 13; with --tests, what
# the fuzzers among the tests are built with, the formatter, the documents that take sheets in, the shells and
# schedulers that listok works with, and a second reader of PDFs; with --peers, what scripts/bench compares with.
# Instant and silent when all of it is there. Exit status 3: the machine lacks something.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the releases call differently; any other is taken for the newest.
boost=1.83
if grep -qx 'VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; then
  boost=1.81  # not the default there, which has no Boost.Process v2
fi

# The only list of packages in the project, but for what sheets need: the program and the Debian
# package have to know these too.
mapfile -t packages < <(sed 's/ *#.*//' latex/engine/debian_packages.txt)
packages+=(
  # building
  build-essential                   # g++ 12 or 14, and make's friends
  cmake                             # 3.25: presets
  ninja-build                       # what the presets generate for
  git                               # the sources; merges edits; lists the files for the formatter
  pkg-config                        # finds md4c, utf8proc and qpdf for CMake
  "libboost$boost-dev"              # Boost.Process v2, from its headers
  "libboost-program-options$boost-dev"  # the command line
  "libboost-json$boost-dev"         # reports and messages for programs
  "libboost-test$boost-dev"         # the tests
  libfmt-dev                        # text formatting
  libmd4c-dev                       # Markdown
  libyaml-cpp-dev                   # listok.yaml and front matter
  libutf8proc-dev                   # Unicode: normal form, classes, widths
  libqpdf-dev                       # splitting, bookmarks and metadata of PDFs
  libpng-dev                        # PNG, looked into before TeX does
  libjpeg62-turbo-dev               # JPEG, likewise
  librsvg2-dev                      # SVG, drawn as lines; with cairo
  libwebp-dev                       # WebP
  libgif-dev                        # GIF
  libarchive-dev                    # zip archives
  libfontconfig-dev                 # where faces are
  libxxhash-dev                     # what has changed since the last run
  zlib1g-dev                        # formats of the engine are packed
  # packing: scripts/package.sh
  file                              # shows cpack which files are programs
  # checking what was made
  poppler-utils                     # pdftotext, pdfinfo, pdftoppm
  qpdf                              # the structure of a PDF
  python3                           # scripts/differential
)
# For --tests: the fuzzers, and scripts/format.sh. One version for all releases: another formats otherwise.
clang=(
  clang-19                          # compiles the fuzzers
  libclang-rt-19-dev                # libFuzzer and the sanitizers
  clang-format-19                   # what the sources are formatted by
)
# For --tests: sheets in other documents. beamer, memoir, scrartcl, exam, cleveref and pdfpages come with
# texlive-xetex, tufte-handout with texlive-pictures.
hosting=(
  texlive-luatex                    # lualatex's faces and hyphenation
  texlive-fonts-recommended         # pzdr, which hyperref and beamer want under xelatex
  texlive-publishers                # IEEEtran
  fonts-texgyre                     # what tufte-handout asks LuaLaTeX for
  latexmk                           # one command for a document with references
  chktex                            # what LaTeX people check a .tex with
  lacheck                           # another
)
# For --tests: a language whose patterns are a package of their own.
speaking=(
  texlive-lang-german
)
# For --tests: docs/tweaks.md, snippet by snippet.
tweaking=(
  fonts-dejavu-extra                # DejaVu Math TeX Gyre
  texlive-latex-extra               # csquotes, draftwatermark, enumitem, tcolorbox, titlesec
  texlive-pictures                  # qrcode, TikZ, tufte-handout
  texlive-science                   # mhchem, siunitx
)
# For --tests: shells that listok completes its words in, besides bash.
shells=(
  zsh
  fish
  man-db                            # shows the man page
)
# For --tests: docs/scale.md as pasted.
spreading=(
  parallel                          # parts of a bank, a process each
  slurm-wlm                         # parts of a bank as a job array; one machine is a cluster
)
# For --tests: a reader of PDFs besides poppler.
reading=(
  mupdf-tools                       # mutool
)
# For --peers.
peers=(
  python3-matplotlib                # draws the text of a sheet
  latexmk                           # xelatex when a file has changed
  pandoc                            # Markdown to PDF; with xelatex, by way of
  texlive-latex-recommended         # … unicode-math and other packages of its template
)
# Node may be there from elsewhere, with an npm of its own, which conflicts with Debian's.
command -v npm >/dev/null || peers+=(nodejs npm)  # Typst comes as a package of npm
case ${1-} in
  --tests) packages+=("${clang[@]}" "${hosting[@]}" "${tweaking[@]}" "${speaking[@]}" "${shells[@]}" "${spreading[@]}" "${reading[@]}") ;;
  --peers) packages+=("${peers[@]}") ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  cat >&2 <<'END'
setup: this script knows Debian alone.
  Install the counterparts of the packages listed in scripts/setup.sh, then use cmake directly:
  cmake --preset release && cmake --build --preset release
END
  exit 3
fi

# A package that was removed but not purged still has a record; only "ii" is there.
installed=$(dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' 2>/dev/null |
  awk '$2 == "ii" { print $1 }')
missing=()
for package in "${packages[@]}"; do
  grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
done
((${#missing[@]})) || exit 0

# Two versions of Boost exclude each other: apt removes the other one to install this.
mapfile -t others < <(grep -xE 'libboost([0-9.]*|-.*)-dev' <<<"$installed" | grep -vF "$boost")
if ((${#others[@]})) && [[ " ${missing[*]} " == *" libboost"* ]]; then
  {
    echo "setup: Boost $boost cannot be installed beside another Boost, so apt will remove:"
    printf '  %s\n' "${others[@]}"
    echo "  To have them back later, install them again, which removes Boost $boost."
  } >&2
fi

if ((EUID != 0)); then
  echo "setup: missing: ${missing[*]}" >&2
  echo "  Run this once, then try again:  sudo ./scripts/setup.sh ${1-}" >&2
  exit 3
fi

echo "setup: installing ${#missing[@]} packages, ${missing[0]} and others" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm "$log"' EXIT
run() {  # command…
  ./scripts/quietly.sh "$log" setup "$@" && return
  tail -n 40 "$log" >&2
  echo "setup: apt-get could not install them all; its last lines above say why" >&2
  exit 3
}
run apt-get update -q
run apt-get install -y -q --no-install-recommends "${missing[@]}"
