// A small WebDriver client: what the tests of the window need, over fetch.
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "./screen.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** How long a test waits for something to appear; these machines may be busy. */
export const PATIENCE = 30_000;

/** Selectors of variant characters, which no key has: the driver drops them. */
const VARIANT = /[\u{E0100}-\u{E01EF}]/u;

/** Codes of keys that are not characters. */
export const keys = { control: "\uE009", enter: "\uE007", tab: "\uE004", escape: "\uE00C", shift: "\uE008" };

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts WebKit's driver and, by it, the program. */
export async function drive(program, args, env, folder) {
  const port = await freePort();
  const driver = start("WebKitWebDriver", ["-p", `${port}`], {
    env: { ...env, TAURI_WEBVIEW_AUTOMATION: "true" },
    log: join(folder, "driver.log"),
  });
  const base = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([answering(base), driver.failed]);
    const options = { "webkitgtk:browserOptions": { binary: program, args } };
    const { sessionId } = await send(base, "POST", "/session", { capabilities: { alwaysMatch: options } });
    return new Page(`${base}/session/${sessionId}`, driver);
  } catch (trouble) {
    await driver.end();
    throw trouble;
  }
}

async function answering(base) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(50)) {
    if (await fetch(`${base}/status`).then(() => true, () => false)) return;
  }
  throw new Error("WebKitWebDriver does not answer");
}

async function send(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(2 * PATIENCE),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

/** The page in the window. Things are found as a user names them. */
export class Page {
  constructor(session, driver) {
    Object.assign(this, { session, driver });
  }

  send(method, path, body) {
    return send(this.session, method, path, body);
  }

  /** Runs a function in the page; it may answer a promise. */
  async run(work, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${work})(...Array.from(arguments).slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error?.message ?? JSON.stringify(error)) }));`;
    const answer = await this.send("POST", "/execute/async", { script, args });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** Asks the core, as the screens do. */
  ask(name, args = {}) {
    return this.run((n, a) => window.__TAURI_INTERNALS__.invoke("bridge", { name: n, args: a }), name, args);
  }

  /** Repeats `look` until it answers something. */
  async until(look, what, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      const seen = await look();
      if (seen) return seen;
      if (Date.now() > end) throw new Error(`not seen: ${what}\n--- on the screen:\n${await this.text()}`);
      await sleep(60);
    }
  }

  /** All words on the screen. */
  text() {
    return this.run(() => document.body.innerText);
  }

  /** Waits for words. */
  sees(words) {
    return this.until(async () => (await this.text()).includes(words), words);
  }

  /** Waits for a thing of a kind with a name, as assistive technology hears it. */
  find(kind, name, n = 0) {
    return this.until(() => this.look(kind, name, n), `${kind} ${name}`);
  }

  async look(kind, name, n = 0) {
    const found = await this.run(finder, kind, name, n);
    return found ? new Thing(this, found[ELEMENT]) : null;
  }

  async click(kind, name, n = 0) {
    await (await this.find(kind, name, n)).click();
  }

  /** Closes what was said about work that is done. */
  async tidy() {
    for (let note = await this.look("button", "閉じる"); note; note = await this.look("button", "閉じる")) await note.click();
  }

  /** Types into a field in place of what stands there. */
  async fill(label, words) {
    const field = await this.find("field", label);
    await field.clear();
    if (VARIANT.test(words)) await field.insert(words);
    else await field.type(words);
  }

  /** Chooses in a list. */
  async choose(label, words) {
    const chosen = await this.run(chooser, await this.find("field", label).then((f) => f.reference), words);
    if (!chosen) throw new Error(`${label} has no ${words}`);
  }

  /** Presses keys where the focus is; a held key stays down until the end. */
  async press(...pressed) {
    const down = pressed.map((value) => ({ type: "keyDown", value }));
    const up = pressed.toReversed().map((value) => ({ type: "keyUp", value }));
    await this.send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: [...down, ...up] }] });
  }

  /** A picture of the page, as PNG. */
  async picture() {
    return Buffer.from(await this.send("GET", "/screenshot"), "base64");
  }

  async close() {
    await this.send("DELETE", "").catch(() => {});
    await this.driver.end();
  }
}

/** A thing on the page. */
export class Thing {
  constructor(page, id) {
    Object.assign(this, { page, id, reference: { [ELEMENT]: id } });
  }

  async click() {
    // The driver does not scroll within a dialog by itself.
    await this.page.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), this.reference);
    return this.page.send("POST", `/element/${this.id}/click`, {});
  }

  clear() {
    return this.page.send("POST", `/element/${this.id}/clear`, {});
  }

  type(text) {
    return this.page.send("POST", `/element/${this.id}/value`, { text });
  }

  /** As a kana-kanji conversion commits it. */
  insert(text) {
    const work = (element, words) => (element.focus(), document.execCommand("insertText", false, words));
    return this.page.run(work, this.reference, text);
  }

  text() {
    return this.page.send("GET", `/element/${this.id}/text`);
  }
}

/** In the page: the n-th visible thing of a kind whose name begins with `name`. */
function finder(kind, name, n) {
  const kinds = {
    button: "button, [role=button], summary, input[type=submit]",
    link: "a[href], [role=link]",
    tab: "[role=tab]",
    field: "input, select, textarea, [role=combobox]",
    heading: "h1, h2, h3, h4, [role=heading]",
    option: "[role=option], option",
    row: "tr, [role=row]",
    dialog: "dialog[open], [role=dialog]",
    file: "input[type=file]",
    label: "label",
  };
  const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const named = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(" ").map((id) => tidy(document.getElementById(id)?.textContent)).join(" ");
    const own = element.getAttribute("aria-label");
    if (own) return tidy(own);
    if (element.labels?.length) return tidy([...element.labels].map((label) => label.textContent).join(" "));
    return tidy(element.innerText || element.textContent || element.title || element.value);
  };
  const shown = (element) => kind === "file" || element.getClientRects().length > 0;
  const open = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const all = [...open.querySelectorAll(kinds[kind])].filter((e) => shown(e) && !e.disabled);
  const exact = all.filter((e) => named(e) === name);
  const found = exact.length > n ? exact : all.filter((e) => named(e).startsWith(name));
  return (found.length > n ? found : all.filter((e) => named(e).includes(name)))[n] ?? null;
}

/** In the page: chooses the option of a list that shows `words`. */
function chooser(list, words) {
  const option = [...(list.options ?? [])].find((o) => o.text.trim() === words || o.text.includes(words));
  if (!option) return false;
  list.value = option.value;
  for (const name of ["input", "change"]) list.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}
