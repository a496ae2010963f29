#!/usr/bin/env bash
# Installs build/listok_*.deb in a bare Debian 12 and makes a bank and its sheets there. Wants root,
# debootstrap, two gigabytes under $TMPDIR and the mirror that apt of this machine is set up with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for need in debootstrap chroot; do
  command -v "$need" >/dev/null && continue
  echo "try_package: \`$need\` is missing; install it with: apt-get install debootstrap" >&2
  exit 3
done
if ((EUID != 0)); then
  echo "try_package: a root of its own is made by root alone" >&2
  exit 3
fi
[[ -n $(compgen -G 'build/listok_*.deb') ]] || ./scripts/package.sh

mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 == "bookworm" { print $1; exit }')
root=$(mktemp -d)
chmod 755 "$root"  # apt leaves root behind when it downloads
clean() {
  mountpoint -q "$root/proc" && umount "$root/proc"
  rm -rf --one-file-system "$root" "$root.log"
}
trap clean EXIT

debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 ||
  { tail -n 20 "$root.log" >&2; exit 3; }
mount -t proc proc "$root/proc"
cp build/listok_*.deb "$root/"

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
