// The screen of meetings: from a new meeting over its agenda, attendance and papers
// to the packet, by keyboard where an office works by keyboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { root, start } from "./harness.mjs";

let desk;
let meeting;
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
});
after(() => {
  // Refusals that a test asks for are noted by the browser.
  desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk.stop();
});

const page = () => desk.page;
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const dialog = () => page().getByRole("dialog");
const tab = async (name) => {
  await page().getByRole("tab", { name }).click();
  await desk.settled();
};
const agenda = async () => (await desk.call("list_agenda", { meeting })).items.map((item) => item.title);
const file = (name) => `${root}assets/sample/files/${name}`;

test("a meeting is added: its number and the rules are seen before it is saved", async () => {
  await desk.go("meetings");
  await button("会議を加える").click();
  await dialog().getByLabel("会議体").selectOption({ label: "全体会" });
  await dialog().getByLabel("開催日").first().fill("R9.3.24");
  await dialog().getByText("第4回", { exact: false }).first().waitFor();
  await desk.axe();
  await dialog().getByLabel("開始").fill("1400");
  await dialog().getByLabel("終了").fill("13:00");
  await button("追加", dialog()).click();
  await dialog().getByText("終了の時刻が、開始の時刻より前です", { exact: false }).waitFor();
  await dialog().getByLabel("終了").fill("15:30");
  await dialog().getByLabel("次第も、ひな形から入れる").uncheck();
  await button("追加", dialog()).click();
  await page().waitForURL(/#\/meetings\/[0-9a-f-]{36}/);
  meeting = /meetings\/([0-9a-f-]{36})/.exec(page().url())[1];
  await page().getByRole("heading", { name: "第4回 全体会" }).waitFor();
});

test("an empty agenda is filled, put in order by keys, and heard as it moves", async () => {
  await desk.go(`meetings/${meeting}`);
  await button("ひな形を入れる").click();
  await dialog().getByRole("row", { name: /前回.*会議録の確認/ }).waitFor();
  await button("次第に入れる", dialog()).click();
  await button("閉会").waitFor();
  const first = await agenda();
  assert.equal(first[0], "開会");
  await button(`${first[1]}`).focus();
  await page().keyboard.press("Alt+ArrowDown");
  await page().getByText(`「${first[1]}」を3番目に移しました`).waitFor({ state: "attached" });
  assert.deepEqual(await agenda(), [first[0], first[2], first[1], ...first.slice(3)]);
  await button(`${first[1]}を上へ`).focus();
  await page().keyboard.press("Enter");
  await page().getByText(`「${first[1]}」を2番目に移しました`).waitFor({ state: "attached" });
  assert.deepEqual(await agenda(), first);
  await desk.axe();
});

test("an item is moved by its handle", async () => {
  await desk.go(`meetings/${meeting}`);
  const before = await agenda();
  const rows = page().getByRole("row");
  const handle = rows.nth(2).locator(".handle");
  const from = await handle.boundingBox();
  const to = await rows.nth(1).boundingBox();
  await page().mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page().mouse.down();
  await page().mouse.move(from.x + 4, to.y + 2, { steps: 4 });
  await page().mouse.up();
  await page().getByText(`「${before[1]}」を1番目に移しました`).waitFor({ state: "attached" });
  assert.equal((await agenda())[0], before[1]);
  await desk.call("undo");
});

test("an item that lasts too long is noticed, and a closed one needs its reason", async () => {
  await desk.go(`meetings/${meeting}`);
  await button("項目を加える").click();
  await dialog().getByLabel("項目", { exact: false }).first().fill("長い議題");
  await dialog().getByLabel("所要時間").fill("１２０");
  await dialog().getByRole("combobox", { name: "関わる課題" }).fill("R8-8");
  await page().getByRole("option", { name: /R8-8/ }).click();
  await dialog().getByLabel("この項目を非公開にする").check();
  await button("追加", dialog()).click();
  await dialog().getByText("非公開とする理由を入力してください").waitFor();
  await dialog().getByLabel("非公開とする理由").fill("個別事例の内容を含むため");
  await desk.axe();
  await button("追加", dialog()).click();
  await page().getByText("超えています", { exact: false }).first().waitFor();
  const list = await desk.call("list_agenda", { meeting });
  assert.equal(list.items.at(-2).title, "長い議題", "before the closing");
  assert.equal(list.items.at(-2).issue.number, "R8-8");
});

test("papers are dropped in, made by Entaku, and moved; a file that nothing can convert is sent back", async () => {
  await desk.go(`meetings/${meeting}?tab=papers`);
  const input = page().locator("input[type=file]").first();
  await input.setInputFiles([file("letter-kadai.pdf"), file("photo-kaijo.jpg")]);
  await page().getByText("2件の資料を加えました").waitFor();
  await input.setInputFiles({ name: "資料.jtd", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
  await page().getByText("そのままでは資料にできません", { exact: false }).waitFor();
  await button("円卓が作る資料を加える").click();
  await dialog().getByLabel("資料の種類").selectOption({ label: "課題整理表" });
  assert.equal(await dialog().getByLabel("資料番号").inputValue(), "資料3");
  await desk.axe();
  await button("追加", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  const numbers = async () => (await desk.call("list_papers", { meeting })).rows.map((row) => [row.number, row.title]);
  assert.deepEqual(await numbers(), [["資料1", "letter-kadai"], ["資料2", "photo-kaijo"], ["資料3", "課題整理表"]]);
  await button("課題整理表").focus();
  await page().keyboard.press("Alt+ArrowUp");
  await page().getByText("「課題整理表」を資料2にしました").waitFor({ state: "attached" });
  assert.deepEqual((await numbers())[1], ["資料2", "課題整理表"]);
});

test("the packet stands beside its papers, page by page", async () => {
  await desk.go(`meetings/${meeting}?tab=papers`);
  const pane = page().getByRole("region", { name: "紙面", exact: true });
  await pane.locator("canvas").first().waitFor({ timeout: 60_000 });
  const text = await pane.innerText();
  const pages = Number(/(\d+)ページ/.exec(text)?.[1]);
  assert.ok(pages >= 6, text);
  await page().getByRole("row", { name: /資料1/ }).getByText("A4", { exact: false }).waitFor();
  await desk.axe();
  await page().getByLabel("表示する文書").selectOption({ label: "席次表" });
  await page().getByLabel("席の配置").selectOption({ label: "コの字" });
  await pane.locator("canvas").first().waitFor({ timeout: 60_000 });
  assert.equal((await desk.call("meeting_page", { meeting })).layout, "horseshoe");
});

test("a paper's file is replaced by a revised one and belongs to an item", async () => {
  await desk.go(`meetings/${meeting}?tab=papers`);
  await button("letter-kadai").click();
  await dialog().getByLabel("題名").fill("関係団体からの課題の提起");
  await dialog().getByLabel("長い議題", { exact: false }).check();
  await dialog().locator("input[type=file]").setInputFiles({
    name: "修正.pdf",
    mimeType: "application/pdf",
    buffer: readFileSync(file("form-kaitou.pdf")),
  });
  await dialog().getByText("「修正.pdf」に差し替えます", { exact: false }).waitFor();
  assert.equal(await dialog().getByLabel("題名").inputValue(), "関係団体からの課題の提起", "what was typed stays");
  assert.equal((await desk.call("list_papers", { meeting })).rows[0].title, "letter-kadai", "nothing is saved yet");
  await dialog().getByLabel("修正版", { exact: false }).last().check();
  await desk.axe();
  await button("保存", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByText("資料を差し替えました").waitFor();
  await button("関係団体からの課題の提起").waitFor();
  const row = (await desk.call("list_papers", { meeting })).rows[0];
  assert.deepEqual([row.revision, row.file, row.items.length], ["修正版", "修正.pdf", 1]);
});

test("attendance is marked by figures and saved in one step, which undo takes back", async () => {
  const kodomo = (await desk.call("year_meetings", { body: "kodomo", year: "R8" })).at(-1).id;
  await desk.go(`meetings/${kodomo}?tab=attendance`);
  await page().getByRole("radio").first().focus();
  await page().keyboard.press("1");
  await page().keyboard.press("5");
  await page().locator("input[type=text]:focus").waitFor();
  await page().keyboard.type("試験　代理");
  await page().keyboard.press("Enter");
  await page().keyboard.press("7");
  await page().getByText("3人分が、まだ保存されていません").waitFor();
  await desk.axe();
  await button("記録のない委員をすべて「出席」にする").click();
  await button("出欠を保存").click();
  await page().getByText("まだ保存されていません", { exact: false }).waitFor({ state: "hidden" });
  const list = async () => (await desk.call("list_attendance", { meeting: kodomo })).rows;
  const marked = (await list()).map((row) => [row.presence, row.proxy]);
  assert.deepEqual(marked.slice(0, 4), [["present", null], ["proxy", "試験　代理"], ["absent", null], ["present", null]]);
  await page().locator("h1").click();
  await page().keyboard.press("Control+Z");
  await page().getByText("元に戻しました", { exact: false }).first().waitFor();
  assert.ok((await list()).every((row) => row.presence === null));
});

test("a state is asked for with what it means, refused before its day, and called off", async () => {
  await desk.go(`meetings/${meeting}`);
  await button("「通知済」にする").click();
  await dialog().getByText("委員に開催を通知しました").waitFor();
  await button("「通知済」にする", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  await button("「開催済」にする").click();
  await button("「開催済」にする", dialog()).click();
  await dialog().getByText("まだ来ていない", { exact: false }).waitFor();
  await button("やめる", dialog()).click();
  await button("ほかの操作").click();
  await button("会議を削除する").click();
  await dialog().getByText("削除できません", { exact: false }).waitFor();
  await dialog().getByRole("button", { name: "閉じる" }).last().click();
  await button("ほかの操作").click();
  await button("中止にする").click();
  await button("中止にする", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  await tab("出欠");
  await page().getByText("中止又は延期した会議のため", { exact: false }).waitFor();
});

test("the record tells what is known, the history who did what", async () => {
  const first = (await desk.call("year_meetings", { body: "zentaikai", year: "R8" }))[0].id;
  await desk.go(`meetings/${first}?tab=record`);
  await page().getByText("会長に", { exact: false }).first().waitFor();
  await page().getByRole("row", { name: /会議録案の送付/ }).waitFor();
  await desk.axe();
  await desk.go(`meetings/${meeting}?tab=history`);
  await page().getByRole("row", { name: /会議の追加/ }).first().waitFor();
  await desk.axe();
});
