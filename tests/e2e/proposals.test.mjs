// Proposals (提案) and feedback (フィードバック): from the draft to the answer by keyboard,
// the budget that is missed, what the rules refuse; letters and their day for many at once.
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

const dialog = () => desk.page.getByRole("dialog");
const button = (name) => desk.page.getByRole("button", { name, exact: true });

async function stageOf(number) {
  const every = { text: null, body: null, field: null, inlet: null, year: null, open: false, overdue: false };
  return (await desk.call("list_issues", every)).find((row) => row.number === number).stage;
}

describe("proposals", () => {
  it("are listed with their states; what misses a budget is marked", async () => {
    await desk.go("issues?view=proposals");
    await desk.page.getByText("予算に間に合わない").first().waitFor();
    await desk.axe();
  });

  it("open with their text, their grounds and their paper", async () => {
    await button("相談支援専門員の確保について").click();
    await desk.page.getByRole("link", { name: /R7-6/ }).waitFor();
    await desk.page.getByRole("region", { name: /相談支援専門員の確保/ }).first().waitFor({ timeout: 60_000 });
    await desk.axe();
  });

  it("are begun, approved, delivered and answered, and take their issues along", async () => {
    await desk.go("issues?view=proposals");
    await button("提案を作る").click();
    await dialog().getByLabel("件名").fill("一枚の案内について");
    await dialog().getByRole("combobox", { name: "提案先", exact: true }).fill("市長");
    await dialog().getByRole("combobox", { name: "課題を加える" }).fill("R8-8");
    await desk.page.getByRole("option", { name: /R8-8/ }).click();
    await dialog().getByText("R8-8").first().waitFor();
    await dialog().getByRole("button", { name: "作る", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
    await desk.page.getByRole("heading", { level: 1, name: /一枚の案内について/ }).waitFor();

    await button("承認を記録").click();
    await dialog().getByRole("combobox", { name: "承認した全体会" }).fill("第1回");
    await desk.page.getByRole("option", { name: /令和8年度.*第1回/ }).click();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await stageOf("R8-8"), "approved");

    await button("送付を記録").click();
    await dialog().getByRole("textbox", { name: /^送付の日/ }).fill("R8.6.1");
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText(/承認の日（.*）より前/).waitFor();
    await dialog().getByRole("textbox", { name: /^送付の日/ }).fill("R8.7.10");
    await dialog().getByRole("textbox", { name: /^送付の日/ }).press("Enter");
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await stageOf("R8-8"), "proposed");

    await button("回答を記録").click();
    await dialog().getByLabel("回答の内容").fill("窓口に置く。");
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await stageOf("R8-8"), "answered");

    await button("結果を記録").click();
    await dialog().getByRole("radio", { name: "取下げ" }).check();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText("理由").first().waitFor();
    await desk.axe(["light"]);
    await dialog().getByRole("radio", { name: "反映", exact: true }).check();
    await dialog().getByRole("combobox", { name: "反映先の計画の項目" }).fill("短期入所");
    await desk.page.getByRole("option", { name: /短期入所/ }).first().click();
    await dialog().getByLabel("反映先の予算の年度").fill("R9");
    await dialog().getByLabel("反映先の予算の事業名").fill("案内作成費");
    await desk.axe();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().waitFor({ state: "hidden" });
    await desk.page.getByText(/短期入所.*」、.*予算「案内作成費」/).first().waitFor();
    await desk.page.locator("dd a").filter({ hasText: "計画" }).first().waitFor();
  });

  it("have a text of parts that is kept as it is typed", async () => {
    await button("部分を加える").click();
    await desk.page.getByLabel("文章").last().fill("辻󠄀堂の #panic(\"x\")");
    await button("本文と数値を保存").click();
    await desk.page.getByText("提案の訂正").first().waitFor();
    const list = await desk.call("list_proposals", {});
    const id = list.find((row) => row.title === "一枚の案内について").id;
    const page = await desk.call("proposal_page", { proposal: id });
    assert.equal(page.parts.at(-1).text, "辻󠄀堂の #panic(\"x\")");
  });
});

describe("feedback", () => {
  it("shows each organisation with what it raised, and what is owed", async () => {
    await desk.go("issues?view=feedback");
    await desk.page.getByText(/お返しします/).first().waitFor();
    await desk.page.getByText(/提起\d+件/).first().waitFor();
    await desk.axe();
  });

  it("makes the letters of those that are ticked, and records one day for all", async () => {
    const boxes = desk.page.getByRole("checkbox", { name: /^R\d/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await desk.page.getByText("2件を選んでいます").waitFor();
    await desk.page.getByRole("region", { name: /課題提起への報告/ }).first().waitFor({ timeout: 60_000 });
    await button("報告した日を記録").click();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().waitFor({ state: "hidden" });
    const page = await desk.call("feedback_page", {});
    const told = page.organizations.flatMap((one) => one.matters).filter((m) => m.told_on === "2026-10-01");
    assert.equal(told.length, 2);
  });

  it("is told in a yearly overview", async () => {
    await button("年度の一覧を作る").click();
    await dialog().getByRole("region", { name: /フィードバック一覧/ }).first().waitFor({ timeout: 60_000 });
    await desk.axe();
    await desk.page.keyboard.press("Escape");
  });
});
