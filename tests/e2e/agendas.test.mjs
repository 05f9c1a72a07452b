// Agendas that fill themselves, what returns by itself, the clock on the day by keys,
// meetings put off and called off, joint meetings, and how a body meets.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
let meeting;
before(async () => {
  desk = await start({ flags: ["--now", "2026-12-01T03:00:00Z"] });
});
after(() => {
  desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk.stop();
});

const page = () => desk.page;
const dialog = () => page().getByRole("dialog").last();
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const items = async () => (await desk.call("list_agenda", { meeting })).items;

test("a new meeting comes with the agenda that fits, with what was left over", async () => {
  await desk.go("meetings");
  await button("会議を加える").click();
  await dialog().getByLabel("会議体").selectOption({ label: "こども応援部会" });
  await dialog().getByLabel("開催日").first().fill("R9.1.20");
  await dialog().getByText(/通常の会議のひな形.*項目/).waitFor();
  await desk.axe();
  await dialog().getByLabel("開始").fill("1400");
  await dialog().getByLabel("終了").fill("15:00");
  await button("追加", dialog()).click();
  await page().waitForURL(/#\/meetings\/[0-9a-f-]{36}/);
  meeting = /meetings\/([0-9a-f-]{36})/.exec(page().url())[1];
  await button("閉会").waitFor();
  const all = await items();
  assert.ok(all.some((item) => item.title === "保護者への情報の届け方（継続）" && item.carried.times === 1));
  await page().getByText("からの持越し", { exact: false }).first().waitFor();
  await desk.axe();
});

test("an issue is offered and taken with one press", async () => {
  const offered = await desk.call("agenda_offers", { meeting });
  const issue = offered.find((offer) => offer.what === "issue");
  if (!issue) return;
  await button(`「${issue.title}」を次第に載せる`).click();
  await button(issue.title).waitFor();
  assert.ok((await items()).some((item) => item.issue?.issue === issue.id));
});

test("on the day a key begins each item, and what runs over is told in words", async () => {
  await desk.go(`meetings/${meeting}?tab=running`);
  await button("会議を始める").waitFor();
  await page().keyboard.press("n");
  await button("次の項目へ").waitFor();
  await page().getByText("進行中").waitFor();
  assert.ok((await items())[0].times.started, "the first began");
  await page().keyboard.press("n");
  await page().waitForFunction(() => document.querySelectorAll("tr[aria-current=step]").length === 1);
  await page().keyboard.press("e");
  await page().waitForFunction(() => document.querySelectorAll("tr[aria-current=step]").length === 0);
  const first = (await items())[0];
  await button(`「${first.title}」の時刻を直す`).click();
  await dialog().getByLabel("始まった時刻").fill("14:00");
  await dialog().getByLabel("終わった時刻").fill("14:12");
  await button("保存", dialog()).click();
  await page().getByText("＋7分（超過）").waitFor();
  await desk.axe();
});

test("the script is drawn from it", async () => {
  await button("進行シナリオを見る").click();
  await page().locator("canvas").first().waitFor({ timeout: 30000 });
});

test("a meeting is put off, and its old day is kept and shown", async () => {
  await desk.go(`meetings/${meeting}`);
  await button("ほかの操作").click();
  await button("延期する").click();
  await dialog().getByLabel("理由").fill("大雪のため");
  await desk.axe();
  await button("延期する", dialog()).click();
  await page().getByText("の会議を延期しました（新しい日は未定）", { exact: false }).waitFor();
  await button("新しい日を決める").click();
  await dialog().getByLabel("新しい日").first().fill("R9.2.3");
  await button("この日に決める", dialog()).click();
  await page().getByText(/から令和9年（2027年）2月3日/).waitFor();
  await desk.axe(["light"]);
});

test("V12: one that is called off asks whether it counts", async () => {
  await button("ほかの操作").click();
  await button("中止にする").click();
  await dialog().getByLabel("理由").fill("会場が使えなくなったため");
  await button("中止にする", dialog()).click();
  await page().getByText("この会議を、年度の回数に数えますか。").waitFor();
  await button("数えない").click();
  await page().getByText("回数に数えません").waitFor();
  await desk.axe();
});

test("a joint meeting is named with each of its bodies", async () => {
  const other = (await desk.call("year_meetings", { body: "zentaikai", year: "R8" })).at(-1);
  await desk.go(`meetings/${other.id}`);
  await button("ほかの操作").click();
  await button("合同開催にする").click();
  await dialog().getByLabel("運営会議と合同で開く").check();
  await desk.axe();
  await button("保存", dialog()).click();
  await page().getByRole("heading", { name: /運営会議（合同開催）/ }).waitFor();
});

test("how a body meets, its templates and the script's wording are settings", async () => {
  await desk.go("settings?tab=meetings");
  await page().getByLabel("会議体", { exact: true }).selectOption({ label: "こども応援部会" });
  await page().getByLabel("会議の呼び方", { exact: true }).fill("定例会");
  await button("保存").first().click();
  await page().getByText("定例会」になります。", { exact: false }).waitFor();
  await button("通常の会議のひな形を変える").click();
  await button("行を加える", dialog()).click();
  await desk.axe(["light"]);
  await button("やめる", dialog()).click();
  await desk.axe();
});
