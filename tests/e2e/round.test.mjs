// The reappointment round: a work list from the first request to the new terms,
// many seats at once, by keyboard; what follows from leaving, told before.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

const END = "2028-03-31";

let desk;
before(async () => {
  desk = await start({ flags: ["--now", "2027-12-01T03:00:00Z"] });
});
after(() => desk.stop());

const page = () => desk.page;
const button = (name, exact = true) => page().getByRole("button", { name, exact });
const dialog = (name) => page().getByRole("dialog", { name });
const table = () => page().getByRole("table", { name: /満了の席と手続き/ });
const list = () => desk.call("round_list", { on: END, bodies: [] });

async function record(step, day) {
  await button("手順の日を記録").click();
  const form = dialog(/手順の日の記録/);
  await form.getByRole("combobox", { name: /手順/ }).selectOption(step);
  await form.getByRole("textbox", { name: /済んだ日/ }).fill(day);
  await form.getByRole("button", { name: "記録する" }).click();
  await form.waitFor({ state: "hidden" });
  await desk.settled();
}

test("the round is reached from the members, and shows every seat with what comes next", async () => {
  await desk.go("members");
  await button("改選・推薦の手続き").click();
  await page().getByRole("heading", { name: "改選", level: 1 }).waitFor();
  await desk.settled();
  assert.equal(await table().getByRole("row").count(), 20, "19 seats and the heading");
  const text = await table().innerText();
  for (const name of ["渡邉󠄂", "髙橋", "𠮷田", "辻󠄀"]) assert.ok(text.includes(name), name);
  assert.match(text, /推薦を依頼する/);
  await desk.axe();
});

test("what is late is red and said in words; the list can be narrowed to it", async () => {
  const { rows } = await list();
  await desk.call("set_round_due", { on: END, seats: [rows[0].seat, rows[1].seat], step: "ask", day: "R9.11.1" });
  await page().reload();
  await desk.settled();
  await page().getByText("推薦依頼の期限（令和9年11月1日）を30日過ぎています").first().waitFor();
  await page().getByText("2席が期限超過").waitFor();
  await page().getByRole("checkbox", { name: "遅れている席だけ" }).check();
  assert.equal(await table().getByRole("row").count(), 3);
  await desk.axe();
  await button("絞り込みを解除").click();
});

test("many seats are moved on at once, and one undo takes it back", async () => {
  await button("表示中の席をすべて選ぶ").click();
  await record("ask", "R9.12.1");
  await page().getByText(/席に記録しました（手順のない/).waitFor();
  assert.equal((await list()).steps.find((s) => s.step === "ask").done, 17);
  await page().keyboard.press("Control+z");
  await page().getByText("元に戻しました").first().waitFor();
  assert.equal((await list()).steps.find((s) => s.step === "ask").done, 0);
  await record("ask", "R9.12.1");
});

test("one seat is opened by keyboard and filled in", async () => {
  await table().locator(".row-open").first().focus();
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("Enter");
  const form = dialog(/の手続き/);
  await form.waitFor();
  await desk.axe();
  await form.getByRole("textbox", { name: "推薦書の済んだ日" }).fill("2月30日");
  await form.getByRole("button", { name: "保存する" }).click();
  await form.getByText(/日付として読めません/).first().waitFor();
  await form.getByRole("textbox", { name: "推薦書の済んだ日" }).fill("R9.12.10");
  await form.getByRole("textbox", { name: /覚え/ }).fill("電話で確認");
  await form.getByRole("button", { name: "保存する" }).click();
  await form.waitFor({ state: "hidden" });
  await page().getByText("覚え：電話で確認").waitFor();
});

test("the same people again are appointed to the new term in one go", async () => {
  await button("表示中の席をすべて選ぶ").click();
  await button("再任とする").click();
  await page().getByText("17席を再任としました").waitFor();
  await record("reply", "R10.1.20");
  await record("consent", "R10.2.10");
  await record("decide", "R10.3.10");
  await button("委嘱する").click();
  const form = dialog(/委嘱の記録/);
  await form.getByText("2席は、このままでは委嘱できません。").waitFor();
  await desk.axe();
  await form.getByRole("button", { name: "問題のない17席だけ委嘱する" }).click();
  await form.getByText("17席の委嘱を記録しました。").waitFor();
  const members = await desk.call("member_table", { body: "zentaikai", on: "2028-04-01" });
  assert.equal(members.rows.filter((row) => row.name && row.end === "2030-03-31").length, 17);
  await form.getByRole("button", { name: "委嘱状を作る" }).click();
});

test("their letters stand there at once; printing records the day", async () => {
  const letters = dialog(/文書の作成/);
  await letters.getByRole("button", { name: "PDFを開いて印刷" }).waitFor();
  await letters.getByText(/17ページ/).first().waitFor();
  await desk.axe(["light"]);
  await letters.getByRole("textbox", { name: /文書の日付/ }).fill("R10.4.1");
  await desk.settled();
  await letters.getByRole("button", { name: "PDFを開いて印刷" }).click();
  await page().getByText("17席に「委嘱状」の日を記録しました").first().waitFor();
  assert.equal((await desk.opened()).length, 1);
  await page().keyboard.press("Escape");
  const { steps, rows } = await list();
  assert.equal(steps.find((s) => s.step === "letter").done, 17);
  assert.equal(rows.filter((row) => row.steps.some((c) => c.step === "letter" && c.done === "2028-04-01")).length, 17);
});

test("what follows from leaving is told before it is recorded, and its papers after", async () => {
  const members = await desk.call("member_table", { body: "zentaikai", on: "2027-12-01" });
  const chair = members.rows.find((row) => row.office === "会長");
  await desk.go(`members/${chair.person}`);
  // The term that was appointed above stands first.
  await page().getByRole("button", { name: /全体会の退任を記録/ }).last().click();
  const form = dialog(/全体会の退任を記録/);
  await form.getByRole("textbox", { name: /退任日/ }).fill("R9.12.31");
  await form.getByRole("combobox", { name: /理由/ }).selectOption("resigned");
  await form.getByText(/全体会の会長も令和9年12月31日に終わり/).waitFor();
  await form.getByText(/残任期間とすれば令和10年3月31日まで/).waitFor();
  await desk.axe();
  await form.getByRole("textbox", { name: "辞任届の受理日" }).fill("R9.12.1");
  await form.getByRole("button", { name: "退任を記録する" }).click();
  await form.getByText("退任を記録しました。").waitFor();
  await form.getByRole("link", { name: "解嘱状" }).waitFor();
  await form.getByText("閉じる", { exact: true }).click();
  const vacant = await desk.call("round_list", { on: null, bodies: [] });
  assert.ok(vacant.rows.some((row) => row.seat === chair.seat && row.nomination), "its nomination is opened");
});

test("a vacancy's nomination is one press away", async () => {
  await desk.go("members?tab=vacant");
  await page().getByRole("button", { name: /推薦の手続き：/ }).first().click();
  await dialog(/の手続き/).waitFor();
  await desk.axe(["light"]);
});

test("at 1280 by 720 and 200 % nothing is cut off", async () => {
  await page().setViewportSize({ width: 1280, height: 720 });
  await desk.call("set_preference", { key: "zoom", value: 200 });
  await desk.go("members/round");
  await page().reload();
  await desk.settled();
  const over = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} px wider than the window`);
  await desk.axe();
});
