// 計画・意見聴取: plans with their items in order, how they were made, hearings with opinions and
// answers, laws with how sure they are, working together; by keyboard over the real core.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sizes, start } from "./harness.mjs";

let desk;
let page;
before(async () => {
  desk = await start({ size: sizes.small });
  page = desk.page;
});
after(() => desk?.stop());

const dialog = () => page.getByRole("dialog");
const button = (name) => page.getByRole("button", { name, exact: true });
const save = () => dialog().getByRole("button", { name: "保存", exact: true }).click();

async function saved() {
  await save();
  await dialog().waitFor({ state: "hidden" });
}

describe("plans", () => {
  it("are found from the issues and by the search", async () => {
    await desk.go("issues");
    await page.getByRole("link", { name: "計画・意見聴取" }).click();
    await page.getByRole("table", { name: "計画" }).getByText("第8期障害福祉計画").waitFor();
    await desk.axe();
    await desk.go("today");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "探す言葉" }).fill("根拠法令");
    await page.getByRole("option", { name: /根拠法令を見る/ }).click();
    await page.getByRole("table", { name: "根拠法令" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "探す言葉" }).fill("第7期鎌倉市");
    await page.getByRole("option", { name: /第7期鎌倉市障害福祉サービス計画/ }).first().click();
    await page.getByRole("heading", { level: 1, name: /第7期鎌倉市/ }).waitFor();
  });

  it("have items that the keyboard puts in order", async () => {
    const items = page.getByRole("table", { name: "計画の項目" });
    await button("項目を加える").click();
    await dialog().getByLabel(/^番号/).fill("9-(1)");
    await dialog().getByLabel(/^項目名/).fill("緊急時の受入れ");
    await desk.axe();
    await saved();
    const last = items.getByRole("row").last();
    await last.getByText("緊急時の受入れ").waitFor();
    await last.getByRole("button", { name: /緊急時の受入れを訂正する/ }).click();
    const up = dialog().getByRole("button", { name: "上へ移す" });
    await up.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.includes("上へ移す"));
    await dialog().getByRole("button", { name: "やめる" }).click();
    await dialog().waitFor({ state: "hidden" });
    await desk.settled();
    const rows = await items.getByRole("row").allInnerTexts();
    assert.match(rows.at(-2), /緊急時の受入れ/);
  });

  it("are made with a hearing, its opinions and answers", async () => {
    await button("策定・変更を加える").click();
    await dialog().getByLabel(/^策定・変更の別/).selectOption("changed");
    await dialog().getByLabel(/^変更の内容/).fill("見込量の見直し");
    await desk.axe();
    await saved();
    const revision = page.locator(".revision", { hasText: "見込量の見直し" });
    await revision.getByRole("button", { name: "意見聴取を加える" }).click();
    await dialog().getByLabel(/^意見を求めた人/).fill("鎌倉市長");
    await dialog().getByRole("textbox", { name: /^意見を求められた日/ }).fill("R8.9.1");
    await desk.axe();
    await saved();
    await revision.getByRole("button", { name: "意見を加える" }).click();
    await dialog().getByLabel(/^意見/).first().fill("移動支援の見込量を増やすこと。");
    await dialog().getByLabel(/^市の回答/).fill("次期計画で検討する。");
    await desk.axe();
    await saved();
    await revision.getByText("移動支援の見込量を増やすこと。").waitFor();
    await desk.settled();
    await desk.axe();
    await revision.getByRole("button", { name: "意見と回答の一覧を作る" }).click();
    await dialog().getByRole("region").first().waitFor({ timeout: 60_000 });
    await desk.axe();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
  });

  it("rest on laws of which it is said how sure they are", async () => {
    await desk.go("issues/plans?view=laws");
    await button("根拠法令を加える").click();
    await dialog().getByLabel(/^条項/).fill("障害者基本法第11条第6項");
    await dialog().getByRole("radio", { name: /推定/ }).check();
    await desk.axe();
    await saved();
    await page.getByRole("row", { name: /第11条第6項/ }).getByText("推定").waitFor();
    await desk.settled();
    await desk.axe();
  });

  it("are worked on together with others", async () => {
    await desk.go("issues/plans?view=cooperations");
    await button("連携の記録を加える").click();
    await dialog().getByRole("textbox", { name: /^年月日/ }).fill("R8.9.20");
    await dialog().getByLabel(/^種類/).selectOption("study");
    await dialog().getByLabel(/^相手の名称/).fill("計画推進会議");
    await dialog().getByLabel(/^内容/).fill("見込量の調べ方を確かめた。");
    await desk.axe();
    await saved();
    await page.getByRole("table", { name: "連携の記録" }).getByText("見込量の調べ方を確かめた。").waitFor();
    await desk.settled();
    await desk.axe();
  });
});
