// 今日, the search over everything (Ctrl+K) and the history, in a browser over the real core.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sizes, start } from "./harness.mjs";

let desk;
let page;

before(async () => {
  desk = await start({ size: sizes.small });
  page = desk.page;
});
after(() => desk?.stop());

const person = (family, family_kana) => ({
  family,
  given: "試子",
  family_kana,
  given_kana: "ためこ",
  publication: "name",
});
const field = () => page.getByRole("combobox", { name: "探す言葉" });
const options = () => page.getByRole("dialog").getByRole("option");

async function search(text) {
  await page.keyboard.press("Control+k");
  await field().waitFor();
  await field().pressSequentially(text);
}

/** Enter, until what is chosen has been done: the list is then gone. */
async function enter() {
  await page.keyboard.press("Enter");
  await field().waitFor({ state: "detached" });
}

test("today says what is to be done, why, and by when", async () => {
  await desk.go("today");
  const heading = page.getByRole("heading", { level: 1 });
  assert.match(await heading.innerText(), /今日\s*令和8年.*10月1日（木）/);
  const tasks = page.getByRole("table", { name: "することの一覧" });
  const needs = tasks.getByRole("row", { name: /情報保障.*手話通訳/ }).first();
  assert.match(await needs.innerText(), /10\/7（水）[\s\S]*会議の7日前の10月7日（水）まで[\s\S]*第2回全体会（10\/14）/);
  const due = await tasks.locator("tbody td.due").allInnerTexts();
  assert.match(due[0], /\d日超過/, "what is overdue stands first");
  assert.ok(await page.getByText("市役所 第3分庁舎 講堂").first().isVisible());
  assert.match(await page.getByRole("navigation").innerText(), /今日\s*\d/, "the navigation counts what presses");
  await desk.axe();
});

test("a task is done where it leads, and goes", async () => {
  await desk.call("add_meeting", { body: "kodomo", date: "R8.9.24", start: "10:00", end: "12:00", place: "市役所" });
  await page.reload();
  await desk.settled();
  const row = page.getByRole("row", { name: /こども応援部会（9\/24）/ });
  await row.getByRole("button", { name: /開催済みにする/ }).click();
  await row.getByRole("button", { name: /開催済みにする/ }).waitFor({ state: "detached" });
  await page.getByText("を行いました").waitFor();
  const summary = page.getByRole("row", { name: /会議概要を公表する.*こども応援部会（9\/24）/ });
  assert.equal(await summary.count(), 1, "now its summary is due");
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /こども応援部会（9\/24）を開催済みにする/ }).waitFor();
  await page.getByRole("link", { name: /^第2回全体会（10\/14）を開く：情報保障/ }).focus();
  await page.keyboard.press("Enter");
  await desk.settled();
  assert.match(page.url(), /#\/meetings\/[0-9a-f-]{36}\?tab=attendance/);
});

test("however a name is typed, the search finds it, by the keyboard alone", async () => {
  const id = (await desk.call("add_person", person("髙﨑", "たかさき"))).output;
  await desk.call("add_person", person("𠮷田", "よしだ"));
  await desk.go("today");
  for (const [typed, name] of [
    ["高崎", "髙﨑　試子"],
    ["ﾀｶｻｷ", "髙﨑　試子"],
    ["吉田 試子", "𠮷田　試子"],
  ]) {
    await search(typed);
    await options().filter({ hasText: name }).first().waitFor();
    await page.keyboard.press("Escape");
    // Ctrl+K is heard again when both the field and the dialog are gone.
    await field().waitFor({ state: "detached" });
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  }
  await search("高崎");
  await options().filter({ hasText: "髙﨑" }).first().waitFor();
  await page.getByRole("status").filter({ hasText: "見つかりました" }).waitFor();
  const active = await field().getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/#/members/${id}`);
  await desk.settled();
});

test("enter during a conversion opens nothing", async () => {
  await desk.go("today");
  await search("全体会");
  await options().filter({ hasText: "第2回" }).first().waitFor();
  const before = page.url();
  await field().evaluate((input) => {
    const key = { key: "Enter", bubbles: true, cancelable: true, isComposing: true };
    input.dispatchEvent(new KeyboardEvent("keydown", key));
  });
  await page.waitForTimeout(100);
  assert.ok(await field().isVisible());
  assert.equal(page.url(), before);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const active = await field().getAttribute("aria-activedescendant");
  assert.equal(await options().nth(2).getAttribute("id"), active);
  await desk.axe();
  await page.keyboard.press("Escape");
});

test("the search also does things", async () => {
  await desk.go("today");
  await search("会議を追加");
  await options().filter({ hasText: "会議を追加する" }).waitFor();
  await enter();
  await page.waitForURL("**/#/meetings**");
  await page.getByRole("dialog", { name: "会議" }).waitFor();
  await page.keyboard.press("Escape");
  await search("暗い");
  await options().filter({ hasText: "暗い色" }).waitFor();
  await enter();
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await search("明るい");
  await options().filter({ hasText: "明るい色" }).waitFor();
  await enter();
  await search("何も見つからない言葉");
  await page.getByText("に当てはまるものはありません").first().waitFor();
  await desk.axe();
  await page.keyboard.press("Escape");
});

test("the history tells before and after, and takes back", async () => {
  const id = (await desk.call("add_person", person("履歴", "りれき"))).output;
  await desk.call("update_person", { person: id, publication: "organization", needs: ["手話通訳"] });
  await desk.go("today");
  await page.keyboard.press("Control+h");
  await page.waitForURL("**/#/history");
  await desk.settled();
  await page.getByRole("row", { name: /人の登録の訂正.*履歴\s試子/ }).getByRole("button").click();
  await page.waitForURL(/#\/history\/\d+/);
  const changed = page.getByRole("table", { name: /履歴\s試子の前と後/ });
  await changed.waitFor();
  assert.match(await changed.innerText(), /公表用の表示\s+氏名\s+団体名/);
  assert.match(await changed.innerText(), /情報保障\s+（なし）\s+手話通訳/);
  await desk.axe();
  await page.getByRole("button", { name: /^元に戻す：人の登録の訂正（履歴\s試子）/ }).click();
  await page.getByRole("cell", { name: "元に戻す：人の登録の訂正" }).waitFor();
  assert.ok(await page.getByText("取り消し済み").first().isVisible());
  const people = await desk.call("list_people");
  assert.equal(people.find((p) => p.id === id).publication, "name");
});

test("the history is narrowed by what and by whom", async () => {
  await desk.go("history");
  await page.getByLabel("何を", { exact: true }).fill("髙崎");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
  assert.match(await page.locator("tbody").first().innerText(), /髙﨑\s試子/);
  await page.getByRole("button", { name: "絞り込みを消す" }).click();
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length > 5);
  await page.getByLabel("いつまで", { exact: true }).fill("R8.9.30");
  await page.getByText("当てはまる変更はありません。").waitFor();
});
