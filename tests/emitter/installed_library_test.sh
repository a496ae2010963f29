#!/usr/bin/env bash
# installed_library_test.sh CMAKE COMPILER BUILD: installs what BUILD made, builds the example of
# docs/ against only that, and runs it on the shipped bank.
set -euo pipefail
cmake=$1
compiler=$2
build=$3
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$build/tests/installed
prefix=$work/prefix

rm -rf "$work"
mkdir -p "$work"
"$cmake" --install "$build" --prefix "$prefix" >"$work/install.log"

for file in bin/listok share/man/man1/listok.1 share/bash-completion/completions/listok \
  share/zsh/site-functions/_listok share/fish/vendor_completions.d/listok.fish \
  share/doc/listok/{README.md,CHANGELOG.md,copyright,docs/latex.md} \
  share/doc/listok/content/llm-interview/listok.yaml share/texmf/tex/latex/listok/listok.{cls,sty}; do
  [[ -s $prefix/$file ]] || { echo "not installed: $file" >&2; exit 1; }
done

# A header that is found next to the sources, but not installed, would pass unnoticed.
example=$work/example
cp -r docs/examples/library "$example"
"$cmake" -S "$example" -B "$example/build" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="-Wall -Wextra -Werror" >"$work/configure.log"
"$cmake" --build "$example/build" >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }

# It must say of every sheet what `listok emit` writes.
"$example/build/sheets" content/llm-interview | sort >"$work/said"
"$prefix/bin/listok" emit -q content/llm-interview -o "$work/out"
(cd "$work/out" && find ?? -name '*.tex' -printf '%p: %s bytes\n') | sort >"$work/wanted"
[[ $(wc -l <"$work/wanted") -eq 30 ]] || { echo "no sheets to compare with" >&2; exit 1; }
diff "$work/wanted" "$work/said"
