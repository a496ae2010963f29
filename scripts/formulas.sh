#!/usr/bin/env bash
# Writes docs/formulas.md from tests/formulas/formulas.txt: what becomes of each formula.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/build.sh dev
LISTOK_WRITE_FORMULAS=docs/formulas.md \
  build/dev/tests/emitter_tests --run_test=formulas_of_authors/the_page_of_the_docs_is_current
