# shellcheck shell=bash
# A bare Debian in a folder of its own; try_release.sh and try_package.sh source this.

# need_bare_debian TASK PROGRAM…: ends with status 3, in the name of TASK, when a program is missing or the
# user is not root.
need_bare_debian() {
  local task=$1 program
  shift
  for program in debootstrap chroot "$@"; do
    command -v "$program" >/dev/null && continue
    echo "$task: \`$program\` is missing; install it with: apt-get install debootstrap git" >&2
    exit 3
  done
  if ((EUID != 0)); then
    echo "$task: only root can make a system of its own" >&2
    exit 3
  fi
}

# make_bare_debian RELEASE ROOT: makes one in the folder ROOT, which is there and empty, from the mirror that
# apt of this machine is set up with. What debootstrap says is in ROOT.log. When it fails, the end of that is
# shown, and the status is 3.
make_bare_debian() {
  # shellcheck disable=SC2016  # apt fills these in
  local release=$1 root=$2 mirror format='$(REPO_URI) $(RELEASE)'
  # Any release is on the mirror of any other.
  mirror=$(apt-get indextargets --format "$format" 'Created-By: Packages' |
    awk '$2 == "bookworm" || $2 == "trixie" { print $1; exit }')
  chmod 755 "$root"  # apt is not root when it downloads
  debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2; exit 3; }
}
