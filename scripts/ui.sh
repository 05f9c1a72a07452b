#!/usr/bin/env bash
# Builds the window's screens: their packages into ui/node_modules (npm's cache
# is outside the clone), then ui/dist. Nothing to do when nothing has changed.
#
#   scripts/ui.sh            for the window: ui/dist
#   scripts/ui.sh http       for the tests in a browser: ui/dist-http
#   scripts/ui.sh packages   the packages alone
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export ENTAKU_CACHE=${ENTAKU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/entaku}
export npm_config_cache=${npm_config_cache:-$ENTAKU_CACHE/npm}
# shellcheck source=scripts/words.sh
. "$home/scripts/words.sh"
cd "$home/ui"
marks=node_modules/.entaku

main() {
  packages
  case ${1-} in
    packages) ;;
    http) build build:http dist-http ;;
    *) build build dist ;;
  esac
}

packages() {
  cmp -s package-lock.json "$marks/package-lock.json" && return 0
  quietly "画面の部品を取り込んでいます。" "Fetching the screens' packages." \
    npm ci --ignore-scripts --no-audit --no-fund || stop \
    "画面の部品を取り込めませんでした。npm の設定とネットワークを確かめてください。" \
    "The screens' packages could not be fetched. Check npm's settings and the network."
  mkdir -p "$marks"
  cp package-lock.json "$marks/"
}

# build <npm script> <folder>
build() {
  unchanged "$2" && return 0
  # Marked by the time of the beginning: what is saved meanwhile is built next time.
  touch "$marks/began"
  quietly "画面を作っています。" "Building the screens." npm run --silent "$1" || stop \
    "画面を作れませんでした。上の出力を見てください。" \
    "The screens could not be built; see the output above."
  mv "$marks/began" "$marks/$2"
}

# unchanged <folder>. A folder of sources is newer when a file in it was removed.
unchanged() {
  local mark=$marks/$1
  [[ -f $1/index.html && -f $mark ]] || return 1
  [[ -z $(find src index.html package-lock.json vite.config.ts selectors.ts svelte.config.js tsconfig.json ../assets/fonts \
    -newer "$mark" -print -quit) ]]
}

main "$@"
