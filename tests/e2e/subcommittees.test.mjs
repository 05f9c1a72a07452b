// 部会の計画・報告: by keyboard and mouse over the real core.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

const place = mkdtempSync(join(tmpdir(), "entaku-subcommittees-"));

describe("subcommittees", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ flags: ["--empty"] });
    page = desk.page;
    await desk.call("found_council", { folder: join(place, "協議会"), from: "sample" });
    await desk.go("issues?view=subcommittees");
  });
  after(async () => {
    await desk.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const button = (name) => page.getByRole("button", { name });

  it("stand in one table, in every theme", async () => {
    await page.getByRole("table", { name: "専門部会の計画と報告" }).getByText("精神保健福祉部会").waitFor();
    await desk.settled();
    await desk.axe();
  });

  it("keep a plan, and note how far it has come", async () => {
    await page.getByRole("table", { name: "専門部会の計画と報告" }).getByText("こども応援部会").click();
    await page.getByRole("heading", { level: 2, name: "こども応援部会" }).waitFor();
    await button("予定を追加").click();
    await page.getByRole("textbox", { name: "活動の内容" }).fill("保護者との懇談");
    await page.keyboard.press("Enter");
    const steps = page.getByRole("table", { name: "活動の予定と進捗" });
    await steps.getByText("保護者との懇談").waitFor();
    await button("進捗を記録").click();
    await page.getByRole("radio", { name: "完了" }).check();
    await page.getByRole("textbox", { name: "内容" }).fill("アンケートを回収した");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await steps.getByText("アンケートを回収した").waitFor();
    await desk.settled();
    await desk.axe();
  });

  it("write a report over what the records say, and hand it in", async () => {
    await page.getByRole("table", { name: "部会の報告" }).getByText("活動報告", { exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "残された課題" }).fill("引き継ぎの様式の見直しが残った。");
    await dialog.getByRole("button", { name: "文を保存" }).click();
    await dialog.getByText("書き換えた文です。").first().waitFor();
    await desk.axe();
    const report = await desk.call("sub_report", { body: "kodomo", year: "R8", kind: "activity" });
    assert.equal(report.parts.find((part) => part.part === "remaining").text, "引き継ぎの様式の見直しが残った。");
  });
});
