#!/usr/bin/env bash
# quietly.sh LOG WHAT COMMAND…: runs COMMAND with all that it prints in the file LOG. Meanwhile a terminal
# shows WHAT and the last line of LOG, in one line that is replaced. Ends with the status of COMMAND.
set -uo pipefail

log=$1 what=$2
shift 2
: >"$log" || exit

show() {
  local columns line
  columns=$(tput cols 2>/dev/null || echo 80)
  while sleep 0.3; do
    line="$what: $(tail -n 1 "$log")"
    printf '\r\e[K%s' "${line:0:columns-1}" >&2
  done
}
if [[ -t 2 && ${TERM:-dumb} != dumb ]]; then
  show &
  shower=$!
  disown
  trap 'kill "$shower"; printf "\r\e[K" >&2' EXIT
fi
"$@" >"$log" 2>&1
