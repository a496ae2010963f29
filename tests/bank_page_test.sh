#!/usr/bin/env bash
# bank_page_test.sh LISTOK: docs/bank.md shows what `listok help bank` prints, and the banks of
# content/looks are whole.
set -uo pipefail
listok=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0
page=$(sed -n '/^## All keys/,$p' docs/bank.md | sed -n '/^```$/,/^```$/{//!p}')
if [[ $page != "$("$listok" help bank)" ]]; then
  echo "docs/bank.md does not show the keys: put what \`listok help bank\` prints between its \`\`\`" >&2
  failures=1
fi
for look in content/looks/*/; do
  "$listok" check "$look" >&2 || failures=1
done
exit "$failures"
