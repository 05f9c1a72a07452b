#!/usr/bin/env node
// Writes assets/LICENCES.md: what is built into the program, under which
// licence, with the licences' texts. Reads `cargo metadata`, the sources that
// Cargo has already fetched, the modules that the build of the screens takes
// (ui/node_modules must be there), and assets/fonts/*-OFL.txt; no network.
// A tidy test fails when a Rust package of the program is not in the list.
//
//   node scripts/licences.mjs           writes the list
//   node scripts/licences.mjs --check   fails when it is not as it would be

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(home, "assets", "LICENCES.md");

/** Works that come inside a package, which its manifest does not name. */
const INSIDE = [
  {
    within: "elkrs",
    name: "Eclipse Layout Kernel (ELK)",
    licence: "EPL-2.0",
    note: "elkrs is a port of ELK to Rust. Its manifest says Apache-2.0; ELK itself is under the Eclipse Public License 2.0 (https://www.eclipse.org/legal/epl-2.0/, sources: https://github.com/eclipse-elk/elk). Both are named here.",
    texts: [],
  },
  {
    within: "qpdf-sys",
    name: "qpdf",
    licence: "Apache-2.0",
    note: "The C++ library that joins PDF files, built from the source in the package.",
    texts: ["qpdf/NOTICE.md", "qpdf/LICENSE.txt"],
  },
  { within: "qpdf-sys", name: "zlib", licence: "Zlib", note: "Used by qpdf.", texts: ["zlib/LICENSE"] },
  {
    within: "qpdf-sys",
    name: "libjpeg",
    licence: "IJG",
    note: "Used by qpdf. This software is based in part on the work of the Independent JPEG Group.",
    texts: ["jpeg/README"],
  },
  {
    within: "libsqlite3-sys",
    name: "SQLite",
    licence: "public domain",
    note: "https://www.sqlite.org/copyright.html",
    texts: [],
  },
];

/** Works that come inside a package of the screens: files copied beside the code. */
const INSIDE_SCREENS = [
  ["CMap resources of Adobe", "pdfjs-dist", "BSD-3-Clause", "cmaps/LICENSE"],
  ["Foxit fonts", "pdfjs-dist", "BSD-3-Clause", "standard_fonts/LICENSE_FOXIT"],
  ["Liberation fonts", "pdfjs-dist", "OFL-1.1", "standard_fonts/LICENSE_LIBERATION"],
  ["ICC profile of the Compact ICC Profiles", "pdfjs-dist", "CC0-1.0", "iccs/LICENSE"],
  ["JBIG2 decoder of PDFium", "pdfjs-dist", "BSD-3-Clause", "wasm/LICENSE_JBIG2"],
  ["OpenJPEG", "pdfjs-dist", "BSD-2-Clause", "wasm/LICENSE_OPENJPEG"],
  ["QCMS", "pdfjs-dist", "MIT", "wasm/LICENSE_QCMS"],
];

const FONTS = [
  ["BIZ UDPGothic Regular, Bold", "BIZUDPGothic-OFL.txt"],
  ["BIZ UDMincho Regular", "BIZUDMincho-OFL.txt"],
  ["Noto Sans JP Regular, Bold", "NotoSansJP-OFL.txt"],
  ["Entaku Variants JP Regular, Bold (made from Noto Sans CJK JP by scripts/variants.py)", "EntakuVariants-OFL.txt"],
  ["Entaku Variants Mincho JP Regular (made from Noto Serif CJK JP by scripts/variants.py)", "EntakuVariantsMincho-OFL.txt"],
];

async function main() {
  const packages = bundled();
  const screens = await screenPackages();
  const texts = new Texts();
  for (const p of [...packages, ...screens]) texts.addPackage(p);
  const inside = INSIDE.flatMap((work) => {
    const holder = packages.find((p) => p.name === work.within);
    return holder ? [{ ...work, folder: dirname(holder.manifest_path) }] : [];
  });
  for (const work of inside) {
    for (const file of work.texts) texts.add(`${work.name} (in ${work.within})`, join(work.folder, file));
  }
  for (const [name, within, , file] of INSIDE_SCREENS) {
    texts.add(`${name} (in ${within})`, join(home, "ui", "node_modules", within, file));
  }
  for (const [name, file] of FONTS) texts.add(name, join(home, "assets", "fonts", file));
  const page = [head(), table(packages), screenTable(screens), works(inside), fonts(), texts.render()].join("\n");
  if (!process.argv.includes("--check")) {
    writeFileSync(target, page);
    console.error(`${packages.length} + ${screens.length} packages, ${texts.size} texts: ${target}`);
  } else if (readFileSync(target, "utf8") !== page) {
    console.error("assets/LICENCES.md is stale; run: node scripts/licences.mjs");
    process.exitCode = 1;
  }
}

/** The packages whose modules are in the built screens: asked of the build itself. */
async function screenPackages() {
  const ui = join(home, "ui");
  const { build } = await import(pathToFileURL(join(ui, "node_modules", "vite", "dist", "node", "index.js")).href);
  const built = await build({ root: ui, configFile: join(ui, "vite.config.ts"), logLevel: "error", build: { write: false } });
  const taken = new Set();
  const note = (path) => {
    const found = /node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/.exec(path);
    if (found) taken.add(found[1].replaceAll("\\", "/"));
  };
  for (const output of [built].flat().flatMap((one) => one.output)) {
    for (const path of output.moduleIds ?? output.originalFileNames ?? []) note(path);
  }
  // Style sheets lose their origin on the way.
  note("node_modules/@digital-go-jp/design-tokens");
  return [...taken].sort().map((name) => {
    const folder = join(ui, "node_modules", name);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const authors = [manifest.author?.name ?? manifest.author].filter((author) => typeof author === "string");
    return { name, version: manifest.version, license: manifest.license, authors, manifest_path: join(folder, "package.json") };
  });
}

function screenTable(packages) {
  const rows = packages.map((p) => `| ${p.name} | ${p.version} | ${p.license ?? "see its text"} |`);
  const works = INSIDE_SCREENS.map(([name, within, licence]) => `| ${name} (in ${within}) | | ${licence} |`);
  return `## Packages of the screens\n\n| Package | Version | Licence |\n|---|---|---|\n${[...rows, ...works].join("\n")}\n`;
}

/** The packages outside the workspace that its product crates (src-tauri/) are
 *  built from, for any platform, without what only builds or tests them. */
function bundled() {
  const answer = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], {
    cwd: home,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const metadata = JSON.parse(answer);
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const members = new Set(metadata.workspace_members);
  const product = (p) => members.has(p.id) && p.manifest_path.includes(`${sep}src-tauri${sep}`);
  const seen = new Set();
  const open = metadata.packages.filter(product).map((p) => p.id);
  while (open.length > 0) {
    const id = open.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some((kind) => kind.kind === null)) open.push(dependency.pkg);
    }
  }
  return metadata.packages
    .filter((p) => seen.has(p.id) && !members.has(p.id))
    .sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Licence texts, each once, with everything that it belongs to. */
class Texts {
  #byWords = new Map();
  #without = [];

  get size() {
    return this.#byWords.size;
  }

  addPackage(p) {
    const files = licenceFiles(p);
    if (files.length === 0) this.#without.push(p);
    for (const file of files) this.add(`${p.name} ${p.version}`, file);
  }

  add(owner, file) {
    const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trimEnd();
    const words = text.split(/\s+/).join(" ").trim();
    const entry = this.#byWords.get(words) ?? { text, owners: [] };
    entry.owners.push(owner);
    this.#byWords.set(words, entry);
  }

  render() {
    const lines = ["## Texts", ""];
    for (const { text, owners } of this.#byWords.values()) {
      lines.push(`### ${[...new Set(owners)].join(", ")}`, "", "````text", text, "````", "");
    }
    lines.push("## Packages without a text of their own", "");
    lines.push("The text is the one of the licence named in the table (Apache-2.0: LICENSE-APACHE in this repository).", "");
    for (const p of this.#without) {
      const authors = p.authors.length > 0 ? p.authors.join(", ") : `the authors of ${p.name}`;
      lines.push(`- ${p.name} ${p.version}: ${p.license}, ${authors}`);
    }
    return `${lines.join("\n")}\n`;
  }
}

/** The licence files at a package's root. Where MIT may be chosen and its text
 *  is there, that text stands for the package. */
function licenceFiles(p) {
  const folder = dirname(p.manifest_path);
  const names = readdirSync(folder).sort();
  const legal = names.filter((name) => /^(un)?licen[sc]e|^copying|^notice|^copyright/i.test(name));
  const paths = legal.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? readdirSync(path).sort().map((inner) => join(path, inner)) : [path];
  });
  const named = p.license_file ? join(folder, p.license_file) : null;
  if (named && existsSync(named) && !paths.includes(named)) paths.push(named);
  const choice = / OR |\//.test(p.license ?? "") && !/ AND /.test(p.license ?? "");
  const mit = paths.filter((path) => /mit/i.test(path.slice(folder.length)));
  const notices = paths.filter((path) => /notice|copyright/i.test(path.slice(folder.length)));
  return choice && mit.length > 0 ? [...new Set([...mit, ...notices])] : paths;
}

function head() {
  return `# Licences of what is built into Entaku

Generated by \`node scripts/licences.mjs\`; do not edit. Entaku itself is under
MIT OR Apache-2.0 (LICENSE-MIT, LICENSE-APACHE).
`;
}

function table(packages) {
  const rows = packages.map((p) => `| ${p.name} | ${p.version} | ${p.license ?? "see its text"} |`);
  return `## Rust packages\n\n| Package | Version | Licence |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function works(inside) {
  const rows = inside.map((w) => `| ${w.name} | ${w.within} | ${w.licence} | ${w.note} |`);
  return `## Works inside packages\n\n| Work | In | Licence | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function fonts() {
  const rows = FONTS.map(([name]) => `| ${name} | OFL-1.1 |`);
  return `## Fonts\n\n| Font | Licence |\n|---|---|\n${rows.join("\n")}\n`;
}

await main();
