// A font's table of characters, made complete for WebKitGTK. That takes a font for
// a kanji with a variation selector (U+9089 U+E0102) only when it finds the selector
// among the font's characters, too, and shows a box where no font has it. So each
// selector for which a font has forms is entered there, as a space: the shaper
// takes the form, and never draws the selector. Checked by the window's tests.
import type { Plugin } from "vite";

interface Table {
  /** Where its entry in the font's directory stands. */
  entry: number;
  offset: number;
  length: number;
}

interface Group {
  first: number;
  last: number;
  glyph: number;
}

const SPACE = 0x20;

/** Completes the fonts that are bundled; both builds get the same. */
export function selectorsInFonts(): Plugin {
  return {
    name: "selectors-in-fonts",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !/\.(ttf|otf)$/.test(file.fileName) || typeof file.source === "string") continue;
        file.source = withSelectors(file.source);
      }
    },
  };
}

/** The font with the selectors of its variation sequences among its characters. */
export function withSelectors(font: Uint8Array): Uint8Array {
  const view = viewOf(font);
  const cmap = table(view, "cmap");
  const records = subtables(view, cmap.offset);
  const characters = records.filter((record) => view.getUint16(record.offset) === 12);
  const sequences = records.find((record) => view.getUint16(record.offset) === 14);
  const [first] = characters;
  if (!first || !sequences) return font;
  const groups = groupsOf(view, first.offset);
  const known = (code: number) => groups.find((group) => group.first <= code && code <= group.last);
  const space = known(SPACE);
  const added = selectorsOf(view, sequences.offset).filter((code) => !known(code));
  if (added.length === 0) return font;
  const glyph = space ? space.glyph + SPACE - space.first : 1;
  groups.push(...added.map((code) => ({ first: code, last: code, glyph })));
  const subtable = written(groups.toSorted((a, b) => a.first - b.first));
  return replaced(font, cmap, characters.map((record) => record.entry - cmap.offset), subtable);
}

/** The font with another table of characters at its end; the old one's place is left unused. */
function replaced(font: Uint8Array, cmap: Table, entries: number[], subtable: Uint8Array): Uint8Array {
  const old = font.subarray(cmap.offset, cmap.offset + cmap.length);
  const inside = padded(old.length);
  const fresh = new Uint8Array(inside + subtable.length);
  fresh.set(old);
  fresh.set(subtable, inside);
  for (const entry of entries) viewOf(fresh).setUint32(entry + 4, inside);
  const at = padded(font.length);
  const whole = new Uint8Array(at + padded(fresh.length));
  whole.set(font);
  whole.set(fresh, at);
  const view = viewOf(whole);
  view.setUint32(cmap.entry + 4, sum(whole.subarray(at)));
  view.setUint32(cmap.entry + 8, at);
  view.setUint32(cmap.entry + 12, fresh.length);
  const head = table(view, "head").offset;
  view.setUint32(head + 8, 0);
  view.setUint32(head + 8, (0xb1b0afba - sum(whole)) >>> 0);
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const padded = (length: number) => (length + 3) & ~3;

/** The sum of a padded table's words, by which fonts are checked. */
function sum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

function table(view: DataView, tag: string): Table {
  for (let n = 0; n < view.getUint16(4); n += 1) {
    const entry = 12 + 16 * n;
    const found = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (found === tag) return { entry, offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
  }
  throw new Error(`the font has no table ${tag}`);
}

function subtables(view: DataView, cmap: number): { entry: number; offset: number }[] {
  return Array.from({ length: view.getUint16(cmap + 2) }, (_, n) => {
    const entry = cmap + 4 + 8 * n;
    return { entry, offset: cmap + view.getUint32(entry + 4) };
  });
}

function groupsOf(view: DataView, subtable: number): Group[] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, n) => {
    const at = subtable + 16 + 12 * n;
    return { first: view.getUint32(at), last: view.getUint32(at + 4), glyph: view.getUint32(at + 8) };
  });
}

function selectorsOf(view: DataView, subtable: number): number[] {
  return Array.from({ length: view.getUint32(subtable + 6) }, (_, n) => {
    const at = subtable + 10 + 11 * n;
    return (view.getUint8(at) << 16) | view.getUint16(at + 1);
  });
}

function written(groups: Group[]): Uint8Array {
  const bytes = new Uint8Array(16 + 12 * groups.length);
  const view = viewOf(bytes);
  view.setUint16(0, 12);
  view.setUint32(4, bytes.length);
  view.setUint32(12, groups.length);
  groups.forEach(({ first, last, glyph }, n) => {
    [first, last, glyph].forEach((value, place) => view.setUint32(16 + 12 * n + 4 * place, value));
  });
  return bytes;
}
