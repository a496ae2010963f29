#!/usr/bin/env bash
# Sets everything that an item may hold in numbers from 1 to 20,000: every word of it is on its page, or on
# two where that is allowed, or there is an error. A few minutes; the tests have a small form of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh --tests
./scripts/build.sh dev
exec build/dev/tests/end_to_end_tests --run_test='sizes/the_whole_walk' --log_level=message
