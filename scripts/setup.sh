# Makes a machine ready to build Entaku, builds it, and says clearly what is
# missing when it cannot. Sourced by ./run and ./test; nothing to do the second
# time. It never asks a question: what needs an answer ends with a sentence.
#
# Sets ENTAKU_CACHE (downloads, logs; outside the clone) and CARGO_TARGET_DIR.
# shellcheck shell=bash

ENTAKU_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export ENTAKU_HOME
export ENTAKU_CACHE=${ENTAKU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/entaku}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ENTAKU_CACHE/target}

# shellcheck source=scripts/words.sh
. "$ENTAKU_HOME/scripts/words.sh"

# What Debian must have: a C and C++ compiler and libclang (qpdf is built from
# its source), WebKit (the window shows the screens by it), and poppler's tools
# (the tests look at the pages as pictures).
ENTAKU_PACKAGES=(build-essential pkg-config libclang-dev libwebkit2gtk-4.1-dev poppler-utils)

# For the tests alone: a browser, and a screen for the window with its driver and
# a manager, which gives the window its place and its button to close.
# shellcheck disable=SC2034 # used by ./test and ./run bench
ENTAKU_TEST_PACKAGES=(chromium webkit2gtk-driver xvfb xdotool openbox)

# Always built together: each of them alone would ask other features of shared
# packages, and Typst would be built once for each.
ENTAKU_PROGRAMS=(-p entaku-cli -p entaku-window -p entaku-test-server)

set_up() {
  check_commands
  check_rust
  check_node
  install_packages "${ENTAKU_PACKAGES[@]}"
  "$ENTAKU_HOME/scripts/fonts.sh"
  take_target
}

# Everything up to the finished programs.
build_all() {
  set_up
  "$ENTAKU_HOME/scripts/ui.sh"
  (cd "$ENTAKU_HOME" && quietly \
    "ビルドしています。初回は15分ほどかかります。" \
    "Building. The first time takes about 15 minutes." \
    cargo build --release --locked "${ENTAKU_PROGRAMS[@]}") || stop \
    "ビルドに失敗しました。上の出力を見てください。" \
    "The build failed; see the output above."
}

# Two clones share what is built from others' packages. Cargo cannot tell their
# own crates apart there, so the clone that comes next builds those anew.
take_target() {
  local mark=$CARGO_TARGET_DIR/.entaku-home
  [[ -f $mark && $(<"$mark") == "$ENTAKU_HOME" ]] && return 0
  rm -rf "$CARGO_TARGET_DIR"/{debug,release}/.fingerprint/entaku-*
  mkdir -p "$CARGO_TARGET_DIR"
  printf '%s\n' "$ENTAKU_HOME" >"$mark"
}

check_commands() {
  local command missing=()
  for command in git curl; do
    command -v "$command" >/dev/null || missing+=("$command")
  done
  ((${#missing[@]} == 0)) || stop \
    "${missing[*]} がありません。Debian では「apt-get install ${missing[*]}」で入ります。" \
    "${missing[*]} is missing. On Debian: apt-get install ${missing[*]}"
}

# The version stands once, in Cargo.toml.
check_rust() {
  local wanted found
  # A fresh rustup is not yet on the PATH of a shell that was open before.
  [[ -d ${CARGO_HOME:-$HOME/.cargo}/bin ]] && PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
  wanted=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$ENTAKU_HOME/Cargo.toml")
  if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
    stop "Rust がありません。https://rustup.rs の手順で $wanted 以上を入れてください。" \
      "Rust is missing. Install $wanted or later as https://rustup.rs says."
  fi
  found=$(cd "$ENTAKU_HOME" && rustc --version | cut -d ' ' -f 2)
  at_least "$wanted" "$found" || stop \
    "Rust が古すぎます（$found）。「rustup update」で $wanted 以上にしてください。" \
    "Rust $found is too old. Get $wanted or later with: rustup update"
}

check_node() {
  local found
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    stop "Node.js（node と npm）がありません。https://nodejs.org から 20.19 以上を入れてください。" \
      "Node.js (node and npm) is missing. Install 20.19 or later from https://nodejs.org"
  fi
  found=$(node --version)
  at_least 20.19 "${found#v}" || stop \
    "Node.js が古すぎます（$found）。20.19 以上にしてください。" \
    "Node.js $found is too old. Get 20.19 or later."
}

# at_least <wanted> <found>: compares major and minor version.
at_least() {
  local wanted_major wanted_minor found_major found_minor
  IFS=. read -r wanted_major wanted_minor _ <<<"$1.0"
  IFS=. read -r found_major found_minor _ <<<"$2.0"
  ((found_major > wanted_major)) ||
    ((found_major == wanted_major && found_minor >= wanted_minor))
}

# install_packages <package …>. Elsewhere than on Debian and its kin, the build
# itself says what it lacks.
install_packages() {
  local package missing=() as_root=()
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return 0
  if ((EUID != 0)); then
    as_root=(sudo -n)
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
      cannot_install "${missing[*]}"
    fi
  fi
  quietly "必要なパッケージを入れています: ${missing[*]}" "Installing packages: ${missing[*]}" \
    apt_install "${missing[@]}" || cannot_install "${missing[*]}"
}

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Uses as_root of its caller. A fresh machine has no lists yet: fetch them when
# the first try finds nothing.
apt_install() {
  local install=(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive
    apt-get install --yes --quiet --no-install-recommends "$@")
  "${install[@]}" || {
    ${as_root[@]+"${as_root[@]}"} apt-get update --quiet && "${install[@]}"
  }
}

cannot_install() {
  stop "次のパッケージを入れられませんでした。管理者の権限で「apt-get install $1」を実行してから、もう一度お試しください。" \
    "These packages could not be installed. Run as root, then try again: apt-get install $1"
}
