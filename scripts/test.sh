#!/usr/bin/env bash
# Looks at how the sources are formatted, makes the Debian packages with warnings as errors and looks into them,
# builds the tests with sanitizers and runs them. With options, which go to ctest, it does the last alone:
#   ./scripts/test.sh -L unit        those that need no TeX
#   ./scripts/test.sh -R emitter     those of one room
# All that ctest says is in build/dev/test.log; shown is what failed, and ctest's own summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh --tests
if (($# == 0)); then
  echo "test: checking the format of the sources" >&2
  ./scripts/format.sh --check
  echo "test: making the packages" >&2
  ./scripts/package.sh >/dev/null
  ./tests/package_test.sh
fi
./scripts/build.sh dev
log=build/dev/test.log
status=0
echo "test: running the tests" >&2
./scripts/quietly.sh "$log" test ctest --preset dev --output-on-failure "$@" || status=$?
if ((status == 0)) && grep -q '^[0-9]*% tests passed' "$log"; then
  sed -n '/^[0-9]*% tests passed/,$p' "$log"
else
  grep -vE '^ *(Start +[0-9]+: |[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed )' "$log" || true
fi
# What was skipped is no success: nothing is, once `setup.sh --tests` has installed what is missing.
mapfile -t skipped < <(sed -nE 's/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: ([^ ]+) \.*\*\*\*Skipped.*/\1/p' "$log")
if ((${#skipped[@]})); then
  echo "test: ${#skipped[@]} skipped: ${skipped[*]}"
else
  echo "test: none was skipped"
fi
exit $status
