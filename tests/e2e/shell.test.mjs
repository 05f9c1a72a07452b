// The frame around the screens: everything by keyboard, themes, zoom, undo and
// redo, the year, and the parts in a real browser.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sizes, start } from "./harness.mjs";

const SCREENS = ["today", "council", "members", "meetings", "issues", "plan", "documents", "settings"];

describe("the frame", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ size: sizes.small });
    page = desk.page;
    await desk.go("settings");
  });
  after(() => desk.stop());

  const button = (name) => page.getByRole("button", { name });
  const fontSize = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

  it("opens every screen by its key, and marks where one is", async () => {
    for (const [i, name] of SCREENS.entries()) {
      await page.keyboard.press(`Alt+${i + 1}`);
      await page.waitForFunction((hash) => location.hash.startsWith(hash), `#/${name}`);
      await desk.settled();
      const here = page.getByRole("navigation", { name: "画面の一覧" }).locator("[aria-current=page]");
      assert.equal(await here.getAttribute("href"), `#/${name}`);
      assert.match(await page.title(), /- 円卓$/);
    }
  });

  it("says of an unknown address that there is no such screen", async () => {
    await desk.go("nowhere");
    await page.getByRole("heading", { name: "この画面はありません" }).waitFor();
    await page.getByRole("link", { name: "今日の画面へ" }).click();
    await page.getByRole("heading", { level: 1, name: /今日/ }).waitFor();
  });

  it("leads past the navigation", async () => {
    await desk.go("settings?tab=about");
    await page.reload();
    await desk.settled();
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "本文へ移動" }).press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("main") !== null), true);
  });

  it("undoes and does again, by key and by button, with the name of the deed", async () => {
    await desk.go("settings");
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    const before = await name.inputValue();
    await name.fill("﨑山市障害者支援協議会");
    await button("保存").click();
    const banner = page.getByRole("banner");
    await banner.getByText("﨑山市障害者支援協議会").waitFor();
    await page.getByRole("region", { name: "お知らせ" }).getByRole("button", { name: "元に戻す" }).click();
    await banner.getByText(before).waitFor();
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("Control+y");
    await banner.getByText("﨑山市障害者支援協議会").waitFor();
    await banner.getByRole("button", { name: /^元に戻す：協議会の設定/ }).click();
    await banner.getByText(before).waitFor();
  });

  it("leaves Ctrl+Z to the typing inside a field", async () => {
    await desk.go("settings");
    const calls = [];
    page.on("request", (request) => calls.push(request.url()));
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    await name.click();
    await page.keyboard.type("x");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    assert.equal(calls.some((url) => /call\/(undo|redo)$/.test(url)), false);
  });

  it("follows the year that is chosen", async () => {
    await desk.go("meetings");
    await page.getByRole("combobox", { name: "年度" }).selectOption("2025");
    await desk.settled();
    assert.equal(await page.getByRole("combobox", { name: "年度" }).inputValue(), "2025");
    await page.getByRole("combobox", { name: "年度" }).selectOption("2026");
  });

  it("opens the search by its key and closes it on Escape", async () => {
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  it("stands at 200 % without anything beyond its edge", async () => {
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("Control++");
    assert.equal(await fontSize(), "32px");
    for (const name of SCREENS) {
      await desk.go(name);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${name} at 200 %: ${beyond} pixels beyond`);
    }
    await desk.axe();
    await page.keyboard.press("Control+-");
    assert.equal(await fontSize(), "28px");
    await page.keyboard.press("Control+0");
    assert.equal(await fontSize(), "16px");
  });

  it("shows where the focus is, everywhere", async () => {
    await desk.go("settings?tab=about");
    await page.evaluate(() => document.activeElement.blur());
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return document.activeElement === document.body || parseFloat(style.outlineWidth) >= 2;
      });
      assert.ok(ring, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 100)));
    }
  });
});

describe("what is not saved", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ size: sizes.small });
    page = desk.page;
    await desk.go("today");
  });
  after(() => desk.stop());

  const button = (name) => page.getByRole("button", { name, exact: true });
  const form = () => page.getByRole("dialog").filter({ has: page.locator("form") });
  const question = () => page.getByRole("dialog", { name: "入力した内容を破棄しますか" });
  const refused = (route) =>
    route.fulfill({ status: 422, json: { code: "store", message: "保存できませんでした。", hint: "", field: null } });
  const addOrganization = async () => {
    await desk.go("today");
    await desk.go("members?tab=organizations&new=organization");
    await form().waitFor();
    return form().getByRole("textbox").first();
  };

  it("keeps a dialog open while it is being sent, and shows the refusal in it", async () => {
    let answer;
    const held = new Promise((done) => (answer = done));
    await page.route("**/api/call/add_organization", async (route) => (await held, refused(route)));
    const name = await addOrganization();
    await name.fill("架空の会");
    await form().locator("button[type=submit]").click();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Escape");
    await form().getByRole("button", { name: "閉じる" }).click({ force: true });
    assert.equal(await form().isVisible(), true);
    answer();
    await form().getByText("保存できませんでした。").waitFor();
    assert.equal(await name.inputValue(), "架空の会");
    await page.unroute("**/api/call/add_organization");
  });

  it("is not lost by Escape, by a key of the window, or by the search", async () => {
    const name = form().getByRole("textbox").first();
    const at = page.url();
    for (const key of ["Alt+1", "Control+k", "Control+h"]) {
      await page.keyboard.press(key);
      assert.equal(page.url(), at, key);
      assert.equal(await page.locator("dialog[open]").count(), 1, key);
    }
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press("Escape");
      await question().waitFor();
      if (i === 0) await desk.axe();
      await page.keyboard.press("Escape");
      await question().waitFor({ state: "hidden" });
    }
    assert.equal(await name.inputValue(), "架空の会");
    await form().getByRole("button", { name: "閉じる" }).click();
    await button("破棄する").click();
    await form().waitFor({ state: "hidden" });
  });

  it("is asked about only where something was typed", async () => {
    await addOrganization();
    await page.keyboard.press("Escape");
    await form().waitFor({ state: "hidden" });
    assert.equal(await question().count(), 0);
  });

  it("is asked about before another tab or screen", async () => {
    await desk.go("settings");
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    await name.fill("架空の会");
    await page.getByRole("tab").nth(1).click();
    await button("入力に戻る").click();
    assert.equal(await name.inputValue(), "架空の会");
    await page.getByRole("navigation", { name: "画面の一覧" }).getByRole("link").first().click();
    await button("入力に戻る").click();
    assert.match(page.url(), /#\/settings/);
    await page.goBack();
    await button("入力に戻る").click();
    assert.equal(await name.inputValue(), "架空の会");
    await page.keyboard.press("Alt+1");
    await button("破棄する").click();
    await page.waitForURL(/#\/today/);
    await desk.go("settings?tab=answers");
    await page.getByRole("radio", { name: "要綱に定めなし" }).first().check();
    await page.getByRole("tab").first().click();
    await button("破棄する").click();
    await name.waitFor();
    assert.notEqual(await name.inputValue(), "架空の会");
  });

  it("is what Ctrl+Z would mean, so nothing that was saved is undone", async () => {
    await desk.call("add_organization", { name: "架空の会" });
    const meetings = await desk.call("list_meetings", { body: null, year: null });
    await page.reload();
    await desk.go(`meetings/${meetings.at(-1).id}?tab=attendance`);
    const mark = page.locator("tbody input[type=radio]").first();
    await mark.focus();
    await page.keyboard.press("2");
    await page.keyboard.press("Control+z");
    await page.getByText("入力中の内容があります").waitFor();
    assert.equal((await desk.call("undoable", {})).undo_subject, "架空の会");
    assert.ok((await page.locator("tr.changed").count()) > 0);
    await button("入力を取り消す").click();
    await page.keyboard.press("Control+z");
    await page.getByText(/^元に戻しました/).waitFor();
  });
});

describe("a year that is slow or cannot be read", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ size: sizes.small });
    page = desk.page;
    await desk.go("members");
  });
  after(() => desk.stop());

  const years = () => page.getByRole("combobox", { name: "年度" });
  const rows = () => page.locator("main tbody tr").count();

  it("does not show another year's rows as its own, nor lets them be moved", async () => {
    let answer;
    const held = new Promise((done) => (answer = done));
    await page.route("**/api/call/member_table", async (route) => (await held, route.continue()));
    await years().selectOption("2024");
    await page.locator("main[aria-busy=true]").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("main").inert), true);
    answer();
    await desk.settled();
    assert.equal(await page.evaluate(() => document.querySelector("main").inert), false);
    await page.unroute("**/api/call/member_table");
  });

  it("shows no rows at all where reading it failed", async () => {
    assert.ok((await rows()) > 0);
    await page.route("**/api/call/member_table", (route) =>
      route.fulfill({ status: 422, json: { code: "store", message: "読み込めませんでした。", hint: "", field: null } }),
    );
    await years().selectOption("2025");
    await page.getByText("読み込めませんでした。").first().waitFor();
    assert.equal(await rows(), 0);
  });
});

describe("the parts", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ size: sizes.small });
    page = desk.page;
    await page.goto(`${desk.address}/gallery.html`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  });
  after(() => desk.stop());

  it("are at home in every theme", () => desk.axe());

  it("show 3,000 rows, and sort them", async () => {
    await page.getByRole("button", { name: "3,000行の表を出す" }).click();
    const first = Number(await page.locator("#painted:not(:empty)").innerText());
    console.log(`# 3,000 rows: first screen after ${first} ms`);
    // Rows are there when they are come to; the list is as long as it says from the first.
    const painted = () => page.locator("tbody tr").count();
    assert.ok((await painted()) < 300);
    await page.evaluate(() => document.querySelector("tbody:last-of-type").scrollIntoView({ block: "end" }));
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length >= 3000);
    await page.evaluate(() => document.querySelector("thead").scrollIntoView({ block: "end" }));
    await page.getByRole("columnheader", { name: "出席" }).getByRole("button").click();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length < 300);
    assert.equal(await page.getByRole("columnheader", { name: "出席" }).getAttribute("aria-sort"), "ascending");
    await page.reload();
  });

  it("keep a list inside a dialog, and Escape closes one thing at a time", async () => {
    await page.getByRole("button", { name: "資料セットを作る" }).click();
    const dialog = page.getByRole("dialog");
    const input = dialog.getByRole("combobox", { name: /委員/ });
    await input.click();
    await input.pressSequentially("渡邉");
    await dialog.getByRole("option").first().waitFor();
    await desk.axe();
    await page.keyboard.press("Escape");
    await dialog.getByRole("option").first().waitFor({ state: "detached" });
    assert.equal(await dialog.isVisible(), true);
    await dialog.getByRole("button", { name: "委嘱日をカレンダーから選ぶ" }).click();
    await desk.axe();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await dialog.getByRole("textbox", { name: "委嘱日" }).inputValue(), "R8.4.8");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "破棄する" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("never send a form by the Enter of a conversion", async () => {
    const name = page.getByRole("textbox", { name: "氏名" }).first();
    await name.focus();
    const stopped = await name.evaluate((input) => {
      const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true });
      return !input.dispatchEvent(event);
    });
    assert.equal(stopped, true);
  });
});
