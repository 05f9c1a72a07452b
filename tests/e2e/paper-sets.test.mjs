// Papers from the drop of a file to the ledger: numbers in the body's style, a replacement
// after the set has left, sets for each recipient, who got what by keyboard.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let desk;
let meeting;
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  // A small meeting, whose packet is quick: the subcommittee's next one.
  meeting = await desk.call("add_meeting", { body: "運営会議", date: "R8.10.21", start: "14:00", end: "15:00", place: "会議室" });
  meeting = meeting.output;
});
after(() => desk.stop());

const page = () => desk.page;
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const dialog = (name) => page().getByRole("dialog", { name });
const papers = async () => (await desk.call("list_papers", { meeting })).rows;

test("a file that is dropped gets the next number in the body's style", async () => {
  await desk.go(`meetings/${meeting}?tab=papers`);
  await button("番号の書き方").click();
  const form = dialog(/資料番号の書き方/);
  await form.getByRole("textbox", { name: /^事前送付資料\s番号の前の語/ }).fill("資料第");
  await form.getByRole("textbox", { name: /^番号の後の語/ }).first().fill("号");
  await form.getByText(/資料第1号、資料第2-1号/).waitFor();
  await desk.axe();
  await button("保存", form).click();
  await form.waitFor({ state: "detached" });
  const files = ["写真_一", "写真_二"].map((name) => ({ name: `${name}.png`, mimeType: "image/png", buffer: PNG }));
  await page().locator("input[type=file]").first().setInputFiles(files);
  await page().getByText("2件の資料を加えました").waitFor();
  assert.deepEqual((await papers()).map((p) => p.number), ["資料第1号", "資料第2号"]);
});

test("a paper is collected, and kept from one member", async () => {
  await page().getByRole("button", { name: "写真 二", exact: true }).click();
  const form = dialog(/資料の変更/);
  await form.getByRole("checkbox", { name: /会議の後に回収する/ }).check();
  await form.getByText("この資料を渡さない委員").click();
  await form.locator("details").getByRole("checkbox").first().check();
  await desk.axe(["light"]);
  await button("保存", form).click();
  await form.waitFor({ state: "detached" });
  const [, second] = await papers();
  assert.ok(second.handling.collect && second.handling.held_from.length === 1);
  await page().getByText("1人に渡さない").waitFor();
});

test("after the set has left, what changes becomes a replacement", async () => {
  // What stands beside the papers was made before the second one.
  await button("紙面を作り直す").click();
  await button("紙面を作り直す").waitFor({ state: "detached" });
  await page().getByRole("button", { name: "PDFを開いて印刷" }).first().click();
  await desk.answered();
  await desk.go(`meetings/${meeting}?tab=delivery`);
  await page().getByText("その後、変わったところはありません。").waitFor();
  const [first] = await papers();
  await desk.call("remove_paper", { paper: first.id });
  await desk.go(`meetings/${meeting}?tab=papers`);
  await desk.go(`meetings/${meeting}?tab=delivery`);
  await page().getByText(/変わったところが\d件あります/).waitFor();
  await desk.axe();
  await button("差替え資料を作る").click();
  const pane = dialog("差替え資料");
  await pane.getByRole("button", { name: "PDFを開いて印刷" }).click();
  await desk.answered();
  const sets = await desk.call("issued_sets", { meeting });
  assert.equal(sets.length, 2);
  assert.ok(sets[0].is_replacement && sets[0].changes.length === 0);
  await page().keyboard.press("Escape");
});

test("sets for each recipient go into one folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "packets-"));
  await desk.go(`meetings/${meeting}?tab=delivery`);
  await desk.answer(folder);
  await button("フォルダーに作る").click();
  await page().getByText(/件のファイルを作りました/).waitFor({ timeout: 60_000 });
  const files = readdirSync(folder);
  assert.ok(files.some((name) => name.includes("配付計画")), files.join());
  assert.ok(files.length >= 3, files.join());
});

test("who got what is recorded by keyboard, and the list of it is shown", async () => {
  await desk.go(`meetings/${meeting}?tab=delivery`);
  const boxes = page().locator("tbody input[type=checkbox]");
  await boxes.first().focus();
  await page().keyboard.press("Space");
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("Space");
  await button("2人に届けたと記録する").press("Enter");
  await page().getByText(/配付の記録/).first().waitFor();
  await desk.answered();
  const { rows, members } = await desk.call("list_deliveries", { meeting });
  assert.equal(rows.length, 2);
  await button("未送付の人を選ぶ").click();
  await button(`${members.length - 2}人に届けたと記録する`).click();
  await page().getByText(`会議資料は、委員${members.length}人全員に届けました。`).waitFor();
  await desk.axe();
  await button("送付一覧を見る").click();
  await dialog("送付一覧を見る").getByRole("button", { name: "PDFを開いて印刷" }).waitFor();
  await page().keyboard.press("Escape");
});
