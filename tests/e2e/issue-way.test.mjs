// The way of an issue: taken up out of minutes with one key, its decision recorded with one
// click, requests and tasks, split, merged, sent back, and carried on into the next year.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sizes, start } from "./harness.mjs";

const ENTRY = "0198c7d2-0000-7000-8000-0000000000b1";
const SAID = "0198c7d2-0000-7000-8000-0000000000b2";

let desk;
let meeting; // of the case review, held
let whole;
before(async () => {
  desk = await start({ size: sizes.small, flags: ["--now", "2026-10-01T03:00:00Z"] });
  whole = await taken("外出の支援が足りない");
  const all = await desk.call("list_meetings", { body: "mieruka", year: "R8" });
  meeting = all.filter((m) => m.date < "2026-10-01").at(-1).id;
  const item = (await desk.call("take_offer", { meeting, what: "issue", id: whole })).output;
  const entry = (id, kind, text) => ({ id, base: null, item, after: null, kind, speaker: null, text, closed_reason: null, at: null });
  const entries = [entry(ENTRY, "decision", "整理の対象とする。"), entry(SAID, "speech", "通学でも同じ声がある。続けて聞きたい。")];
  await desk.call("write_minutes", { meeting, entries, removed: [] });
  await desk.call("set_decision", { entry: ENTRY, kind: "approved" });
});
after(() => {
  if (desk) desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk?.stop();
});

/** A new issue of the case review. */
async function taken(title) {
  const record = { received_on: "R8.5.1", number: null, title, gist: "外出の支援が足りない。", field: "移動", level: "city", inlet: "case_review" };
  return (await desk.call("add_issue", { ...record, background: "", resources: "", measures: "", raised_by: null, owner: "mieruka", due_on: null })).output;
}

const page = () => desk.page;
const dialog = () => page().getByRole("dialog");
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const read = (issue) => desk.call("issue_page", { issue });
const closed = () => dialog().waitFor({ state: "hidden" });

async function more(name) {
  await button("そのほか").click();
  await button(name).click();
}

describe("minutes", () => {
  it("make an issue of what was said with one key", async () => {
    await desk.go(`meetings/${meeting}?tab=minutes&record=${SAID}`);
    await page().locator(`[data-line="${SAID}"] textarea`).focus();
    await page().keyboard.press("Control+Shift+K");
    await dialog().getByLabel("件名").waitFor();
    assert.equal(await dialog().getByLabel("件名").inputValue(), "通学でも同じ声がある");
    assert.equal(await dialog().getByLabel("発生元").inputValue(), "case_review");
    await desk.axe();
    await button("受け付ける", dialog()).click();
    await closed();
    await page().getByRole("link", { name: /のもと$/ }).waitFor();
  });

  it("record a decision in the way of the issue that it is on", async () => {
    await button(/番の決定を課題の経過に記録$/).click();
    await dialog().getByLabel("段階").waitFor();
    assert.equal(await dialog().getByLabel("段階").inputValue(), "sorting");
    assert.equal(await dialog().getByLabel("内容").inputValue(), "整理の対象とする。");
    await desk.axe();
    await button("記録する", dialog()).click();
    await closed();
    await page().getByRole("link", { name: /の経過に記録済（整理中）$/ }).waitFor();
    const step = (await read(whole)).steps.at(-1);
    assert.deepEqual([step.stage, step.entry, step.meeting], ["sorting", ENTRY, meeting]);
  });
});

describe("a step", () => {
  it("asks a body by a day, and leaves tasks with who and by when", async () => {
    await desk.go(`issues/${whole}`);
    await button("経過を記録").click();
    await dialog().getByLabel("経過の種類").selectOption("deliberation_request");
    await button("記録する", dialog()).click();
    await dialog().getByText("協議依頼の相手の会議体が選ばれていません").waitFor();
    await dialog().getByLabel("依頼する会議体").selectOption("chiiki");
    await dialog().getByRole("textbox", { name: "回答の期限" }).fill("R8.12.1");
    await button("対応を残す", dialog()).click();
    await dialog().getByLabel("対応の内容").fill("実態を調べる。");
    await dialog().getByRole("textbox", { name: "対応の期限" }).fill("R8.10.9");
    await desk.axe();
    await button("記録する", dialog()).click();
    await closed();
    await page().getByText("協議依頼", { exact: true }).waitFor();
    const shown = await read(whole);
    assert.deepEqual([shown.item.stage, shown.item.owner, shown.tasks[0].text], ["deliberating", "chiiki", "実態を調べる。"]);
    await desk.axe();
  });

  it("leaves tasks that are done on the issue's page", async () => {
    await button("「実態を調べる。」を完了とする").click();
    await dialog().getByLabel("結果").fill("10件を調べた。");
    await button("完了", dialog()).click();
    await closed();
    await page().getByText("完了（", { exact: false }).first().waitFor();
    assert.equal((await read(whole)).tasks[0].facts.outcome, "10件を調べた。");
    await page().keyboard.press("Control+z");
    await page().getByText("元に戻しました").waitFor();
    assert.equal((await read(whole)).tasks[0].facts.done_on, null);
  });
});

describe("issues", () => {
  it("are split with a reason, and undo takes all of it back", async () => {
    await more("分割する");
    await dialog().getByLabel("新しい課題1の件名").fill("通院の足");
    await dialog().getByLabel("新しい課題2の件名").fill("余暇の外出");
    await button("分割する", dialog()).click();
    await dialog().getByText("理由を入力してください").waitFor();
    await dialog().getByRole("textbox", { name: /^理由/ }).fill("対応が違うため");
    await desk.axe();
    await button("分割する", dialog()).click();
    await closed();
    assert.equal((await read(whole)).descendants.length, 2);
    await page().keyboard.press("Control+z");
    await page().getByText("元に戻しました").waitFor();
    assert.equal((await read(whole)).descendants.length, 0);
    await page().keyboard.press("Control+y");
    await page().getByRole("link", { name: /通院の足/ }).first().waitFor();
  });

  it("are merged into a new one", async () => {
    const part = (await read(whole)).descendants[0].issue;
    const other = await taken("買物の足");
    await desk.go(`issues/${part}`);
    await more("統合する");
    await dialog().getByLabel("統合する課題を選ぶ").fill("買物の足");
    await page().getByRole("option", { name: /買物の足/ }).click();
    await dialog().getByLabel("新しい課題の件名").fill("移動の支援");
    await dialog().getByRole("textbox", { name: /^理由/ }).fill("同じ担い手の話のため");
    await desk.axe();
    await button("統合する", dialog()).click();
    await page().getByRole("heading", { level: 1, name: /移動の支援/ }).waitFor();
    await page().getByText("もとをたどった課題").waitFor();
    assert.equal((await read(other)).passed_on, true);
    await desk.axe();
  });

  it("that are finished are opened again for a reason", async () => {
    const { issue } = (await read(whole)).descendants.find((one) => one.title === "余暇の外出");
    await desk.call("record_issue_step", { issue, day: "R8.10.1", stage: "closed", body: null, meeting: null, text: "", owner: null, tasks: [] });
    await desk.go(`issues/${issue}`);
    await button("経過を記録").click();
    await dialog().getByLabel("経過の種類").selectOption("reopened");
    await button("記録する", dialog()).click();
    await dialog().getByText("再開する理由を入力してください").waitFor();
    await dialog().getByLabel("再開する理由").fill("同じ声が続いたため。");
    await button("記録する", dialog()).click();
    await closed();
    assert.equal((await read(issue)).item.stage, "deliberating");
  });

  it("are carried on by a new one", async () => {
    await more("新しい課題に引き継ぐ");
    await dialog().getByRole("textbox", { name: /^理由/ }).fill("次の年度も続けるため");
    await desk.axe();
    await button("引き継ぐ", dialog()).click();
    await page().getByText("引き継いだ元の課題").waitFor();
  });
});
