#!/usr/bin/env bash
# Builds the tests with sanitizers and runs them. Options go to ctest:
#   ./scripts/test.sh -L unit        those that need no TeX
#   ./scripts/test.sh -R emitter     those of one room
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh --tests
./scripts/build.sh dev
status=0
log=$(mktemp)
trap 'rm "$log"' EXIT
ctest --preset dev --output-on-failure --output-log "$log" "$@" || status=$?
# What was skipped is no success: nothing is, once `setup.sh --tests` has installed what is missing.
mapfile -t skipped < <(sed -nE 's/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: ([^ ]+) \.*\*\*\*Skipped.*/\1/p' "$log")
if ((${#skipped[@]})); then
  echo "test: ${#skipped[@]} skipped: ${skipped[*]}"
else
  echo "test: none was skipped"
fi
exit $status
