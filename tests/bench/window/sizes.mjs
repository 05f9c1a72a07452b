// How large the screens and the program are.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { program, root } from "../../window/harness.mjs";

const dist = join(root, "ui/dist");

export function sizes() {
  const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
  const of = (pattern) => files.filter((name) => pattern.test(name));
  const pdf = of(/pdf/i);
  const code = of(/\.(js|mjs|css|html)$/).filter((name) => !pdf.includes(name));
  return [
    ["screens: code and style", both(code), ""],
    ["screens: the PDF viewer", both(pdf), ""],
    ["screens: fonts and the rest", both(files.filter((name) => !pdf.includes(name) && !code.includes(name))), ""],
    ["program, debugging lines removed", mb(stripped()), ""],
  ];
}

/** As it is, and as it is in the program. */
function both(names) {
  const contents = names.map((name) => readFileSync(join(dist, name)));
  const packed = contents.map((c) => brotliCompressSync(c, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return `${mb(sum(contents.map((c) => c.length)))}, packed ${mb(sum(packed))}`;
}

function stripped() {
  const folder = mkdtempSync(join(tmpdir(), "entaku-size-"));
  const copy = join(folder, "program");
  execFileSync("strip", ["--strip-unneeded", "-o", copy, program]);
  const { size } = statSync(copy);
  rmSync(folder, { recursive: true });
  return size;
}

function mb(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}
