#!/usr/bin/env bash
# Standard streams that are closed, full or read no further: no command may abort, pretend that it was
# heard, or write what it says into a file of its own.
#   streams_test.sh LISTOK plain|tex      tex: the commands that need it
set -euo pipefail
listok=$(readlink -f "$1")
[[ -c /dev/full ]] || { echo "skipped: there is no /dev/full"; exit 77; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
mkdir -p good/en
printf 'title: T\nlanguages: [en]\nsections: {question: {en: Question}}\n' >good/listok.yaml
printf '# One\n\n## Question\n\nWhat is it?\n' >good/en/01-one.md
cp -r good bad
printf '# Two\n\n## Qestion\n\nWhat is it?\n' >bad/en/02-two.md

failed=0
expect() {  # what, status, wanted status, [file, wanted text in it]
  if [[ $2 != "$3" ]] || { (($# > 3)) && ! grep -qF -- "$5" "$4"; }; then
    printf 'FAILED: %s: status %s, wanted %s%s\n' "$1" "$2" "$3" "${5:+, and \`$5\`}"
    head -n 5 said told
    failed=1
  fi
}
full='No space left on device'
closed='it is closed'

speaks() {  # a command that succeeds and has something to say on standard output
  local name="listok $*"
  local status=0
  "$listok" "$@" >/dev/full 2>told </dev/null || status=$?
  : >said
  expect "$name >/dev/full" $status 3 told "standard output cannot be written: $full"
  status=0
  "$listok" "$@" >&- 2>told || status=$?
  expect "$name >&-" $status 3 told "standard output cannot be written: $closed"
  status=0
  "$listok" "$@" >&- 2>&- <&- || status=$?
  expect "$name, all closed" $status 3
  status=0
  { sleep 0.2; "$listok" "$@" 2>told || status=$?; echo $status >status; } | exec true
  expect "$name | true" "$(<status)" 141
  [[ ! -s told ]] || { echo "FAILED: $name | true says:"; cat told; failed=1; }
  status=0
  "$listok" "$@" >said 2>told <&- || status=$?
  expect "$name <&-" $status 0
  for stream in /dev/full ''; do
    status=0
    if [[ $stream ]]; then
      "$listok" "$@" >said 2>/dev/full || status=$?
    else
      "$listok" "$@" >said 2>&- || status=$?
    fi
    expect "$name, nothing lost on standard error" $status 0
  done
}

complains() {  # a command that has something to say on standard error
  local wanted=$1 status=0
  shift
  "$listok" "$@" >said 2>/dev/full || status=$?
  : >told
  expect "listok $* 2>/dev/full" $status "$wanted" said "standard error cannot be written: $full"
  status=0
  "$listok" "$@" >said 2>&- || status=$?
  expect "listok $* 2>&-" $status "$wanted" said "standard error cannot be written: $closed"
  status=0
  "$listok" "$@" >/dev/full 2>&1 || status=$?
  expect "listok $* >/dev/full 2>&1" $status "$wanted"
}

if [[ $2 == tex ]]; then
  speaks build good
  "$listok" build good >/dev/null
  speaks build good --message-format json
  rm -r out
  complains 3 build bad
  pdfinfo out/en/01-one.pdf >/dev/null  # what was made is kept
  speaks doctor
  speaks doctor --message-format json
else
  speaks --help
  speaks --version
  speaks help man
  speaks help build
  speaks completion zsh
  speaks list good
  speaks list good --message-format json
  speaks check good
  speaks check good --verbose
  speaks emit good
  speaks emit good --message-format json
  speaks status good
  sed -i 's/What/How/' out/en/01-one.tex
  speaks status good --message-format json
  speaks diff 01-one good
  speaks diff 01-one good --message-format json
  complains 3 check bad
  complains 3 list bad
  complains 3 emit bad
  complains 3 status nowhere
  complains 2 biuld
  complains 2 check bad --only nothing
  for bank in new1 new2; do
    status=0
    if [[ $bank == new1 ]]; then "$listok" new bank $bank >/dev/full 2>told || status=$?
    else "$listok" new bank $bank >&- 2>told || status=$?; fi
    expect "listok new bank $bank" $status 3 told "standard output cannot be written"
    "$listok" check $bank -q
  done

  # Nothing that is said lands in a file that got the number of a closed stream.
  "$listok" emit bad -o spoken >/dev/null 2>&1 || true
  "$listok" emit bad -o silent <&- >&- 2>&- || true
  diff -r spoken silent || { echo "FAILED: closed streams change what is made"; failed=1; }
fi
exit $failed
