// Elections of officers on a meeting's page: without objection in a few choices, by vote
// with a tie and a runoff, kept open and gone on with; and the rules of terms.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
let meeting;
before(async () => {
  desk = await start({ flags: ["--now", "2026-12-01T03:00:00Z"] });
  const all = await desk.call("list_meetings", { body: "全体会", year: "R8" });
  meeting = all.map((m) => m).sort((a, b) => (a.date < b.date ? -1 : 1))[0].id;
  const page = await desk.call("meeting_elections", { meeting });
  for (const line of page.elections)
    for (const one of line.elected) await desk.call("remove_office", { office: one.office });
});
after(() => {
  desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk.stop();
});

const page = () => desk.page;
const dialog = (name) => page().getByRole("dialog", { name });
const read = () => desk.call("meeting_elections", { meeting });
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });

/** Opens the form on the meeting's page. */
async function elect() {
  await desk.go(`meetings/${meeting}?tab=record`);
  await button("選出を記録").click();
  return dialog("役員の選出の記録");
}

test("before there is a chair, the page says who presides", async () => {
  await desk.go(`meetings/${meeting}?tab=record`);
  await page().getByText("選出されるまでは、事務局が会議を進行します", { exact: false }).first().waitFor();
  await page().getByText("この会議での役員の選出は、記録されていません。").waitFor();
});

test("without objection it is three choices, and the sentence is seen before it is saved", async () => {
  const form = await elect();
  await form.getByRole("combobox", { name: /^役職/ }).selectOption({ label: "会長（欠員）" });
  assert.ok(await form.getByRole("radio", { name: "委員の互選" }).isChecked(), "the rule wants it");
  assert.ok(await form.getByRole("radio", { name: "異議なし" }).isChecked());
  const person = form.getByRole("combobox", { name: /^選ばれた委員/ });
  await person.selectOption({ index: 1 });
  await form.getByText(/^委員の互選により、異議なく、.+委員が会長に選出された。$/).waitFor();
  await desk.axe();
  await button("選出を記録する", form).click();
  await form.waitFor({ state: "detached" });
  const done = await read();
  assert.equal(done.elections[0].open, false);
  await page().getByText("会長が選出されるまでの間、事務局が議事を進行した。", { exact: false }).first().waitFor();
  await desk.axe(["light"]);
});

test("a vote with a tie goes to a runoff; the votes must add up", async () => {
  const form = await elect();
  await form.getByRole("combobox", { name: /^役職/ }).selectOption({ label: "副会長（欠員）" });
  await form.getByRole("radio", { name: "投票" }).check();
  await form.getByRole("combobox", { name: /^候補者1/ }).selectOption({ index: 2 });
  await button("候補者を加える", form).click();
  await form.getByRole("combobox", { name: /^候補者2/ }).selectOption({ index: 2 });
  const first = form.getByRole("group", { name: "第1回の投票" });
  const fields = first.getByRole("textbox");
  for (const [at, votes] of [6, 6, 1, 0, 13].entries()) await fields.nth(at).fill(String(votes));
  await form.getByRole("status").getByText("が同数です。", { exact: false }).waitFor();
  await button("決選投票を加える", form).click();
  const runoff = form.getByRole("group", { name: "決選投票" });
  for (const [at, votes] of [7, 5, 1, 0, 12].entries()) await runoff.getByRole("textbox").nth(at).fill(String(votes));
  await form.getByText("第2回の投票の合計（13票）が、投票総数（12票）と合いません。", { exact: false }).waitFor();
  assert.ok(await button("選出を記録する", form).isDisabled());
  await runoff.getByRole("textbox").nth(4).fill("13");
  await form.getByText(/決選投票の結果は、/).waitFor();
  await desk.axe();
  await button("選出を記録する", form).click();
  await form.waitFor({ state: "detached" });
  const done = (await read()).elections.find((line) => line.title === "副会長");
  assert.match(done.sentences.join(""), /投票の結果は、.+6票、.+6票、白票1票であった（投票総数13票）。決選投票の結果は、.+7票、.+5票/);
});

test("an election is taken back, kept open with candidates, and gone on with", async () => {
  await desk.go(`meetings/${meeting}?tab=record`);
  const before = (await read()).elections.find((line) => line.title === "副会長");
  await button(`${before.elected[0].name}の選出を取り消す`).click();
  await button("選出を取り消す", page().getByRole("alertdialog").or(dialog("役員の選出の取消し"))).last().click();
  await page().waitForFunction(() => !document.body.innerText.includes("決選投票の結果は"));
  const form = await elect();
  await form.getByRole("combobox", { name: /^役職/ }).selectOption({ label: "副会長（欠員）" });
  await form.getByRole("radio", { name: "決まらず継続" }).check();
  await form.getByRole("combobox", { name: /^選ばれた委員/ }).selectOption({ index: 3 });
  await button("継続として保存", form).click();
  await form.waitFor({ state: "detached" });
  await page().getByText("副会長は選出に至らず、継続することとした。", { exact: false }).first().waitFor();
  await button("副会長の選出の続きを記録").click();
  const again = dialog("役員の選出の記録");
  await again.getByRole("radio", { name: "異議なし" }).check();
  await again.getByText(/委員が副会長に選出された。$/).waitFor();
  await button("選出を記録する", again).click();
  await again.waitFor({ state: "detached" });
  assert.deepEqual((await read()).elections.map((line) => line.open), [false, false]);
});

test("ballots, a count sheet and the record are made beside the election", async () => {
  await desk.go(`meetings/${meeting}?tab=record`);
  await button("投票用紙など").click();
  const papers = dialog("選出のための用紙と記録");
  for (const [name, word] of [["投票用紙", "投票用紙"], ["開票集計表", "開票集計表"], ["選出の記録", "役員の選出の記録"]]) {
    await papers.getByRole("radio", { name, exact: true }).check();
    await desk.settled();
    await papers.getByRole("tab", { name: /テキスト/ }).click();
    await papers.getByText(word, { exact: false }).last().waitFor({ timeout: 60_000 });
    await papers.getByRole("tab").first().click();
  }
  await desk.axe(["light"]);
});

test("a body's page has its officers across all terms, and its rules of terms are edited", async () => {
  await desk.go("council/zentaikai");
  await page().getByRole("heading", { name: "役員の変遷" }).waitFor();
  await page().getByRole("table", { name: "役員の変遷" }).getByRole("row").nth(1).waitFor();
  await button("名称・文言を直す").click();
  const edit = page().getByRole("dialog", { name: "全体会の文言" });
  await edit.getByRole("combobox", { name: /^満了日/ }).selectOption({ label: "委嘱日から数えた年数" });
  await edit.getByRole("textbox", { name: /^年数/ }).fill("3");
  await edit.getByRole("combobox", { name: /^補欠の委員の任期/ }).selectOption({ label: "前任者の残任期間" });
  await edit.getByRole("textbox", { name: /^再任の上限/ }).fill("2");
  await edit.getByRole("textbox", { name: /^連続して務める年数の上限/ }).fill("9");
  await desk.axe();
  await button("保存", edit).click();
  await edit.waitFor({ state: "detached" });
  await page().getByText("再任は2回まで、連続9年まで").first().waitFor();
  const term = await desk.call("term_end", { body: "全体会", on: "R8.9.15" });
  assert.equal(term.end, "2029-09-14");
});

test("where two hold the office, the form asks whose place is taken", async () => {
  const says = (await desk.call("body_page", { body: "全体会", year: "R8" })).says;
  says.officers[1].count = 2;
  await desk.call("correct_body", { body: "全体会", from_year: "R8", says });
  const before = await read();
  const holder = before.elections.find((line) => line.title === "副会長").elected[0].person;
  const [second, third] = before.members.map((m) => m.id).filter((id) => id !== holder && !before.elections.some((l) => l.elected.some((e) => e.person === id)));
  const form = (person, meeting, more) => ({ body: "全体会", title: "副会長", meeting, method: "mutual_election", acclaimed: true, candidates: [{ person, elected: true }], ...more });
  await desk.call("hold_election", form(second, meeting, {}));
  const next = (await desk.call("add_meeting", { body: "全体会", date: "R8.7.29", start: "10:00", end: "12:00", place: "市役所" })).output;
  await desk.go(`meetings/${next}?tab=record`);
  await button("選出を記録").click();
  const dialogNow = dialog("役員の選出の記録");
  await dialogNow.getByRole("combobox", { name: /^役職/ }).selectOption({ label: "副会長" });
  await dialogNow.getByRole("combobox", { name: /^選ばれた委員/ }).selectOption(third);
  const whose = dialogNow.getByRole("radiogroup", { name: /だれの後任/ }).or(dialogNow.getByRole("group", { name: /だれの後任/ }));
  await whose.first().waitFor();
  assert.ok(await button("選出を記録する", dialogNow).isDisabled(), "not before it is said");
  await whose.first().getByRole("radio").nth(1).check();
  await desk.axe();
  await button("選出を記録する", dialogNow).click();
  await dialogNow.waitFor({ state: "detached" });
  const members = await desk.call("list_members", { body: "全体会", on: "R8.8.1" });
  assert.equal(members.filter((m) => m.office === "副会長").length, 2);
});

test("a new subcommittee says which plenary set it up, from the notice on its page", async () => {
  const key = (await desk.call("add_body", { kind: "subcommittee", parent: "専門部会", name: "就労支援部会", note: null, from_year: "R8" })).output;
  await desk.go(`council/${key}`);
  await page().getByText("就労支援部会の設置を決めた全体会が記録されていません。").waitFor();
  await button("設置の議決を記録").first().click();
  const ask = page().getByRole("dialog", { name: "就労支援部会の設置の議決" });
  await ask.getByRole("combobox", { name: /^設置を決めた全体会/ }).selectOption({ index: 1 });
  await desk.axe();
  await button("保存", ask).click();
  await ask.waitFor({ state: "detached" });
  await page().getByText("設置を決めた全体会が記録されていません").waitFor({ state: "detached" });
  await button("就労支援部会の設置の議決を変更").click();
  await ask.getByRole("radio", { name: "記録の始まる前の会議など" }).check();
  await ask.getByRole("textbox", { name: /^設置の経緯/ }).fill("平成30年度第2回全体会で設置を承認");
  await button("保存", ask).click();
  await page().getByText("平成30年度第2回全体会で設置を承認").first().waitFor();
});

test("the screens hold at 1280×720 and at twice the size", async () => {
  await page().setViewportSize({ width: 640, height: 360 });
  const form = await elect();
  await form.getByRole("combobox", { name: /^役職/ }).selectOption({ index: 1 });
  const wide = await page().evaluate(() => document.querySelector("dialog[open]").scrollWidth - document.querySelector("dialog[open]").clientWidth);
  assert.ok(wide <= 1, `the dialog scrolls sideways by ${wide}`);
  await page().keyboard.press("Escape");
  await page().setViewportSize({ width: 1440, height: 900 });
});
