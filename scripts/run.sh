#!/usr/bin/env bash
# Makes the sheets of the bank that comes with the project, into out/. Options go to `listok build`:
#   ./scripts/run.sh --lang ru --book
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh
./scripts/build.sh release
exec build/release/cli/listok build content/llm-interview -o out "$@"
