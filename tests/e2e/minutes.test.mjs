// Minutes on a meeting's page: typed by the keys alone, saved as typed, restored after a
// reload in the middle of a word; sent, corrected, made final; printed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
let empty; // held, nothing written
let plenary; // the draft is out for corrections

before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  const find = async (body, number) => (await desk.call("list_meetings", { body, year: "R8" })).find((m) => m.number === number).id;
  empty = await find("地域事例みえるか会議", 3);
  plenary = await find("全体会", 1);
});
after(() => {
  desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk.stop();
});

const page = () => desk.page;
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const dialog = (name) => page().getByRole("dialog", { name });
const read = (meeting) => desk.call("minutes_page", { meeting });
const saved = () => page().getByText(/^保存しました/).waitFor();

test("a skeleton comes in one click, and what is missing is told", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  await page().getByText("傍聴者の数", { exact: false }).first().waitFor({ state: "hidden" }).catch(() => {});
  await button("ひな形から始める").click();
  await page().getByRole("textbox", { name: "1番の文", exact: true }).waitFor();
  assert.match((await read(empty)).entries[0].text, /10時00分　開会/);
  await page().getByText("「新たに受け付けた課題の整理」の記録がありません。").waitFor({ timeout: 3000 }).catch(() => {});
  await desk.axe();
});

test("a night's work by the keyboard: speaker by reading, Enter, chair, split, merge, move", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  await page().getByRole("button", { name: /に項目を加える$/ }).last().click();
  await page().keyboard.type("ほしの");
  await page().keyboard.press("Enter");
  await page().keyboard.type("移動の課題です。つづきの話です。");
  await page().keyboard.press("Enter");
  await page().keyboard.type("事務局");
  await page().keyboard.press("Enter");
  await page().keyboard.type("承知しました。");
  await saved();
  let lines = (await read(empty)).entries.slice(-3);
  assert.equal(lines.find((l) => l.text.startsWith("移動"))?.role, "member");
  assert.equal(lines.find((l) => l.text.startsWith("承知"))?.role, "secretariat");
  // Back to the first words, cut in two behind the first sentence, and joined again.
  await page().keyboard.press("Home");
  await page().keyboard.press("ArrowUp");
  for (let n = 0; n < "つづきの話です。".length; n += 1) await page().keyboard.press("ArrowLeft");
  await page().keyboard.press("Enter");
  await page().waitForTimeout(1600);
  lines = (await read(empty)).entries.map((l) => l.text);
  assert.ok(lines.includes("移動の課題です。") && lines.includes("つづきの話です。"), lines.join("|"));
  await page().keyboard.press("Backspace");
  await page().waitForTimeout(1600);
  lines = (await read(empty)).entries.map((l) => l.text);
  assert.ok(lines.includes("移動の課題です。\nつづきの話です。"), lines.join("|"));
  await page().keyboard.press("Alt+ArrowDown");
  await page().waitForTimeout(1600);
  lines = (await read(empty)).entries.map((l) => l.text);
  assert.ok(lines.indexOf("承知しました。") < lines.indexOf("移動の課題です。\nつづきの話です。"), lines.join("|"));
});

test("Enter during a conversion belongs to the conversion", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  const area = page().getByRole("textbox", { name: /番の文$/ }).last();
  await area.focus();
  const before = (await read(empty)).entries.length;
  await area.evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
  });
  await page().waitForTimeout(1600);
  assert.equal((await read(empty)).entries.length, before);
});

test("what was typed and not saved comes back after a reload, with a sentence", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  const area = page().getByRole("textbox", { name: /番の文$/ }).last();
  await area.focus();
  await page().keyboard.press("End");
  // Saving is held up, as by a disk that is full: only the draft is kept.
  await page().route("**/api/call/write_minutes", (route) => route.abort());
  await page().keyboard.type("髙橋さんの途中の文");
  while (!(await desk.call("draft", { key: `minutes-${empty}` }))?.includes("髙橋さんの途中の文")) await page().waitForTimeout(50);
  assert.ok(!(await read(empty)).entries.some((e) => e.text.includes("途中の文")));
  await page().reload();
  await desk.settled();
  await page().getByText("前回、保存される前に終わった入力を1件、元に戻しました。").waitFor();
  await page().unroute("**/api/call/write_minutes");
  await saved();
  assert.ok((await read(empty)).entries.some((e) => e.text.endsWith("髙橋さんの途中の文")));
  desk.problems = desk.problems.filter((problem) => !problem.includes("ERR_FAILED"));
});

test("what somebody else changed meanwhile is shown, and the user chooses", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  const entry = (await read(empty)).entries.at(-1);
  const form = { id: entry.id, base: entry.rev, item: entry.item, kind: entry.kind, text: "ほかの人の文", speaker: null };
  await desk.call("write_minutes", { meeting: empty, entries: [form] });
  const area = page().locator(`[data-line="${entry.id}"] textarea`);
  await area.focus();
  await page().keyboard.press("End");
  await page().keyboard.type("（自分の続き）");
  await page().getByText("ほかで書き換えられた項目があります").waitFor();
  await page().getByText("ほかの人の文").first().waitFor();
  await desk.axe(["light"]);
  await button("入力した文を残す").click();
  await saved();
  assert.match((await read(empty)).entries.find((e) => e.id === entry.id).text, /自分の続き/);
});

test("a decision has its number and votes, a task its owner; the task is beside the next agenda", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  await page().getByRole("button", { name: /に項目を加える$/ }).last().click();
  await page().keyboard.press("Enter");
  await page().keyboard.type("聞き取りの案を作る。");
  const kind = page().getByRole("combobox", { name: /番の種類$/ }).last();
  await kind.selectOption({ label: "対応" });
  await saved();
  await page().getByRole("button", { name: /番の内容$/ }).last().click();
  const form = dialog("対応の担当と期限");
  await form.getByRole("radio", { name: "会議体・課" }).check();
  await form.getByRole("combobox", { name: /^会議体・課/ }).selectOption({ label: "運営会議" });
  await form.getByRole("textbox", { name: /^期限/ }).fill("R8.11.20");
  await desk.axe(["light"]);
  await button("保存", form).click();
  await form.waitFor({ state: "detached" });
  const task = (await desk.call("list_tasks", { meeting: empty }))[0];
  assert.equal(`${task.facts.who} ${task.facts.due_on}`, "運営会議 2026-11-20");
  const next = (await desk.call("list_meetings", { body: "地域事例みえるか会議", year: "R8" })).find((m) => m.number === 4).id;
  await desk.go(`meetings/${next}?tab=agenda`);
  await page().getByRole("heading", { name: "これまでの会議で決まり、終わっていない対応" }).waitFor();
  await button("「聞き取りの案を作る。」を完了とする").click();
  await button("完了", dialog("対応の完了")).click();
  await page().getByRole("heading", { name: "これまでの会議で決まり、終わっていない対応" }).waitFor({ state: "detached" });
});

test("words are found and replaced, and the house spelling is offered", async () => {
  await desk.go(`meetings/${plenary}?tab=minutes`);
  await button("検索と置換").click();
  const find = dialog("この会議録の検索と置換");
  await find.getByRole("textbox", { name: "探す語" }).fill("やさしい日本語");
  await find.getByRole("textbox", { name: "置き換える語" }).fill("障がいのある方にも分かる日本語");
  await find.getByText("1項目に1か所あります。").waitFor();
  await button("すべて置き換える", find).click();
  await page().keyboard.press("Escape");
  await saved();
  await button("表記を確かめる").click();
  const spelling = dialog("表記の確認");
  await spelling.getByText("「障がい」を「障害」に直す候補です", { exact: false }).waitFor();
  await desk.axe(["light"]);
  await button("すべて直す", spelling).click();
  await spelling.getByText("直す候補はありません", { exact: false }).waitFor();
  await page().keyboard.press("Escape");
  assert.ok((await read(plenary)).entries.some((e) => e.text.includes("障害のある方にも分かる日本語")));
});

test("a transcript is split, matched once, and read in as one change", async () => {
  await desk.go(`meetings/${empty}?tab=minutes`);
  await button("文字起こしを取り込む").click();
  const form = dialog("文字起こしの取り込み");
  await form.getByRole("textbox", { name: "又は、文をここに貼り付ける" }).fill("[00:00:05] SPEAKER_00: 始めます。\n[00:01:00] SPEAKER_01: 移動支援の件です。\n[00:02:00] SPEAKER_00: はい。");
  await form.getByText("3件の発言が入ります。").waitFor();
  await form.getByRole("combobox", { name: "SPEAKER_00" }).selectOption({ label: "事務局" });
  await desk.axe(["light"]);
  await button("会議録に取り込む", form).click();
  await form.waitFor({ state: "detached" });
  await page().getByRole("textbox", { name: /番の文$/ }).last().waitFor();
  const texts = (await read(empty)).entries.map((e) => e.text);
  assert.ok(texts.includes("移動支援の件です。"), texts.join("|"));
  await desk.call("undo", {});
  assert.ok(!(await read(empty)).entries.some((e) => e.text === "移動支援の件です。"));
});

test("members' corrections are decided on, and the text becomes final and frozen", async () => {
  await desk.go(`meetings/${plenary}?tab=minutes&part=round`);
  await page().getByText("委員18人のうち", { exact: false }).first().waitFor();
  await button("修正を記録する").click();
  const form = dialog("修正の申出の記録");
  await form.getByRole("combobox", { name: /^申し出た委員/ }).selectOption({ index: 2 });
  await form.getByRole("combobox", { name: /^項目の番号/ }).selectOption({ label: /./ }).catch(() => form.getByRole("combobox", { name: /^項目の番号/ }).selectOption({ index: 2 }));
  await form.getByRole("textbox", { name: "修正前" }).fill("委員の皆様");
  await form.getByRole("textbox", { name: /^修正後/ }).fill("皆様");
  await button("保存", form).click();
  await form.waitFor({ state: "detached" });
  await desk.axe();
  await page().getByRole("button", { name: /の修正を採用して文を直す$/ }).click();
  await page().waitForFunction(() => ![...document.querySelectorAll("button")].some((b) => b.getAttribute("aria-label")?.endsWith("採用して文を直す")));
  await button("会議録を確定する").first().click();
  const approve = dialog("会議録を確定する");
  await approve.getByRole("radio", { name: "会長等が確認" }).check();
  await button("会議録を確定する", approve).click();
  await approve.waitFor({ state: "detached" });
  await desk.go(`meetings/${plenary}?tab=minutes`);
  await page().getByText("この会議録は確定しています", { exact: false }).waitFor();
  assert.ok(await page().getByRole("textbox", { name: "1番の文", exact: true }).getAttribute("readonly") !== null);
});

test("editions, outline, letters and extracts are made beside the minutes", async () => {
  await desk.go(`meetings/${plenary}?tab=minutes&part=documents`);
  for (const [name, word] of [["会議録", "会議の記録"], ["会議概要", "会議の概要"], ["委員への送付文", "確認について"], ["決定事項の抄録", "決定の内容"]]) {
    await page().getByRole("radio", { name, exact: true }).check();
    await desk.settled();
    await page().getByRole("tab", { name: /テキスト/ }).click();
    await page().getByText(word, { exact: false }).last().waitFor({ timeout: 60_000 });
    await page().getByRole("tab", { name: /紙面|ページ|プレビュー/ }).first().click().catch(() => {});
  }
  await desk.axe(["light"]);
});

test("the screens hold at twice the size", async () => {
  await page().setViewportSize({ width: 640, height: 360 });
  await desk.go(`meetings/${empty}?tab=minutes`);
  await page().getByRole("textbox", { name: /番の文$/ }).last().waitFor();
  const wide = await page().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 1, `the page scrolls sideways by ${wide}`);
  await page().setViewportSize({ width: 1440, height: 900 });
});
