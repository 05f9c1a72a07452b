// The day of a meeting by keyboard: times, the quorum read aloud, others, the audience;
// seats moved by keys and by the mouse; figures, a payment list that is closed, the report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
let meeting;
before(async () => {
  desk = await start({ flags: ["--now", "2026-12-01T03:00:00Z"] });
  const all = await desk.call("year_meetings", { body: "全体会", year: "R8" });
  meeting = all.find((m) => m.number === 1).id;
  await desk.call("set_quorum_rule", { body: "全体会", share: "more_than_half", online: true });
});
after(() => desk.stop());

const page = () => desk.page;
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const list = () => desk.call("list_attendance", { meeting });

test("a late arrival is one key and a time, and the quorum is said aloud", async () => {
  await desk.go(`meetings/${meeting}?tab=attendance`);
  await page().getByText("定足数である過半数", { exact: false }).first().waitFor();
  const before = await list();
  const row = page().locator("tbody tr").filter({ hasText: before.rows[0].name }).first();
  await row.locator("input[type=radio]").first().focus();
  await page().keyboard.press("3");
  const time = row.getByLabel(`${before.rows[0].name}の来た時刻`);
  await time.waitFor();
  await page().keyboard.type("1410");
  await page().keyboard.press("Enter");
  await desk.axe(["light"]);
  await button("出欠を保存").click();
  await page().getByText("から遅れて出席する旨の御連絡", { exact: false }).waitFor();
  assert.equal((await list()).rows[0].came, "14:10");
  await page().getByLabel("時点").first().selectOption({ label: "14:10から" });
  await page().getByText("14時10分に", { exact: false }).first().waitFor();
});

test("who is recused is entered for an item, and others are no members", async () => {
  const before = await list();
  await button(`${before.rows[1].name}の備考・退席・除斥`).click();
  const dialog = page().getByRole("dialog");
  await button("席を離れた記録を加える", dialog).click();
  await dialog.getByLabel("次第の項目").selectOption({ index: 2 });
  await dialog.getByLabel("理由").fill("委託先の役員のため");
  await button("保存", dialog).click();
  await dialog.waitFor({ state: "detached" }).catch(() => dialog.waitFor({ state: "hidden" }));
  assert.equal((await list()).rows[1].outs[0].kind, "recused");

  await button("委員以外の出席者を変える").click();
  const others = page().getByRole("dialog", { name: "委員以外の出席者" });
  await button("1人加える", others).click();
  await others.getByLabel("氏名").last().fill("𠮷田　太郎");
  await desk.axe(["light"]);
  await button("保存", others).click();
  await page().getByRole("cell", { name: "𠮷田　太郎" }).or(page().getByRole("rowheader", { name: "𠮷田　太郎" })).first().waitFor();
});

test("a seat is moved by keys and by the mouse", async () => {
  await desk.go(`meetings/${meeting}?tab=seating`);
  const seats = async () => (await desk.call("seating_page", { meeting })).seats;
  await page().locator("g.seat").first().waitFor();
  const before = await seats();
  const left = before.filter((s) => s.side === "left");
  await page().locator(`[data-who="${left[0].who}"]`).focus();
  await page().keyboard.press("Alt+ArrowDown");
  await page().getByText("の席に移しました", { exact: false }).first().waitFor({ state: "attached" });
  const turned = (await seats()).filter((s) => s.side === "left");
  assert.deepEqual(turned.slice(0, 2).map((s) => s.who), [left[1].who, left[0].who]);
  await desk.axe(["light"]);

  const right = (await seats()).find((s) => s.side === "right");
  const from = await page().locator(`[data-who="${left[0].who}"] rect`).boundingBox();
  const to = await page().locator(`[data-who="${right.who}"] rect`).boundingBox();
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  await page().mouse.move(...middle(from));
  await page().mouse.down();
  await page().mouse.move(...middle(to), { steps: 8 });
  await page().mouse.up();
  const sideOf = async () => (await seats()).find((s) => s.who === left[0].who).side;
  for (let tries = 0; tries < 40 && (await sideOf()) !== "right"; tries++) await new Promise((r) => setTimeout(r, 100));
  assert.equal(await sideOf(), "right");
});

test("attendance in figures, a payment list that is closed, and the report", async () => {
  await desk.go("meetings?view=turnout");
  await page().getByRole("heading", { name: "会議の開催状況" }).waitFor();
  await desk.axe(["light"]);
  await desk.go("meetings?view=pay");
  await page().getByRole("heading", { name: "支払の設定" }).waitFor();
  await desk.axe(["light"]);
  const lists = await desk.call("pay_lists", {});
  assert.ok(lists[0].closed_on, "the sample has a closed one");
  await button("支払一覧を作る").click();
  const dialog = page().getByRole("dialog", { name: "支払一覧を作る" });
  await dialog.getByRole("textbox", { name: /^期間の初め/ }).fill("R8.7.1");
  await dialog.getByRole("textbox", { name: /^期間の終わり/ }).fill("R8.12.31");
  await button("支払一覧を作る", dialog).click();
  await page().getByText("締め前").first().waitFor();
  await desk.axe(["light"]);
  await desk.go("meetings?view=report");
  await page().getByLabel("「はじめに」に載せる文章").fill("この１年の活動を報告します。");
  await button("文章を保存").click();
  for (let tries = 0; tries < 40; tries++) {
    const texts = await desk.call("report_texts", { year: "R8" });
    if (texts[0].text) break;
    await new Promise((r) => setTimeout(r, 100));
  }
  assert.equal((await desk.call("report_texts", { year: "R8" }))[0].text, "この１年の活動を報告します。");
});
