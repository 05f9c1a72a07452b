// The import of a messy roster in the real window, and its way back.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { computer, root } from "./harness.mjs";

const ROSTER = join(root, "tests/fixtures/rosters/messy.xlsx");

let pc, page;
before(async () => {
  pc = await computer();
  page = await pc.window(["--sample"]);
});
after(() => pc?.stop());

test("a messy roster is imported, and one step takes all of it back", async () => {
  await page.click("link", "委員");
  const people = await page.ask("list_people");
  await page.click("button", "名簿を取り込む");
  await (await page.find("file", "")).type(ROSTER);
  await page.sees("外字が使われています");
  await page.choose("会議体", "全体会");
  await page.sees("エラーが3行あります");
  for (const row of ["12", "14", "15"]) {
    await page.click("button", row);
    await page.click("label", "この行を取り込まない");
    await page.click("button", "決める");
    await page.until(async () => !(await page.run(open)), "the row is decided");
  }
  await page.sees("新しい人6人");
  assert.deepEqual(await page.ask("list_people"), people, "nothing is written before it is confirmed");
  await page.click("button", "取り込む");
  await page.sees("取り込みました。");
  const now = await page.ask("list_people");
  assert.equal(now.length, people.length + 6);
  for (const name of ["髙橋　一郎", "﨑山　花子", "𠮷田　健", "渡邉\u{E0102}　さくら", "辻\u{E0100}　太郎"]) {
    assert.ok(now.some((person) => person.name === name), name);
  }
  await page.click("button", "すべて元に戻す");
  await page.sees("取り込みを元に戻しました。");
  assert.deepEqual(await page.ask("list_people"), people);
  assert.deepEqual(pc.log(), []);
});

/** In the page: whether a dialog is open. */
function open() {
  return document.querySelector("dialog[open]") !== null;
}
