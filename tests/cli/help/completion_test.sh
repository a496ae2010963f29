#!/usr/bin/env bash
# completion_test.sh LISTOK bash|zsh|fish|man: the completions in a real shell, and the man page.
# Exit status 77: that shell or tool is not here; what was left out is said.
set -uo pipefail
listok=$1
what=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

skip() {
  echo "SKIPPED: $1"
  exit 77
}

fail() {
  echo "$1" >&2
  failures=$((failures + 1))
}

# A bank in a folder, one with a space in its name, and a folder that holds none.
cd "$work" || exit 1
"$listok" new bank 'content/first bank' -q && "$listok" new bank questions -q && mkdir pictures ||
  fail "no banks"

# expect WANTED WORDS…: the candidates for the last of the words, which may be empty.
expect() {
  local wanted=$1 got
  shift
  got=$(candidates "$@" | sort | paste -sd, -)
  [[ $got == "$wanted" ]] || fail "$*: wanted \`$wanted\`, got \`$got\`"
}

expect_all() {
  expect 'doctor' listok do
  expect 'check' listok ch
  expect '--message-format' listok check --me
  expect '--edition' listok build --edi
  expect '' listok check --edi
  expect 'human,json' listok emit --message-format ''
  expect 'never' listok check --color n
  expect 'bank,item' listok new ''
  expect 'zsh' listok completion z
  expect 'man,math' listok help ma
  expect '' listok new item ''
  expect '' listok build questions p
}

case $what in
  bash)
    source <("$listok" completion bash)
    compopt() { :; }  # only readline has it
    candidates() {
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      COMPREPLY=()
      _listok
      ((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
    }
    [[ $(complete -p listok) == *'-F _listok listok' ]] || fail "nothing completes listok"
    expect_all
    expect 'content,questions' listok build ''
    expect 'content/first bank' listok check content/
    expect 'content,pictures,questions' listok build -o ''
    expect 'content,pictures,questions' listok new bank ''
    expect 'content,questions' listok new item x ''
    expect 'content,questions' listok build -o out ''
    expect 'pictures' listok build p
    expect 'always' listok check --color = al  # readline splits at `=`
    expect 'content,questions' listok check --color = always ''
    ;;
  zsh)
    command -v zsh >/dev/null || skip "zsh is not installed"
    "$listok" completion zsh >_listok
    zsh -n _listok || fail "zsh does not read it"
    # complete.zsh LINE: what a terminal shows when TAB is pressed at the end of the line.
    cat >complete.zsh <<'END'
zmodload zsh/zpty
zpty shell TERM=dumb zsh -f -i
zpty -w shell "PS1= PS2=; fpath=($PWD \$fpath); autoload -Uz compinit; compinit -u -D; print REA''DY"
while zpty -r shell part && [[ $part != *READY* ]]; do done
zpty -w -n shell "$1"$'\t'
screen=
repeat 25; do
  sleep 0.1
  while zpty -r -t shell part; do screen+=$part; done
done
zpty -d shell
print -r -- $screen
END
    shows() {
      local screen
      screen=$(timeout 60 zsh -f complete.zsh "$2" | tr -s '\r\n\t ' ' ')
      [[ $screen == *"$1"* ]] || fail "$2: wanted \`$1\`, got \`$screen\`"
    }
    shows 'listok doctor ' 'listok do'
    shows ' bank item ' 'listok new '
    shows ' human json ' 'listok emit --message-format '
    shows 'listok check --color=always ' 'listok check --color=al'
    shows 'listok build questions/' 'listok build q'
    ;;
  fish)
    command -v fish >/dev/null || skip "fish is not installed"
    "$listok" completion fish >listok.fish
    fish -n listok.fish || fail "fish does not read it"
    candidates() {
      local line="$*"
      [[ -n ${!#} ]] || line="${*:1:$#-1} "
      HOME=$work fish --no-config -c 'source listok.fish; complete -C "$argv[1]"' "$line" |
        cut -f 1
    }
    expect_all
    expect 'content/,questions/' listok build ''
    expect 'pictures/' listok build p
    ;;
  man)
    "$listok" help man >listok.1
    found=
    if command -v man >/dev/null; then
      found=man
      [[ -z $(LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -l listok.1 2>&1 >page) ]] ||
        fail "man warns of the page"
      grep -q 'listok - question banks' page || fail "man does not show the page"
    fi
    if command -v mandoc >/dev/null; then
      found=mandoc
      # It has no date on purpose: the same program gives the same bytes.
      complaints=$(mandoc -Tlint -Wwarning listok.1 | grep -v 'missing date')
      [[ -z $complaints ]] || fail "$complaints"
    fi
    [[ $found ]] || skip "neither man nor mandoc is installed"
    ;;
esac
exit $((failures > 0))
