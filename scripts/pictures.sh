#!/usr/bin/env bash
# Makes the pictures of docs/images from the shipped bank, the looks and the sampler of all elements.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh
./scripts/build.sh release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
listok=build/release/cli/listok

picture() {  # PDF, name of the picture, resolution
  pdftoppm -r "${3:-60}" -png -singlefile "$1" "docs/images/$2"
}

mkdir -p docs/images
"$listok" build -q content/llm-interview -o "$work/out"
for edition in candidate bilingual; do
  "$listok" build -q content/llm-interview -o "$work/out" --edition "$edition" --only 01-mqa-gqa
done
"$listok" build -q content/sampler -o "$work/sampler"
for look in university:student:01-rank plain:pupil:01-rainbow interview:candidate:01-index; do
  IFS=: read -r name edition item <<<"$look"
  "$listok" build -q "content/looks/$name" -o "$work/$name" --edition "$edition" --book
  picture "$work/$name/en/$edition/$item.pdf" "look-$name"
done
picture "$work/university/en/student/book.pdf" cover-university
picture "$work/out/ru/01-mqa-gqa.pdf" sheet-ru
picture "$work/out/en/01-mqa-gqa.pdf" sheet-en
picture "$work/out/en/candidate/01-mqa-gqa.pdf" candidate-en
picture "$work/out/bilingual/01-mqa-gqa.pdf" bilingual
picture "$work/sampler/en/01-elements.pdf" sampler-en
picture "$work/sampler/ru/01-elements.pdf" sampler-ru
