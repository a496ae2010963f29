#!/usr/bin/env bash
# Runs the two commands of README in a bare Debian of its own, in a clone of what is committed here, as somebody
# would who has just heard of listok:
#   try_release.sh trixie               Debian 13, everything
#   try_release.sh bookworm -L unit     Debian 12; options after the release go to scripts/test.sh
#   try_release.sh --keep trixie        leaves the folder of that Debian there, and names it
# Its last line says what came out. Exit status 1: not all sheets were made, or not every test passed.
# Wants root, debootstrap, some ten gigabytes under $TMPDIR and the mirror that apt of this machine is set up with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

keep=
if [[ ${1-} == --keep ]]; then
  keep=yes
  shift
fi
release=${1-}
if [[ $release != bookworm && $release != trixie ]]; then
  echo "usage: scripts/try_release.sh [--keep] bookworm|trixie [OPTION OF test.sh…]" >&2
  exit 2
fi
shift

source scripts/bare_debian.sh
need_bare_debian try_release unshare git
[[ -z $(git status --porcelain) ]] || echo "try_release: what is not committed is left out" >&2

root=$(mktemp -d)
# shellcheck disable=SC2317  # called by the trap
clean() {
  rm -f "$root.log"
  if [[ $keep ]]; then
    echo "try_release: $release is in $root" >&2
  else
    rm -rf --one-file-system "$root"
  fi
}
trap clean EXIT

echo "try_release: making a bare $release" >&2
make_bare_debian "$release" "$root"
git clone --quiet . "$root/root/listok"

# In namespaces of its own: what it mounts and leaves running goes when it ends.
in_root() {  # command…
  # shellcheck disable=SC2016  # for the shell that is started
  unshare --mount --pid --fork --kill-child bash -euc '
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount --rbind /sys "$root/sys"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    mount -t tmpfs shm "$root/dev/shm"
    exec chroot "$root" env -i PATH="$PATH" HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
      bash -c "cd /root/listok && exec \"\$@\"" bash "$@"
  ' bash "$root" "$@"
}

status=0
in_root ./scripts/run.sh || status=1
sheets=$(find content/llm-interview/*/ -name '*.md' | wc -l)
pdfs=$(find "$root/root/listok/out" -name '*.pdf' 2>/dev/null | wc -l) || true  # without it: 0
((pdfs == sheets)) || status=1

in_root ./scripts/test.sh "$@" | tee "$root.log" || status=1
# "98% tests passed, 1 tests failed out of 41", which ctest leaves out when it found none.
read -r failed tests < <(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+).*/\1 \2/p' \
  "$root.log") || status=1
skipped=$(sed -nE 's/^test: ([0-9]+) skipped: .*/\1/p' "$root.log")

said="$pdfs PDFs of $sheets; "
if ((${tests:-0} == 0)); then
  said+="no test ran"
else
  said+="$((tests - failed - ${skipped:-0})) tests passed, $failed failed, ${skipped:-0} skipped"
fi
((status == 0)) && verdict=good || verdict=FAILED
echo "try_release: $release: $said: $verdict"
exit $status
