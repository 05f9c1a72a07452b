// What every test of the screens starts from: a server of its own with a fresh
// sample council, a page of headless Chromium, and the look of axe in every
// theme. `const desk = await start()`; `after(() => desk.stop())`.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(`${root}ui/package.json`);
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const themes = ["light", "dark", "contrast"];

/** Sizes of window that the screens are made for. */
export const sizes = {
  small: { width: 1280, height: 720 },
  usual: { width: 1440, height: 900 },
  // For pictures of all that is on a screen.
  tall: { width: 1280, height: 2400 },
};

const browserFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const target = process.env.CARGO_TARGET_DIR ?? `${process.env.ENTAKU_CACHE ?? `${homedir()}/.cache/entaku`}/target`;
/** `debug` tests a quick build while a screen is being made. */
const profile = process.env.ENTAKU_PROFILE ?? "release";

/** Starts the server; answers its address and how to stop it. */
export async function startServer(flags = []) {
  const program = `${target}/${profile}/entaku-test-server`;
  const server = spawn(program, ["--ui", `${root}ui/dist-http`, ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise((done) => server.once("exit", done));
  const end = () => server.kill();
  process.once("exit", end);
  const address = await new Promise((found, failed) => {
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`the server ended (${code})`)));
    createInterface({ input: server.stdout }).once("line", found);
  });
  return {
    address,
    async stop() {
      process.off("exit", end);
      server.kill();
      await gone;
    },
  };
}

/** Calls a command of a server's core; `content` is a file that comes with it. Throws the core's error. */
export async function ask(address, name, args = {}, content) {
  const headers = content
    ? { "content-type": "application/octet-stream", args: encodeURIComponent(JSON.stringify(args)) }
    : { "content-type": "application/json" };
  const body = content ?? JSON.stringify(args);
  const response = await fetch(`${address}/api/call/${name}`, { method: "POST", headers, body });
  if (!response.ok) throw response.status === 422 ? await response.json() : new Error(await response.text());
  const kind = response.headers.get("content-type") ?? "";
  return kind.includes("json") ? response.json() : new Uint8Array(await response.arrayBuffer());
}

/**
 * Starts a server and a page.
 * @param {{ flags?: string[], size?: {width: number, height: number}, scale?: number }} [wish]
 */
export async function start(wish = {}) {
  const server = await startServer(wish.flags);
  const browser = await chromium.launch({
    executablePath: process.env.ENTAKU_CHROMIUM ?? "/usr/bin/chromium",
    args: browserFlags,
  });
  const context = await browser.newContext({
    viewport: wish.size ?? sizes.usual,
    deviceScaleFactor: wish.scale ?? 1,
    locale: "ja-JP",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  // A refusal is status 422, which the browser notes as well; the screens show it.
  const refused = (message) => message.location().url.includes("/api/call/") && message.text().includes("422");
  page.on("console", (message) => message.type() === "error" && !refused(message) && problems.push(message.text()));
  return new Desk(server, browser, page, problems, onTheWay(page));
}

/** The requests that have no answer yet; the stream of events never ends. */
function onTheWay(page) {
  const waiting = new Set();
  page.on("request", (request) => request.url().endsWith("/api/events") || waiting.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => waiting.delete(request));
  return waiting;
}

/** A server with a page open on it. */
class Desk {
  constructor(server, browser, page, problems, waiting) {
    Object.assign(this, { server, browser, page, problems, waiting, address: server.address });
  }

  /** Opens a screen by its hash, `"today"`, `"meetings/…"`, and waits until it stands still. */
  async go(hash = "") {
    const wanted = `${this.address}/#/${hash.replace(/^#?\/?/, "")}`;
    if (this.page.url().startsWith(this.address)) {
      await this.page.evaluate((to) => location.assign(to), wanted);
    } else {
      await this.page.goto(wanted);
    }
    await this.settled();
  }

  /** Waits for the screen's heading and for everything that it asked of the core. */
  async settled() {
    await this.page.locator("h1").first().waitFor();
    await this.answered();
    await this.page.waitForFunction(() => !document.querySelector("[aria-busy='true']"));
    await this.page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  }

  /** Waits until nothing has been on its way for a moment. */
  async answered() {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await this.page.waitForTimeout(25);
      if (this.waiting.size > 0) quiet = 0;
    }
  }

  /** Calls a command of the core past the screens. Throws the core's error. */
  call(name, args, content) {
    return ask(this.address, name, args, content);
  }

  /** What the next dialogs of the system will answer; null is a cancelled one. */
  async answer(...paths) {
    const headers = { "content-type": "application/json" };
    await fetch(`${this.address}/api/answers`, { method: "POST", headers, body: JSON.stringify(paths) });
  }

  /** The files and folders that were handed to the system. */
  async opened() {
    return (await fetch(`${this.address}/api/opened`)).json();
  }

  /** Shows the screens in a theme: light, dark or contrast. */
  async theme(name) {
    await this.page.evaluate((theme) => (document.documentElement.dataset.theme = theme), name);
  }

  /** axe on what is shown once everything has been answered, in each of the themes: no violation. */
  async axe(inThemes = themes) {
    await this.answered();
    for (const theme of inThemes) {
      await this.theme(theme);
      if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axeSource);
      const found = await this.page.evaluate(async () => {
        const outcome = await window.axe.run(document, { resultTypes: ["violations"], elementRef: true });
        const title = (node) => document.getElementById(node.element?.getAttribute("aria-labelledby"))?.textContent ?? "";
        const shown = (node) => `${node.html} ${title(node)}`.trim();
        return outcome.violations.map((v) => ({ id: v.id, help: v.help, at: v.nodes.map(shown).slice(0, 3) }));
      });
      assert.deepEqual(found, [], `axe in the theme ${theme}`);
    }
    await this.theme(inThemes[0]);
  }

  /** Leaves the dialog by Escape, and gives up what was typed in it. */
  async giveUp() {
    await this.page.keyboard.press("Escape");
    await this.page.getByRole("button", { name: "破棄する" }).click();
  }

  /** Writes a picture of what is shown now. */
  async screenshot(path) {
    await this.settled();
    await this.page.screenshot({ path });
  }

  /** Ends the page and the server; the screens must not have complained. */
  async stop() {
    await this.browser.close();
    await this.server.stop();
    assert.deepEqual(this.problems, [], "the page reported errors");
  }
}
