// 設定: what is changed there takes effect at once, can be undone, and is kept.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

const place = mkdtempSync(join(tmpdir(), "entaku-settings-"));
const folder = join(place, "協議会");

describe("the settings", () => {
  let desk;
  let page;
  before(async () => {
    desk = await start({ flags: ["--empty"] });
    page = desk.page;
    await desk.call("found_council", { folder, from: "sample" });
    await desk.go("settings");
  });
  after(async () => {
    await desk.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const button = (name) => page.getByRole("button", { name });
  const tab = (name) => page.getByRole("tab", { name }).click();
  const root = (read) => page.evaluate(read);

  it("are at home in every theme", async () => {
    for (const name of ["協議会", "確認事項", "画面と利用者", "データとバックアップ", "版とライセンス"]) {
      await tab(name);
      await desk.settled();
      await desk.axe();
    }
  });

  it("change the council's name at once, and undo it", async () => {
    await tab("協議会");
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    const before = await name.inputValue();
    await name.fill("渡邉󠄂市障害者支援協議会");
    await name.press("Enter");
    await page.getByRole("banner").getByText("渡邉󠄂市障害者支援協議会").waitFor();
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("Control+z");
    await page.getByRole("banner").getByText(before).waitFor();
    await page.waitForFunction(([input, text]) => input.value === text, [await name.elementHandle(), before]);
  });

  it("leave alone what is being typed when the council is read again", async () => {
    await tab("協議会");
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    const office = page.getByRole("textbox", { name: "事務局" });
    const before = await name.inputValue();
    await name.fill("打ちかけの名前");
    await desk.call("backup_now");
    await desk.call("update_council", { secretariat: "福祉部障害福祉課" });
    await desk.call("backup_now");
    await page.waitForFunction((input) => input.value === "福祉部障害福祉課", await office.elementHandle());
    assert.equal(await name.inputValue(), "打ちかけの名前");
    await button("保存").click();
    await page.getByRole("banner").getByText("打ちかけの名前").waitFor();
    assert.equal((await desk.call("council_settings")).secretariat, "福祉部障害福祉課", "only what was changed is saved");
    await name.fill(before);
    await button("保存").click();
    await page.getByRole("banner").getByText(before).waitFor();
  });

  it("say at the field what is wrong", async () => {
    await tab("協議会");
    const name = page.getByRole("textbox", { name: "協議会の名前" });
    const before = await name.inputValue();
    await name.fill("");
    await button("保存").click();
    await page.getByText("協議会の名前を入力してください。").waitFor();
    await name.fill(before);
  });

  it("write dates in the council's style", async () => {
    await tab("協議会");
    await page.getByRole("combobox", { name: "日付の書き方" }).selectOption("western");
    await button("保存").click();
    await page.getByRole("combobox", { name: "年度" }).getByText("2026年度").waitFor({ state: "attached" });
    assert.equal((await desk.call("council_settings")).date_style, "western");
  });

  it("keep the office's answers", async () => {
    await tab("確認事項");
    const proxy = page.getByRole("group", { name: "代理出席・オンライン・書面開催" });
    await proxy.getByRole("radio", { name: "要綱に定めなし" }).check();
    const pay = page.getByRole("group", { name: "報酬・謝礼" });
    await pay.getByRole("radio", { name: "決まっている" }).check();
    await page.getByRole("textbox", { name: "報酬・謝礼の内容" }).fill("");
    await button("確認事項を保存").click();
    await page.getByText("報酬・謝礼の内容を入力してください。").waitFor();
    await page.getByRole("textbox", { name: "報酬・謝礼の内容" }).fill("日額9,000円");
    await button("確認事項を保存").click();
    await page.getByText(/確認事項を[12]件保存しました/).waitFor();
    const answers = await desk.call("list_answers");
    const of = (question) => answers.find((row) => row.question === question);
    assert.equal(of("proxy").is, "not_in_rules");
    assert.equal(of("pay").text, "日額9,000円");
  });

  it("keep theme and zoom on this computer", async () => {
    await tab("画面と利用者");
    await page.getByRole("radio", { name: "暗い" }).check();
    assert.equal(await root(() => document.documentElement.dataset.theme), "dark");
    for (let i = 0; i < 5; i += 1) await button("大きくする").click();
    await page.getByText("200%", { exact: true }).waitFor();
    assert.equal(await button("大きくする").isDisabled(), true);
    await page.reload();
    await desk.settled();
    assert.equal(await root(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await root(() => getComputedStyle(document.documentElement).fontSize), "32px");
    assert.equal(await root(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.keyboard.press("Control+0");
    await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === "16px");
    await page.getByRole("radio", { name: "明るい" }).check();
  });

  it("name who works here", async () => {
    await tab("画面と利用者");
    const actor = page.getByRole("textbox", { name: "使う人の名前" });
    await actor.fill("障害福祉課 髙橋");
    await actor.press("Enter");
    await page.getByText("利用者：障害福祉課 髙橋").waitFor();
    assert.equal((await desk.call("start")).actor, "障害福祉課 髙橋");
  });

  it("make a backup and bring one back", async () => {
    await tab("データとバックアップ");
    const count = async () => (await desk.call("backups", { folder })).length;
    const before = await count();
    await button("今すぐバックアップ").click();
    await page.getByText("バックアップを作りました").waitFor();
    assert.equal(await count(), before + 1);
    await desk.call("update_council", { name: "バックアップのあとの名前" });
    await button(/^このバックアップに戻す：/).first().click();
    await desk.axe();
    await page.getByRole("dialog").getByRole("button", { name: "このバックアップに戻す" }).click();
    await page.getByText("バックアップに戻しました").waitFor();
    assert.notEqual((await desk.call("council_settings")).name, "バックアップのあとの名前");
  });

  it("show the folder, close the council", async () => {
    await desk.go("settings?tab=data");
    await button("フォルダーを開く").click();
    await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    assert.deepEqual((await desk.opened()).at(-1), folder);
    await button("この協議会を閉じる").click();
    await button("新しく始める").waitFor();
  });
});
