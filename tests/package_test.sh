#!/usr/bin/env bash
# package_test.sh: looks into the Debian packages that scripts/package.sh has made, and runs their program from
# where they unpack to. scripts/try_package.sh installs them in a Debian of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() { echo "package_test: $*" >&2; exit 1; }

packages=(build/listok_*.deb build/listok-dev_*.deb)
[[ -f ${packages[0]} && -f ${packages[1]} && ${#packages[@]} -eq 2 ]] || fail "not two packages: ${packages[*]}"
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for package in "${packages[@]}"; do
  # A package that asks for what the release does not have cannot be installed.
  mapfile -t depends < <(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed -E 's/\([^)]*\)//g')
  ((${#depends[@]})) || fail "$package depends on nothing"
  for names in "${depends[@]}"; do  # "one | another"
    there=
    for name in ${names//|/ }; do
      [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) == ii* ]] && there=$name
    done
    [[ $there ]] || fail "$package depends on $names, which is not installed here"
  done

  odd=$(dpkg-deb --contents "$package" | awk '$2 != "root/root" || $1 !~ /^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|lrwxrwxrwx)$/')
  [[ -z $odd ]] || fail "$package has files of odd owners or modes:"$'\n'"$odd"
  dpkg-deb --extract "$package" "$root"
done

for file in bin/listok share/man/man1/listok.1.gz share/doc/listok/{copyright,README.md,changelog.gz} \
  share/texmf/tex/latex/listok/listok.{cls,sty} include/listok/emitter.hpp; do
  [[ -s $root/usr/$file ]] || fail "no /usr/$file in them"
done

# The program finds by itself all that it needs, wherever it lies.
cd "$root"
usr/bin/listok new bank questions
usr/bin/listok emit -q questions -o out
[[ -n $(compgen -G 'out/*/*.tex') ]] || fail "the program wrote no sheets"
usr/bin/listok emit -q questions -o out --zip questions.zip
[[ $(head -c 2 questions.zip) == PK ]] || fail "the program packed no sheets"
