// What the system asks and does: where a document is saved, whether the window may
// close over something typed, and where it stood when it comes back.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { computer } from "./harness.mjs";

const TITLE = "円卓";

let pc, page;

before(async () => {
  pc = await computer();
  pc.manage();
  page = await pc.window();
});

after(() => pc?.stop());

test("a document is saved where the system's dialog says", async () => {
  const path = join(pc.folder, "home", "roster.xlsx");
  await page.click("link", "文書");
  await page.click("link", "委員名簿");
  await page.click("button", "ほかの形式で保存");
  await page.click("button", "Excel");
  await pc.choosePath("文書の保存先", path);
  await page.sees("保存しました");
  assert.ok(existsSync(path), path);
  assert.equal(readFileSync(path).subarray(0, 2).toString(), "PK");
});

test("closing over something typed asks, and goes back to it", async () => {
  await page.click("link", "委員");
  await page.click("button", "人を登録する");
  await page.fill("姓", "髙橋");
  await pc.pressIn(TITLE, "alt+F4");
  await pc.pressIn(TITLE, "Escape");
  assert.equal(await page.run(() => document.querySelector("dialog[open] input").value), "髙橋");
});

test("the window comes back where it was, as large as it was", async () => {
  await pc.arrange(TITLE, [1180, 760], [90, 70]);
  const size = () => page.run(() => [innerWidth, innerHeight]);
  const [width, height] = await page.until(() => size().then((s) => s[0] === 1180 && s), "the size is taken");
  await pc.pressIn(TITLE, "alt+F4");
  await pc.pressIn(TITLE, "Return");
  await pc.gone(TITLE);
  page = await pc.window();
  await page.sees("今日");
  assert.deepEqual(await size(), [width, height]);
});
