// The screen 協議会: the chart is read, moved and changed through the screen, by
// mouse and by keyboard.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { start } from "./harness.mjs";

const CHART = { year: "2026", a4: false, detail: "standard" };

describe("the council", () => {
  let desk;
  let page;

  before(async () => {
    desk = await start();
    page = desk.page;
  });
  after(() => desk.stop());
  beforeEach(async () => {
    await desk.go("today");
    await desk.go("council");
    await page.locator("svg.chart").waitFor();
  });

  const box = (key) => page.locator(`svg.chart [data-key="${key}"]`);
  const rect = (key) => box(key).boundingBox();
  const scene = (ask = CHART) => desk.call("chart_scene", ask);
  const inScene = async (key) => (await scene()).boxes.find((b) => b.key === key);
  const middle = ({ x, y, width, height }) => [x + width / 2, y + Math.min(height / 2, 12)];

  /** Closes the messages at the window's foot. */
  async function quiet() {
    const close = page.getByRole("region", { name: "お知らせ" }).getByRole("button", { name: "閉じる" });
    while ((await close.count()) > 0) await close.first().click();
  }

  async function drag(key, dx, dy) {
    await box(key).scrollIntoViewIfNeeded();
    const [x, y] = middle(await rect(key));
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + (dx * step) / 8, y + (dy * step) / 8);
  }

  it("shows every box and arrow of the year, with words for the ear", async () => {
    const chart = await scene();
    assert.equal(await page.locator("svg.chart [data-key]").count(), chart.boxes.length);
    assert.equal(await page.locator("svg.chart [data-flow]").count(), chart.arrows.length);
    for (const text of ["全体会", "課題整理依頼"]) await page.locator("svg.chart", { hasText: text }).waitFor();
    assert.match(await box("zentaikai").getAttribute("aria-label"), /全体会/);
  });

  it("opens a body by mouse, with all that is known of it", async () => {
    await box("zentaikai").click({ position: { x: 30, y: 8 } });
    const side = page.getByRole("region", { name: "選んだ枠の内容" });
    await side.getByRole("heading", { name: "全体会", exact: true }).waitFor();
    for (const text of ["会長", "第2回", "矢印", "委嘱・選任した場合の例"]) {
      await side.getByText(text).first().waitFor();
    }
    assert.equal(await box("zentaikai").getAttribute("aria-pressed"), "true");
    await side.getByRole("link", { name: "委員の画面で見る" }).click();
    await page.waitForURL(/#\/members/);
    await page.waitForFunction(() => [...document.querySelectorAll("main select")].some((s) => s.value === "zentaikai"));
    await page.goBack();
    await side.getByRole("link", { name: "第2回" }).click();
    assert.match(page.url(), /#\/meetings\//);
  });

  it("is read and opened by keyboard alone", async () => {
    const keys = (await scene()).boxes.map((b) => b.key);
    await page.locator("svg.chart [tabindex='0']").focus();
    const at = () => page.evaluate(() => document.activeElement?.dataset?.key);
    await page.keyboard.press("Home");
    assert.equal(await at(), keys[0]);
    for (const key of keys.slice(1, 6)) {
      await page.keyboard.press("ArrowRight");
      assert.equal(await at(), key);
    }
    await page.keyboard.press("End");
    assert.equal(await at(), keys.at(-1));
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "選んだ枠の内容" }).waitFor();
    assert.match(page.url(), new RegExp(`body=${keys.at(-1)}`));
  });

  it("lets the arrows follow a dragged box, keeps its place, and takes it back", async () => {
    const key = "jimukyoku";
    const was = await inScene(key);
    const flow = (await scene()).arrows.find((a) => a.to === "zentaikai" || a.from === "zentaikai").flow;
    const line = () => page.locator(`svg.chart [data-flow="${flow}"] polyline`).getAttribute("points");
    const before = await line();
    await drag("zentaikai", 6, 5);
    assert.notEqual(await line(), before, "the arrow follows while the button is down");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await desk.settled();
    assert.equal(await line(), before, "Escape puts it back");
    await drag(key, -10, -14);
    await page.mouse.up();
    await page.getByText(/「関係図の枠の固定.*」を行いました/).first().waitFor();
    const now = await inScene(key);
    assert.ok(now.pinned && Math.abs(now.rect.x - was.rect.x) > 1, JSON.stringify(now.rect));
    await page.waitForFunction((k) => document.querySelector(`.fixed [data-key="${k}"]`), key);
    await page.keyboard.press("Control+z");
    await page.waitForFunction((k) => !document.querySelector(`.fixed [data-key="${k}"]`), key);
    assert.deepEqual((await inScene(key)).rect, was.rect);
  });

  it("moves a box by keyboard", async () => {
    const key = "jimukyoku";
    const was = await inScene(key);
    await box(key).focus();
    await page.keyboard.press("m");
    for (let i = 0; i < 2; i += 1) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.waitForFunction((k) => document.querySelector(`.fixed [data-key="${k}"]`), key);
    const now = await inScene(key);
    assert.ok(Math.abs(now.rect.x - (was.rect.x - 2)) < 0.2 && Math.abs(now.rect.y - (was.rect.y - 4)) < 0.2);
    await box(key).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "自動の位置に戻す", exact: true }).click();
    await page.waitForFunction((k) => !document.querySelector(`.fixed [data-key="${k}"]`), key);
    await box(key).focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    assert.equal((await inScene(key)).pinned, false);
  });

  it("changes a body from a year on, leaves the year before, and undoes it", async () => {
    await box("chiiki").click({ position: { x: 20, y: 8 } });
    await page.getByRole("button", { name: "名称・文言を直す" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "選んだ年度から変える" }).check();
    await dialog.getByLabel("変える年度").selectOption({ label: "令和9年度" });
    await dialog.getByLabel("名称", { exact: false }).first().fill("地域生活・住まい部会");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText(/「会議体の改正.*」を行いました/).first().waitFor();
    const name = async (year) =>
      (await scene({ ...CHART, year })).boxes.find((b) => b.key === "chiiki").name;
    assert.equal(await name("2026"), "地域生活支援部会");
    assert.equal(await name("2027"), "地域生活・住まい部会");
    await page.keyboard.press("Control+z");
    await page.getByText("元に戻しました").first().waitFor();
    assert.equal(await name("2027"), "地域生活支援部会");
  });

  it("says what is wrong at the field, and changes nothing", async () => {
    await box("zentaikai").click({ position: { x: 30, y: 8 } });
    await page.getByRole("button", { name: "名称・文言を直す" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("名称", { exact: false }).first().fill("");
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.getByText("名称を入力してください").waitFor();
    await desk.giveUp();
    await page.getByRole("button", { name: "位置づけ・年度" }).click();
    await dialog.getByLabel("終わりの年度").fill("令和3年度");
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.getByText("終わりの年度が、始まりの年度より前です").waitFor();
    await desk.giveUp();
  });

  it("adds a subcommittee with an arrow, and ends it", async () => {
    await page.getByRole("button", { name: "会議体を追加" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("置くところ").selectOption({ label: "専門部会" });
    await dialog.getByLabel("名称", { exact: false }).first().fill("就労支援部会");
    await dialog.getByRole("button", { name: "追加する" }).click();
    const side = page.getByRole("region", { name: "選んだ枠の内容" });
    await side.getByRole("heading", { name: "就労支援部会" }).waitFor();
    await page.getByText("設置を決めた全体会が記録されていません").first().waitFor();
    await quiet();
    await page.getByRole("button", { name: "矢印を追加" }).click();
    await dialog.getByLabel("終わり", { exact: false }).selectOption({ label: "全体会" });
    await dialog.getByLabel("見出し").fill("中間報告");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.locator("svg.chart", { hasText: "中間報告" }).waitFor();
    await side.getByText("中間報告").first().waitFor();
    await quiet();
    await side.getByRole("button", { name: "廃止" }).click();
    await dialog.getByRole("button", { name: "廃止する" }).click();
    await page.getByText(/「会議体の廃止.*」を行いました/).first().waitFor();
    const later = await scene({ ...CHART, year: "2027" });
    assert.ok(later.boxes.every((b) => b.name !== "就労支援部会"));
    for (let i = 0; i < 3; i += 1) await desk.call("undo");
  });

  it("confirms an arrow that was only read out of the source", async () => {
    await box("senmon_bukai").click({ position: { x: 30, y: 8 } });
    const button = page.getByRole("button", { name: /資料で確認した/ }).first();
    const before = (await scene()).arrows.filter((a) => a.estimated).length;
    await quiet();
    await button.click();
    await page.getByRole("dialog").getByRole("button", { name: "明記とする" }).click();
    await page.getByText(/「矢印の確認（明記）.*」を行いました/).first().waitFor();
    assert.equal((await scene()).arrows.filter((a) => a.estimated).length, before - 1);
    await desk.call("undo");
  });

  it("follows the year of the top bar and tells what differs", async () => {
    await page.getByRole("heading", { name: "前年度との違い" }).waitFor();
    const year = page.getByRole("combobox", { name: "年度" }).first();
    await year.selectOption("2022");
    await page.locator("svg.chart", { hasText: "令和4年度" }).waitFor();
    assert.equal(await page.locator("svg.chart [data-key]").count(), (await scene({ ...CHART, year: "2022" })).boxes.length);
    await year.selectOption("2026");
  });

  it("shows the composition chart and the same as a list", async () => {
    await page.getByRole("tab", { name: "構成図" }).click();
    await page.locator("svg.chart", { hasText: "構成図" }).waitFor();
    await page.getByRole("tab", { name: "一覧" }).click();
    const row = page.getByRole("row", { name: /専門部会/ }).first();
    await row.waitFor();
    await page.getByRole("button", { name: "全体会", exact: true }).press("Enter");
    await page.getByRole("region", { name: "選んだ枠の内容" }).getByRole("heading", { name: "全体会", exact: true }).waitFor();
  });

  it("prints the chart of the year", async () => {
    await page.getByRole("button", { name: "印刷・保存" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "PDFを開いて印刷" }).waitFor();
    await dialog.getByRole("button", { name: "PDFを開いて印刷" }).click();
    for (let turn = 0; turn < 200 && (await desk.opened()).length === 0; turn++) await page.waitForTimeout(100);
    assert.match(JSON.stringify(await desk.opened()), /関係図.*\.pdf/);
    await page.keyboard.press("Escape");
  });

  it("has nothing for axe to find, in any theme", async () => {
    await desk.axe();
    await box("zentaikai").click({ position: { x: 30, y: 8 } });
    await page.getByRole("region", { name: "選んだ枠の内容" }).getByText("会長").first().waitFor();
    await desk.axe();
    await page.getByRole("button", { name: "名称・文言を直す" }).click();
    await page.getByRole("dialog").getByText("記載事項").first().waitFor();
    await desk.axe();
    await page.keyboard.press("Escape");
    for (const tab of ["構成図", "一覧"]) {
      await page.getByRole("tab", { name: tab }).click();
      await desk.settled();
      await desk.axe();
    }
  });
});
