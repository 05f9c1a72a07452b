// The Debian package: made without a network, complete, and what it installs starts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { computer, root } from "./harness.mjs";

let pc, package_, installed;

before(async () => {
  pc = await computer();
  // No proxy leads anywhere: what would fetch something fails.
  const env = { ...process.env, HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9", ALL_PROXY: "" };
  const said = execFileSync(join(root, "scripts/deb.sh"), [pc.folder], { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  package_ = said.trim().split("\n").at(-1);
  installed = join(pc.folder, "installed");
  execFileSync("dpkg-deb", ["--extract", package_, installed]);
});

after(() => pc?.stop());

const field = (name) => execFileSync("dpkg-deb", ["--field", package_, name], { encoding: "utf8" }).trim();

test("it says what it is and what it needs", () => {
  assert.equal(field("Package"), "entaku");
  assert.match(field("Depends"), /libwebkit2gtk-4\.1-0/);
  assert.match(field("Depends"), /libgtk-3-0/);
  const program = statSync(join(installed, "usr/bin/entaku-window"));
  assert.ok(program.mode & 0o111, "the program may be run");
  assert.equal(program.mode & 0o6000, 0, "with the user's own rights");
});

test("it brings a menu entry, its icon and the licences, and nothing that runs by itself", () => {
  const entry = readFileSync(join(installed, `usr/share/applications/${name()}.desktop`), "utf8");
  assert.match(entry, /^Name=円卓$/m);
  assert.match(entry, /^Exec=entaku-window %f$/m);
  const icon = /^Icon=(.+)$/m.exec(entry)[1];
  for (const size of ["32x32", "128x128", "256x256@2"]) {
    assert.ok(existsSync(join(installed, `usr/share/icons/hicolor/${size}/apps/${icon}.png`)), size);
  }
  assert.ok(existsSync(join(installed, "usr/share/doc/entaku/LICENCES.md")));
  const scripts = execFileSync("dpkg-deb", ["--ctrl-tarfile", package_]);
  assert.ok(!/p(re|ost)(inst|rm)/.test(execFileSync("tar", ["-t"], { input: scripts, encoding: "utf8" })));
});

test("what it installs starts, up to the first screen", async () => {
  const page = await pc.window(["--sample"], join(installed, "usr/bin/entaku-window"));
  await page.sees("今日");
  const { desk } = await page.ask("start");
  assert.equal(desk.sample, true);
});

/** The name of the menu entry's file. */
function name() {
  const listed = execFileSync("dpkg-deb", ["--contents", package_], { encoding: "utf8" });
  return /usr\/share\/applications\/(.+)\.desktop/.exec(listed)[1];
}
