#!/usr/bin/env bash
# Sets sheets with damaged pictures, 1,050 or as many as are asked for: each has to be refused at its
# place in the Markdown, or made so that poppler, mupdf and qpdf have nothing to say.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
./scripts/setup.sh --tests
./scripts/build.sh dev
LISTOK_PICTURES=${1:-1050} exec build/dev/tests/end_to_end_tests --log_level=message \
  --run_test=pictures/each_damaged_picture_is_refused_or_no_reader_complains
