// A council in which nothing was entered yet: every screen says so, and what comes first.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

const place = mkdtempSync(join(tmpdir(), "entaku-empty-"));

describe("an empty council", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ flags: ["--empty"] });
    page = desk.page;
    await desk.call("found_council", { folder: join(place, "協議会"), from: "empty", name: "新しい協議会", municipality: "見本市" });
  });
  after(async () => {
    await desk.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const main = () => page.getByRole("main");
  const dialog = (name) => page.getByRole("dialog", { name });

  it("asks nobody to narrow less where nothing is narrowed", async () => {
    const screens = ["today", "members", "members?tab=vacant", "members?tab=people", "members?tab=organizations", "members/roster",
      "meetings", "issues", "issues?view=board", "issues?view=proposals", "plan", "documents/roster", "documents/agenda", "documents/ledger"];
    for (const screen of screens) {
      await desk.go(screen);
      assert.doesNotMatch(await main().innerText(), /絞り込みを変えて|当てはまる/, screen);
    }
    await desk.go("issues");
    await main().getByText("課題はまだ登録されていません。").waitFor();
    await desk.go("members?tab=people");
    await main().getByText("人はまだ登録されていません。").waitFor();
    await desk.axe();
  });

  it("leads to the seats that come before appointments, elections and rosters", async () => {
    for (const [asked, title] of [["appoint", "委嘱・選任"], ["election", "役員の選出の記録"]]) {
      await desk.go(`members?new=${asked}`);
      await dialog(title).getByText(/先に席を加えてください/).waitFor();
      assert.equal(await dialog(title).getByRole("combobox").count(), 0, "no choice among nothing");
      await desk.axe(["light"]);
      await page.keyboard.press("Escape");
    }
    await desk.go("documents/roster");
    await main().getByRole("link", { name: "席を加える" }).click();
    await dialog("席の追加").waitFor();
    await page.keyboard.press("Escape");
    await desk.go("members/roster");
    await main().getByRole("button", { name: "席を加える" }).click();
    const seat = dialog("席の追加");
    await seat.getByRole("combobox", { name: "会議体" }).selectOption({ label: "全体会" });
    await seat.getByRole("button", { name: "席を加える" }).click();
    await seat.waitFor({ state: "detached" });
    await desk.go("members?new=appoint");
    await dialog("委嘱・選任").getByRole("option", { name: "全体会" }).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
  });

  it("says in a dialog why it cannot be filled", async () => {
    await desk.go("council");
    await page.route("**/api/call/council_choices", (route) =>
      route.fulfill({
        status: 422,
        contentType: "application/json",
        body: JSON.stringify({ code: "store", message: "データを読み取れませんでした。", hint: "もう一度開いてください。", field: null }),
      }),
    );
    for (const name of ["会議体を追加", "矢印を追加"]) {
      await main().getByRole("button", { name }).click();
      await page.getByRole("dialog").getByText("データを読み取れませんでした。").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
  });
});
