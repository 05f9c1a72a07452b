// Issues (課題): the table, the board by keyboard, a new issue, its steps with what
// the rules refuse and why, and taking back.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sizes, start } from "./harness.mjs";

let desk;
before(async () => {
  desk = await start({ size: sizes.small });
});
after(() => {
  // What the rules refuse is refused by the core; the browser notes every refusal.
  if (desk) desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk?.stop();
});

const heading = () => desk.page.locator("h1").innerText();
const focused = () => desk.page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
const dialog = () => desk.page.getByRole("dialog");

/** The core's issue with a number. */
async function issue(number) {
  const every = { text: null, body: null, field: null, inlet: null, year: null, open: false, overdue: false };
  return (await desk.call("list_issues", every)).find((row) => row.number === number);
}

describe("the list of issues", () => {
  it("shows what is open, the earliest deadline first", async () => {
    await desk.go("issues");
    assert.equal(await heading(), "課題");
    const first = desk.page.locator("tbody tr").first();
    assert.match(await first.innerText(), /R7-18[\s\S]*超過/);
    await desk.axe();
  });

  it("is narrowed by words however they are typed, by field, and all of it undone", async () => {
    const rows = desk.page.locator("tbody tr");
    const all = await rows.count();
    await desk.page.getByLabel("検索", { exact: true }).fill("ｒ８－１８");
    await desk.page.getByText("1件を表示").waitFor();
    assert.match(await rows.first().innerText(), /福祉サービスの手続/);
    await desk.page.getByRole("button", { name: "絞り込みを解除" }).click();
    await desk.page.getByText(`${all}件を表示`).waitFor();
    await desk.page.getByLabel("分野").selectOption("移動");
    await desk.page.getByText("4件を表示").waitFor();
    await desk.page.getByLabel("終わった課題も表示").check();
    await desk.page.getByText("6件を表示").waitFor();
    await desk.page.getByLabel("終わった課題も表示").uncheck();
    await desk.page.getByRole("button", { name: "絞り込みを解除" }).click();
    await desk.page.getByLabel("対応の水準").selectOption({ label: "市" });
    await desk.page.getByText("5件を表示").waitFor();
    await desk.page.getByRole("button", { name: "この一覧を出力" }).click();
    assert.equal(await desk.page.getByLabel("課題の一覧と同じ絞り込みにする").isChecked(), true);
    await desk.go("issues");
    await desk.page.getByText("5件を表示").waitFor();
    // The next morning it is as it was left, but for the words that were searched for.
    await desk.page.reload();
    await desk.page.getByText("5件を表示").waitFor();
    await desk.page.getByRole("button", { name: "絞り込みを解除" }).click();
    await desk.page.getByLabel("検索", { exact: true }).fill("ｸﾞﾙｰﾌﾟﾎｰﾑ");
    await desk.page.getByText("2件を表示").waitFor();
    await desk.page.getByRole("button", { name: "絞り込みを解除" }).click();
  });
});

describe("the board", () => {
  it("is one stop of the Tab key, and arrows go from card to card", async () => {
    await desk.go("issues?view=board");
    await desk.page.getByText("矢印キーで").waitFor();
    const cards = desk.page.locator("[data-id]");
    assert.equal(await desk.page.locator("[data-id][tabindex='0']").count(), 1);
    assert.ok((await cards.count()) > 15);
    await desk.page.locator("[data-id][tabindex='0']").focus();
    assert.match(await focused(), /^R8-6/);
    await desk.page.keyboard.press("ArrowDown");
    assert.match(await focused(), /^R8-18/);
    await desk.page.keyboard.press("ArrowDown");
    assert.match(await focused(), /^R8-23/);
    await desk.page.keyboard.press("ArrowRight");
    assert.match(await focused(), /^R8-22/);
    await desk.page.keyboard.press("ArrowUp");
    assert.match(await focused(), /^R8-17/);
    await desk.axe();
  });

  it("opens a card with Enter", async () => {
    await desk.page.locator("[data-id][tabindex='0']").focus();
    await desk.page.keyboard.press("Enter");
    await desk.page.getByRole("heading", { level: 1, name: /R8-17/ }).waitFor();
    await desk.page.goBack();
  });

  it("remembers the card, and records a step with Shift+Enter, which undo takes back", async () => {
    await desk.page.waitForFunction(() => document.activeElement?.textContent?.trim().startsWith("R8-17"));
    await desk.page.keyboard.press("Shift+Enter");
    await dialog().getByLabel("段階").waitFor();
    await dialog().getByLabel("内容").fill("団体から話を聴いた。");
    await desk.axe();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.equal((await issue("R8-17")).stage, "theme");
    await desk.page.waitForFunction(() => document.activeElement?.textContent?.trim().startsWith("R8-17"));
    await desk.page.keyboard.press("Control+z");
    await desk.page.getByText("元に戻しました").waitFor();
    assert.equal((await issue("R8-17")).stage, "sorting");
  });
});

describe("a card dropped on a stage", () => {
  it("asks for the step, and says why it may not be", async () => {
    await desk.go("issues?view=board");
    const card = desk.page.locator("[data-id]").filter({ hasText: "R8-18" });
    const column = desk.page.getByRole("heading", { name: /提案済/ });
    // What scrolls after the button is pressed is no drag.
    await column.scrollIntoViewIfNeeded();
    await card.dragTo(column);
    await dialog().getByLabel("段階").waitFor();
    assert.equal(await dialog().getByLabel("段階").inputValue(), "proposed");
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText("全体会の承認が記録されていないため").waitFor();
    await desk.page.keyboard.press("Escape");
    assert.equal((await issue("R8-18")).stage, "received");
    // The keyboard stays with the card that was dragged, not with the one looked at before.
    await desk.page.waitForFunction(() => document.activeElement?.textContent?.trim().startsWith("R8-18"));
  });
});

describe("an issue", () => {
  it("is taken up with the next number, warned of what points at a person", async () => {
    await desk.go("issues");
    await desk.page.getByRole("button", { name: "課題を受け付ける" }).click();
    await dialog().getByText("空けておくと、R8-25になります").waitFor();
    await dialog().getByLabel("課題の要旨").fill("佐藤さんの通院の足がない。");
    await dialog().getByText("個人が分かるおそれがあります").waitFor();
    await desk.axe();
    await dialog().getByLabel("課題の要旨").fill("通院の足がない。");
    await dialog().getByText("個人が分かるおそれがあります").waitFor({ state: "hidden" });
    await dialog().getByRole("button", { name: "受け付ける" }).click();
    await dialog().getByText("件名を入力してください").waitFor();
    await dialog().getByLabel("件名").fill("駅の手すりが足りない");
    await dialog().getByRole("button", { name: "受け付ける" }).click();
    await desk.page.getByRole("heading", { level: 1, name: "R8-25 駅の手すりが足りない" }).waitFor();
    assert.equal((await issue("R8-25")).owner, "mieruka");
    await desk.axe();
  });

  it("is not proposed without approval, and the reason is told at its field", async () => {
    await desk.page.getByRole("button", { name: "経過を記録" }).click();
    await dialog().getByLabel("段階").selectOption("proposed");
    await dialog().getByText("承認の経過が先に要ります").waitFor();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText("全体会の承認が記録されていないため").waitFor();
    assert.equal((await issue("R8-25")).stage, "received");
    await dialog().getByLabel("段階").selectOption("approved");
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText("全体会が選ばれていません").waitFor();
    await desk.axe();
    await desk.giveUp();
  });

  it("keeps its place when a step is recorded by mistake and taken out", async () => {
    await desk.page.getByRole("button", { name: "経過を記録" }).click();
    await dialog().getByLabel("段階").waitFor();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await desk.page.getByText("現在").waitFor();
    await desk.page.getByRole("button", { name: "この経過を取り除く" }).click();
    await dialog().getByRole("button", { name: "削除" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.equal((await issue("R8-25")).stage, "received");
  });

  it("of a partner is closed only when the partner was told", async () => {
    const { id } = await issue("R8-2");
    await desk.go(`issues/${id}`);
    const close = async () => {
      await desk.page.getByRole("button", { name: "経過を記録" }).click();
      await dialog().getByLabel("段階").selectOption("closed");
      await dialog().getByRole("button", { name: "記録する" }).click();
    };
    await close();
    await dialog().getByText("フィードバックが記録されていません").waitFor();
    await desk.giveUp();
    await desk.page.getByRole("button", { name: "そのほか" }).click();
    await desk.page.getByRole("button", { name: "フィードバックを記録" }).click();
    await dialog().getByRole("textbox", { name: "伝えた日" }).fill("R8.9.30");
    await desk.axe();
    await dialog().getByRole("button", { name: "保存" }).click();
    await dialog().waitFor({ state: "hidden" });
    await close();
    await dialog().waitFor({ state: "hidden" });
    assert.equal((await issue("R8-2")).stage, "closed");
  });

  it("is joined to another with a reason", async () => {
    const { id } = await issue("R8-17");
    await desk.go(`issues/${id}`);
    await desk.page.getByRole("button", { name: "そのほか" }).click();
    await desk.page.getByRole("button", { name: "ほかの課題とつなぐ" }).click();
    await dialog().getByLabel("つながり").selectOption("merged/out");
    await dialog().getByLabel("相手の課題").fill("R8-8");
    await desk.page.getByRole("option", { name: /R8-8/ }).click();
    await dialog().getByLabel("理由").fill("家族への支援として一緒に扱うため");
    await dialog().getByRole("button", { name: "つなぐ" }).click();
    await dialog().waitFor({ state: "hidden" });
    await desk.page.getByText("統合先の課題").waitFor();
    await desk.page.getByText("まだ終結していません").first().waitFor();
  });
});

describe("the flow of a year", () => {
  it("is a picture, with tables that say the same", async () => {
    await desk.go("issues?view=flow");
    const picture = desk.page.getByRole("img", { name: /令和8年度（2026年度）に扱った課題は\d+件です/ });
    await picture.waitFor();
    assert.ok((await picture.locator("path").count()) > 10);
    const table = desk.page.getByRole("table", { name: "発生元ごとの段階" });
    await table.getByRole("rowheader", { name: "前年度からの課題" }).waitFor();
    await table.getByRole("rowheader", { name: "計" }).waitFor();
    await desk.axe();
    await desk.page.getByRole("link", { name: "図と表を印刷する" }).click();
    await desk.page.getByRole("heading", { name: "課題の流れ" }).waitFor();
  });
});

describe("themes", () => {
  it("show where each issue of a chain stood in every year", async () => {
    await desk.go("issues?view=themes");
    const row = desk.page.getByRole("row", { name: /R7-9 学校を卒業した後の暮らし/ });
    await row.waitFor();
    await row.getByRole("link", { name: /^R7-12/ }).first().waitFor();
    await desk.axe();
    await row.getByRole("link", { name: /^R7-11/ }).first().click();
    await desk.page.getByRole("heading", { level: 1, name: /R7-11/ }).waitFor();
  });
});
