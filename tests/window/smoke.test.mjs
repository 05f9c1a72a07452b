// The real window on the sample council: it opens, draws, asks the core, and
// keeps to itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { computer } from "./harness.mjs";

let pc, page;

before(async () => {
  pc = await computer();
  page = await pc.window();
});

after(() => pc?.stop());

test("the first screen shows", async () => {
  await page.sees("今日");
  await page.sees("会議");
  const title = await page.run(() => document.title);
  assert.match(title, /円卓/);
});

test("the bridge answers, and says in words what it cannot do", async () => {
  const started = await page.ask("start");
  assert.equal(started.desk.state, "open");
  assert.equal(started.desk.sample, true);
  const refused = await page.run(() =>
    window.__TAURI_INTERNALS__.invoke("bridge", { name: "no_such_thing", args: {} }).then(
      () => null,
      (error) => error,
    ),
  );
  assert.equal(refused.code, "bad_request");
  assert.match(refused.hint, /[ぁ-ん]/);
});

test("names come out to the character", async () => {
  const people = await page.ask("list_people");
  const written = JSON.stringify(people);
  for (const name of ["髙橋", "﨑", "𠮷", "邉󠄂", "辻󠄀"]) assert.ok(written.includes(name), name);
});

test("kanji with selectors are drawn in their own forms, not as boxes", async () => {
  const drawn = await page.run(async () => {
    // A page loads a font when it meets the first character of it; a canvas does not wait for that.
    await Promise.all([...document.fonts].map((font) => font.load()));
    const draw = (text) => {
      const pen = Object.assign(document.createElement("canvas"), { width: 64, height: 64 }).getContext("2d");
      pen.font = `48px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(text, 4, 52);
      return pen.getImageData(0, 0, 64, 64).data.join();
    };
    // No font has a form for this selector: WebKit draws a box.
    const box = draw("辻\u{E01EF}");
    const forms = ["辻\u{E0100}", "邉\u{E0100}", "邉\u{E0102}", "葛\u{E0100}", "葛\u{E0101}"];
    const pictures = forms.map(draw);
    return { boxes: forms.filter((_, n) => pictures[n] === box), apart: new Set(pictures).size, own: pictures[2] !== draw("邉") };
  });
  assert.deepEqual(drawn, { boxes: [], apart: 5, own: true });
});

test("another page, another window and the network are refused", async () => {
  const tried = await page.run(async () => {
    const refused = (work) => Promise.resolve(work()).then(() => "allowed", () => "refused");
    const seen = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    const answers = {
      fetch: await refused(() => fetch("https://example.jp/")),
      loopback: await refused(() => fetch("http://127.0.0.1:9/")),
      socket: await refused(
        () => new Promise((open, fail) => Object.assign(new WebSocket("ws://127.0.0.1:9/"), { onopen: open, onerror: fail })),
      ),
      script: await refused(
        () =>
          new Promise((load, fail) => {
            const script = document.createElement("script");
            Object.assign(script, { src: "https://example.jp/x.js", onload: load, onerror: fail });
            document.head.append(script);
          }),
      ),
      picture: await refused(
        () => new Promise((load, fail) => Object.assign(new Image(), { onload: load, onerror: fail, src: "https://example.jp/x.png" })),
      ),
      window: window.open("https://example.jp/") === null ? "refused" : "allowed",
    };
    return { answers, seen };
  });
  for (const [what, answer] of Object.entries(tried.answers)) assert.equal(answer, "refused", what);
  assert.ok(tried.seen.includes("connect-src") && tried.seen.includes("img-src"), tried.seen.join());
  const here = await page.run(() => location.href);
  for (const other of ["https://example.jp/", "file:///etc/hostname", "about:blank"]) {
    await page.run((url) => void (location.href = url), other);
    await new Promise((done) => setTimeout(done, 300));
    assert.equal(await page.run(() => location.href), here, other);
  }
});

test("the page may ask Tauri for nothing but the bridge and its events", async () => {
  const asked = await page.run(async () => {
    const answers = {};
    for (const [name, args] of [
      ["plugin:dialog|open", { options: {} }],
      ["plugin:dialog|save", { options: {} }],
      ["plugin:fs|read_file", { path: "/etc/hostname" }],
      ["plugin:window|close", { label: "main" }],
      ["plugin:webview|create_webview_window", { options: { label: "x", url: "/" } }],
      ["plugin:path|resolve_directory", { directory: 1 }],
      ["plugin:event|emit", { event: "desk", payload: {} }],
      ["plugin:window-state|save_window_state", { flags: 1 }],
    ]) {
      answers[name] = await window.__TAURI_INTERNALS__.invoke(name, args).then(
        () => "allowed",
        (error) => String(error),
      );
    }
    return answers;
  });
  for (const [name, answer] of Object.entries(asked)) assert.match(answer, /not allowed|not found|denied/i, name);
});

test("nothing went wrong inside", () => {
  assert.deepEqual(pc.log(), []);
});
