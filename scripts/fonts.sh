#!/usr/bin/env bash
# Puts the fonts that are built into the program into assets/fonts/. They come
# from npm packages (assets/fonts/package.json), are kept in the cache outside
# the clone, and must have the SHA-256 that assets/fonts/fonts.lock states.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
fonts=$home/assets/fonts
export ENTAKU_CACHE=${ENTAKU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/entaku}
cache=$ENTAKU_CACHE/fonts
# shellcheck source=scripts/words.sh
. "$home/scripts/words.sh"

main() {
  complete "$fonts" && return 0
  # A cache that was filled for another list of fonts is filled anew.
  if ! unpacked; then
    quietly "フォントを取り込んでいます。" "Fetching the fonts." fetch || stop \
      "フォントを取り込めませんでした。npm の設定とネットワークを確かめてください。" \
      "The fonts could not be fetched. Check npm's settings and the network."
  fi
  copy
  complete "$fonts" || stop \
    "フォントの内容が assets/fonts/fonts.lock と一致しません。$cache を消してから、もう一度お試しください。" \
    "The fonts differ from assets/fonts/fonts.lock. Remove $cache and try again."
}

# lock: one line per font, "<sha256> <name> <path in node_modules>".
lock() {
  grep -v '^#' "$fonts/fonts.lock"
}

# complete <folder>: whether each font is there with the right content.
complete() {
  [[ -z $(lock | while read -r _ name _; do [[ -f $1/$name ]] || echo "$name"; done) ]] &&
    (cd "$1" && lock | awk '{ print $1 "  " $2 }' | sha256) >/dev/null 2>&1
}

sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum --check --status -
  else
    shasum -a 256 --check --status -
  fi
}

unpacked() {
  cmp -s "$fonts/package-lock.json" "$cache/package-lock.json" &&
    [[ -z $(lock | while read -r _ _ path; do [[ -f $cache/node_modules/$path ]] || echo "$path"; done) ]]
}

fetch() {
  mkdir -p "$cache"
  cp "$fonts/package.json" "$fonts/package-lock.json" "$cache/"
  (cd "$cache" && npm ci --ignore-scripts --no-audit --no-fund)
}

# Through a second name, so that an interrupted copy is never taken for a font.
copy() {
  lock | while read -r _ name path; do
    cp "$cache/node_modules/$path" "$fonts/$name.part"
    mv "$fonts/$name.part" "$fonts/$name"
  done
}

main
