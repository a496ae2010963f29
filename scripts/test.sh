#!/usr/bin/env bash
# Builds the tests with sanitizers and runs them. Options go to ctest:
#   ./scripts/test.sh -L unit        those that need no TeX
#   ./scripts/test.sh -R emitter     those of one room
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh --tests
./scripts/build.sh dev
exec ctest --preset dev --output-on-failure "$@"
