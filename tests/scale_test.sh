#!/usr/bin/env bash
# scale_test.sh LISTOK BANK DOCS parallel|slurm: what docs/scale.md says, as pasted, with the real tools.
# Exit status 77: the tool is not here.
set -euo pipefail
listok=$1
bank=$2
page=$3/scale.md
tool=$4
work=$(mktemp -d)
daemons=()  # process ids

end() {
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for daemon in "${daemons[@]}"; do
    for _ in {1..100}; do kill -0 "$daemon" 2>/dev/null && sleep 0.1; done
  done
  rm -rf "$work"
}
trap end EXIT

fail() {
  echo "$1" >&2
  exit 1
}

need() {
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "SKIPPED: no $program here" && exit 77; }
  done
}

# Block K of the page.
block() {
  awk -v wanted="$1" '/^```/ { if (inside) inside = 0; else { inside = 1; count++ }; next }
                      inside && count == wanted' "$page"
}

names() { find "$1" -name '*.pdf' -printf '%P\n' | sort; }

words() { names "$1" | while read -r pdf; do pdftotext -raw "$1/$pdf" -; done; }

# What a build by one process gives: the same files, with the same words.
compare() {
  listok build questions -o whole --book --quiet
  names whole >names.whole && names out >names.out && words whole >words.whole && words out >words.out
  [[ -s words.whole ]] || fail "the PDFs have no words"
  diff names.whole names.out
  diff words.whole words.out
  local said left
  said=$(listok build questions -o out --book)
  [[ $said == *'0 sheets made, 30 up to date'* ]] || fail "the next build: $said"
  left=$(find out -name '*-of-*' ! -name 'lock-*')
  [[ -z $left ]] || fail "left of the parts: $left"
}

# A cluster of only this machine, with all its files in $work/cluster.
start_slurm() {
  local home=$work/cluster port=$((20000 + $$ % 20000)) name user
  name=$(hostname -s)
  user=$(id -un)
  mkdir -p "$home/state" "$home/spool"
  chmod 755 "$work" "$home"  # munged looks for others who could write there
  head -c 1024 /dev/urandom >"$home/key"
  chmod 600 "$home/key"
  cat >"$home/slurm.conf" <<END
ClusterName=listok
SlurmctldHost=$name(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$home/socket
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool
SlurmctldPidFile=$home/slurmctld.pid
SlurmdPidFile=$home/slurmd.pid
SlurmctldLogFile=$home/slurmctld.log
SlurmdLogFile=$home/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=$name NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
  # A container may have no cgroups. Version 22.05 starts without them by itself, later ones when this is said.
  [[ $(slurmd -V) == *' 22.05'* ]] || echo CgroupPlugin=disabled >"$home/cgroup.conf"
  export SLURM_CONF=$home/slurm.conf
  munged --foreground --force --socket="$home/socket" --key-file="$home/key" \
    --pid-file="$home/munged.pid" --seed-file="$home/seed" 2>"$home/munged.log" &
  daemons+=($!)
  for _ in {1..100}; do [[ -S $home/socket ]] || sleep 0.1; done
  slurmctld -D 2>/dev/null &
  daemons+=($!)
  slurmd -D 2>/dev/null &
  daemons+=($!)
  for _ in {1..300}; do
    [[ $(sinfo -h -o %t 2>/dev/null) == idle ]] && return
    sleep 0.1
  done
  cat "$home"/*.log >&2
  fail "the cluster does not start"
}

PATH=$(dirname "$listok"):/usr/sbin:$PATH
mkdir "$work/here"
cd "$work/here"
cp -r "$bank" questions

need pdftotext
case $tool in
  parallel)
    need parallel
    block 1 >block.sh
    bash -e block.sh
    ;;
  slurm)
    need munged slurmctld slurmd sbatch
    start_slurm
    block 2 >sheets.sh
    block 3 >block.sh
    bash -e block.sh
    for _ in {1..1200}; do
      [[ -z $(squeue -h) ]] && break
      sleep 0.2
    done
    grep . slurm-*.out
    [[ $(find . -name 'slurm-*.out' | wc -l) == 5 ]] || fail "wanted four parts and the last job"
    ;;
esac
compare
