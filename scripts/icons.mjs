#!/usr/bin/env node
// Draws src-tauri/icons from assets/icons: a round table seen from above. Small
// sizes have a drawing of their own, with fewer and larger seats. Needs
// rsvg-convert (Debian: librsvg2-bin); only for who changes the drawing.
//
//   node scripts/icons.mjs

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const SMALL = 32;

/** The icon at a size, as PNG. */
function drawn(size) {
  const drawing = join(home, "assets", "icons", size <= SMALL ? "small.svg" : "icon.svg");
  return execFileSync("rsvg-convert", ["--width", `${size}`, "--height", `${size}`, drawing], { maxBuffer: 1 << 26 });
}

/** A Windows icon: a directory of PNGs. */
function ico(sizes) {
  const pictures = sizes.map(drawn);
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  sizes.forEach((size, n) => {
    const at = 6 + 16 * n;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(pictures[n].length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += pictures[n].length;
  });
  return Buffer.concat([head, ...pictures]);
}

const icons = {
  "16x16.png": drawn(16),
  "32x32.png": drawn(32),
  "128x128.png": drawn(128),
  "128x128@2x.png": drawn(256),
  "icon.png": drawn(512),
  "icon.ico": ico([16, 24, 32, 48, 64, 256]),
};
for (const [name, content] of Object.entries(icons)) writeFileSync(join(home, "src-tauri", "icons", name), content);
