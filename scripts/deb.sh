#!/usr/bin/env bash
# Packs the built window as a Debian package into out/, without a network. The
# package holds the program without its debugging lines; the build keeps them.
#
#   scripts/deb.sh [folder]
set -euo pipefail

# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

folder=${1:-$ENTAKU_HOME/out}
built=$CARGO_TARGET_DIR/release/entaku-window
# The packer takes the program from a target folder: it gets one with a copy.
stage=$CARGO_TARGET_DIR/deb

[[ -x $built ]] || stop \
  "先に「./run deb」でビルドしてください。" \
  "Build first: ./run deb"
mkdir -p "$stage/release" "$folder"
rm -rf "$stage/release/bundle"
strip --strip-unneeded -o "$stage/release/entaku-window" "$built"
(cd "$ENTAKU_HOME" && CARGO_TARGET_DIR=$stage quietly \
  "パッケージを作っています。" "Packing." \
  ui/node_modules/.bin/tauri bundle --ci --bundles deb) || stop \
  "パッケージを作れませんでした。上の出力を見てください。" \
  "The package could not be made; see the output above."
for package in "$stage"/release/bundle/deb/*.deb; do
  cp "$package" "$folder/"
  printf '%s\n' "$folder/$(basename "$package")"
done
