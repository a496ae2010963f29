#!/usr/bin/env bash
# Installs build/listok_*.deb in a bare Debian 12 and makes a bank and its sheets there. Wants root,
# debootstrap, two gigabytes under $TMPDIR and the mirror that apt of this machine is set up with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

source scripts/bare_debian.sh
need_bare_debian try_package
[[ -n $(compgen -G 'build/listok_*.deb') ]] || ./scripts/package.sh

root=$(mktemp -d)
# shellcheck disable=SC2317  # called by the trap
clean() {
  mountpoint -q "$root/proc" && umount "$root/proc"
  rm -rf --one-file-system "$root" "$root.log"
}
trap clean EXIT

make_bare_debian bookworm "$root"
mount -t proc proc "$root/proc"
cp build/listok_*.deb "$root/"

# shellcheck disable=SC2016  # for the shell that is started
chroot "$root" bash -euc '
  export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends ./listok_*.deb >install.log 2>&1 ||
    { tail -n 20 install.log; exit 1; }
  cd "$(mktemp -d)"
  listok new bank x && listok build x
  ls out/*/*.pdf
  listok doctor
'
