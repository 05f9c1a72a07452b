// 協議会の評価 and 県・国への報告: what is counted beside last year's, what is said of it,
// figures that only the office knows.
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

describe("the council's own evaluation", () => {
  it("is found from the meetings and by the search", async () => {
    await desk.go("meetings");
    await page.getByRole("link", { name: "集計・評価・報告" }).click();
    await page.getByRole("tab", { name: "協議会の評価" }).click();
    await page.getByRole("table", { name: "会議の開催の数字" }).waitFor();
    await desk.go("today");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "探す言葉" }).fill("自己評価");
    await page.getByRole("option", { name: /協議会の評価を書く/ }).click();
    await page.getByRole("table", { name: "会議の開催の数字" }).waitFor();
    await desk.settled();
    await desk.axe();
  });

  it("shows what each subcommittee planned and did", async () => {
    const table = page.getByRole("table", { name: /部会.*の数字/ });
    await table.getByText("地域生活支援部会：テーマ").waitFor();
    await table.getByText("5件（完了2件、遅れ1件）").waitFor();
  });

  it("is written, and printed", async () => {
    await button("会議の開催の評価を書く").click();
    await dialog().getByLabel("評価", { exact: true }).selectOption("mostly");
    await dialog().getByLabel("成果").fill("予定した会議を開いた。");
    await desk.axe();
    await dialog().getByRole("button", { name: "保存", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
    await page.getByText("予定した会議を開いた。").waitFor();
    await desk.settled();
    await desk.axe();
    await button("文書を作る").click();
    await dialog().getByRole("region").first().waitFor({ timeout: 60_000 });
    await desk.axe();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
  });
});

describe("the figures for prefecture and ministry", () => {
  it("take what only the office knows", async () => {
    await desk.go("meetings?view=survey");
    await button("数字を書き入れる").click();
    await dialog().getByLabel(/^項目/).fill("相談支援事業所の数");
    await dialog().getByLabel(/^数・内容/).fill("12か所");
    await desk.axe();
    await dialog().getByRole("button", { name: "保存", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
    const row = page.getByRole("row", { name: /相談支援事業所の数/ });
    await row.getByText("12か所").waitFor();
    await row.getByText("記入", { exact: true }).waitFor();
    await desk.settled();
    await desk.axe();
  });
});
