#!/usr/bin/env bash
# Builds the fuzzers with clang and runs them one after the other: all, or those that are named.
#   fuzz.sh [SECONDS] [NAME…]   1200 seconds each; the names are markdown yaml math emit log
#   fuzz.sh --short [NAME…]     a few seconds each, from one seed and our own corpus; a test, so
#                               that it installs nothing: exit status 77 where clang is missing
# What they learn is kept in build/fuzz/corpus/NAME, and inputs that break a rule, take more than a
# second or more than a gigabyte in build/fuzz/findings/NAME. Exit status 1: there is a finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=1200
short=
if [[ ${1-} == --short ]]; then
  short=yes
  shift
elif [[ ${1-} =~ ^[0-9]+$ ]]; then
  seconds=$1
  shift
fi
names=("$@")
((${#names[@]})) || names=(markdown yaml math emit log)
for name in "${names[@]}"; do
  [[ -f tests/fuzz/fuzz_$name.cpp ]] && continue
  echo "fuzz: there is no fuzzer \`$name\`; there are markdown, yaml, math, emit and log" >&2
  exit 2
done

[[ $short ]] || ./scripts/setup.sh --tests
has_fuzzer() {  # compiler
  "$1" -fsanitize=fuzzer,address,undefined -x c++ -o /dev/null - >/dev/null 2>&1 <<'END'
extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }
END
}
if ! has_fuzzer clang++-19; then
  echo "SKIPPED: clang++-19 is not here with libFuzzer"
  exit 77
fi
export CXX=clang++-19
./scripts/build.sh fuzz

longest=65536    # bytes of an input
most_memory=1024 # MiB
# What the sanitizer keeps of freed memory counts as the fuzzer's own, and must leave it room.
export ASAN_OPTIONS=quarantine_size_mb=32:external_symbolizer_path=
symbolizer=$(compgen -c llvm-symbolizer | sort | head -n 1 || true)
[[ -z $symbolizer ]] || ASAN_OPTIONS+=$(command -v "$symbolizer")

# The fuzzer measures by the clock, by which all is slow on a busy machine. To look for leaks it would
# run the input a second time.
is_slow() {  # fuzzer, input
  local TIMEFORMAT='%U' used
  used=$({ time "$1" -runs=1 -detect_leaks=0 "$2" >/dev/null 2>&1; } 2>&1 || true)
  awk -v used="$used" 'BEGIN { exit !(used > 1) }'
}

still_fails() {  # fuzzer, input
  ! "$1" -runs=1 -timeout=60 -rss_limit_mb=$most_memory "$2" >/dev/null 2>&1 || is_slow "$1" "$2"
}

number() {  # log, name of a statistic -> its value
  sed -n "s/^stat::$2: *//p" "$1" | tail -n 1
}

# Edges of the program that the corpus reached at first, and at last.
coverage() {  # log
  awk '/^#[0-9]+\t.* cov: / {
         for (i = 1; i < NF; i++) if ($i == "cov:") last = $(i + 1)
         if ($2 == "INITED") first = last
       }
       END { printf "%s -> %s", first == "" ? "?" : first, last == "" ? "?" : last }' "$1"
}

status=0
for name in "${names[@]}"; do
  fuzzer=build/fuzz/tests/fuzz/fuzz_$name
  seeds=(tests/fuzz/corpus/"$name")
  dictionary=tests/fuzz/$name.dict
  if [[ $name == emit ]]; then  # reads what `markdown` reads
    seeds+=(tests/fuzz/corpus/markdown)
    dictionary=tests/fuzz/markdown.dict
  fi
  corpus=build/fuzz/corpus/$name
  findings=build/fuzz/findings/$name
  log=build/fuzz/$name.log
  limits=(-max_total_time="$seconds" -report_slow_units=1)
  if [[ $short ]]; then
    # A corpus that grew on one machine would make the run another one.
    corpus=$(mktemp -d)
    limits=(-runs=1500 -seed=1 -max_total_time=60 -report_slow_units=5)
    longest=4096
  fi
  mkdir -p "$corpus" "$findings"
  for input in "$findings"/*; do  # of earlier runs: mended meanwhile, or not
    [[ ! -f $input ]] || still_fails "$fuzzer" "$input" || rm "$input"
  done
  nice "$fuzzer" "${limits[@]}" -max_len=$longest -timeout=60 -rss_limit_mb=$most_memory \
    -dict="$dictionary" -artifact_prefix="$findings/" -print_final_stats=1 \
    "$corpus" "${seeds[@]}" >"$log" 2>&1 || true
  [[ ! $short ]] || rm -r "$corpus"
  found=()
  for input in "$findings"/*; do
    [[ -f $input ]] || continue
    if [[ $input == */@(slow-unit|timeout)-* ]] && ! is_slow "$fuzzer" "$input"; then
      rm "$input"
    else
      found+=("$input")
    fi
  done
  executions=$(number "$log" number_of_executed_units)
  printf 'fuzz: %-8s %9s executions, coverage %s, %d findings\n' "$name" "${executions:-no}" \
    "$(coverage "$log")" "${#found[@]}"
  if ((${#found[@]})); then
    printf '  %s\n' "${found[@]}"
    status=1
  elif [[ -z $executions ]]; then
    tail -n 5 "$log" >&2
    status=1
  fi
done
exit $status
