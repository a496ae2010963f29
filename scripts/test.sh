#!/usr/bin/env bash
# Builds the tests with sanitizers and runs them. Options go to ctest:
#   ./scripts/test.sh -L unit        those that need no TeX
#   ./scripts/test.sh -R emitter     those of one room
# All that ctest says is in build/dev/test.log; shown is what failed, and ctest's own summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh --tests
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
