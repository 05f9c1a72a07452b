// The first start, and every state in which a folder may be: each says what
// happened and leads on safely.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

const place = mkdtempSync(join(tmpdir(), "entaku-start-"));
const folder = join(place, "辻󠄀市 協議会");
after(() => rmSync(place, { recursive: true, force: true }));

const button = (desk, name) => desk.page.getByRole("button", { name });
const heading = (desk, name) => desk.page.getByRole("heading", { level: 1, name }).waitFor();

/** Goes by Tab to what is found, then presses Enter: no mouse. */
async function press(desk, found) {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await found.evaluate((element) => element === document.activeElement)) return desk.page.keyboard.press("Enter");
    await desk.page.keyboard.press("Tab");
  }
  assert.fail("not reached by Tab");
}

describe("a first start", () => {
  let desk;
  before(async () => {
    desk = await start({ flags: ["--empty"] });
    await desk.go();
  });
  after(() => desk.stop());

  it("offers three ways, at home in every theme", async () => {
    for (const name of ["新しく始める", "フォルダーを開く", "見本を見る"]) await button(desk, name).waitFor();
    await desk.axe();
  });

  it("stays where it is when the choice of a folder is given up", async () => {
    await desk.answer(null);
    await button(desk, "フォルダーを開く").click();
    await button(desk, "見本を見る").waitFor();
  });

  it("makes a council by keyboard alone, and asks what only the office knows", async () => {
    const { page } = desk;
    await press(desk, button(desk, "新しく始める"));
    await heading(desk, "新しい協議会を作る");
    await desk.axe();
    await press(desk, button(desk, "次へ"));
    await page.getByText("協議会の名前を入力してください。").waitFor();
    await page.getByText("データを置くフォルダーを選んでください。").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest(".field")?.textContent.includes("協議会の名前")), true);
    await page.keyboard.type("辻󠄀市障害者支援協議会");
    await page.keyboard.press("Tab");
    await page.keyboard.type("辻󠄀市");
    await desk.answer(folder);
    await press(desk, button(desk, "場所を選ぶ"));
    await page.getByText(folder).waitFor();
    await press(desk, button(desk, "次へ"));
    await page.getByText("分からないものは「未定」のままで構いません。").waitFor();
    const quorum = page.getByRole("group", { name: "定足数と議決" });
    await quorum.getByRole("radio", { name: "決まっている" }).check();
    await desk.axe();
    await press(desk, quorum.getByRole("button").first());
    await press(desk, button(desk, "協議会を作る"));
    await heading(desk, /今日/);
    await page.getByText("辻󠄀市障害者支援協議会").first().waitFor();
    assert.ok(existsSync(join(folder, "council.entaku")));
    const answers = await desk.call("list_answers");
    const given = answers.filter((row) => row.is === "decided");
    assert.deepEqual(given.map((row) => row.question), ["quorum"]);
    assert.ok((await desk.call("list_bodies")).length > 3);
    assert.deepEqual(await desk.call("list_people"), []);
  });

  it("refuses the same folder a second time, at its field", async () => {
    const { page } = desk;
    await desk.call("close_council");
    await page.reload();
    await button(desk, "新しく始める").click();
    await page.getByRole("textbox", { name: "協議会の名前" }).fill("x");
    await page.getByRole("textbox", { name: "市区町村" }).fill("y");
    await desk.answer(folder);
    await button(desk, "場所を選ぶ").click();
    await button(desk, "次へ").click();
    await button(desk, "協議会を作る").click();
    await page.getByRole("textbox", { name: "協議会の名前" }).waitFor();
    await page.locator(".place .error").waitFor();
    await button(desk, "戻る").click();
  });

  it("remembers the council and opens it again", async () => {
    const { page } = desk;
    await page.getByRole("row", { name: /辻󠄀市障害者支援協議会/ }).getByRole("button", { name: "辻󠄀市障害者支援協議会", exact: true }).click();
    await heading(desk, /今日/);
    await page.getByText(`保存先：${folder}`).waitFor();
    await desk.call("close_council");
    await page.reload();
    await button(desk, /一覧から消す/).click();
    await page.getByRole("heading", { name: "最近使った協議会" }).waitFor({ state: "detached" });
  });

  it("shows the sample", async () => {
    await button(desk, "見本を見る").click();
    await heading(desk, /今日/);
    await desk.page.getByText("保存先：なし").waitFor();
  });
});

describe("a folder in trouble", () => {
  const copy = (name) => {
    const to = join(place, name);
    cpSync(folder, to, { recursive: true });
    return to;
  };

  /** A window on a folder that cannot simply be opened; its ways on must be `ways`. */
  async function trouble(council, code, ways) {
    const desk = await start({ flags: ["--council", council] });
    await desk.go();
    await heading(desk, "協議会を開けませんでした");
    await desk.page.getByText(`（コード：${code}）`).waitFor();
    for (const way of ways) await button(desk, way).waitFor();
    await desk.axe();
    return desk;
  }

  it("in use: says by whom, and opens for reading", async () => {
    const first = await start({ flags: ["--council", folder] });
    const desk = await trouble(folder, "in_use", ["もう一度開く", "別のフォルダーを選ぶ"]);
    await button(desk, "読み取り専用で開く").click();
    await heading(desk, /今日/);
    await desk.page.getByText("閲覧のみ").first().waitFor();
    await desk.go("settings");
    await desk.page.getByText("閲覧のみで開いているため、変更できません。").waitFor();
    assert.equal(await button(desk, "保存").isDisabled(), true);
    await first.stop();
    await desk.go("settings?tab=data");
    await button(desk, "書き込める形で開き直す").click();
    await button(desk, "読み取り専用で開き直す").waitFor();
    await desk.stop();
  });

  it("missing: another can be chosen", async () => {
    const desk = await trouble(join(place, "どこにもない"), "council_not_found", ["もう一度開く"]);
    await desk.answer(folder);
    await button(desk, "別のフォルダーを選ぶ").click();
    await heading(desk, /今日/);
    await desk.stop();
  });

  it("damaged: a backup brings it back, the damaged data are kept", async () => {
    const damaged = copy("壊れた協議会");
    assert.ok(readdirSync(join(damaged, "backup")).length > 0);
    // The file's head is left, so that it still looks like the council's data.
    const bytes = readFileSync(join(damaged, "council.entaku"));
    writeFileSync(join(damaged, "council.entaku"), bytes.fill(0x41, 4096));
    const desk = await trouble(damaged, "council_damaged", []);
    await button(desk, "バックアップから戻す").first().click();
    await button(desk, /^このバックアップに戻す：/).first().click();
    const dialog = desk.page.getByRole("dialog");
    await desk.axe();
    await dialog.getByRole("button", { name: "このバックアップに戻す" }).click();
    await heading(desk, /今日/);
    await desk.page.getByText("バックアップに戻しました").waitFor();
    assert.ok(readdirSync(join(damaged, "backup")).some((name) => name.includes("before-restore")));
    await desk.stop();
  });

  it("from a newer version: is left alone", async () => {
    const newer = copy("新しい版の協議会");
    const file = join(newer, "council.entaku");
    const bytes = readFileSync(file);
    // SQLite keeps the version of the data at this place of its header.
    bytes.writeUInt32BE(9999, 60);
    writeFileSync(file, bytes);
    const desk = await trouble(newer, "file_too_new", ["別のフォルダーを選ぶ"]);
    assert.deepEqual(readFileSync(file), bytes);
    await desk.stop();
  });

  it("empty: a council can be made in it", async () => {
    const empty = mkdtempSync(join(place, "空-"));
    const desk = await trouble(empty, "council_not_found", ["別のフォルダーを選ぶ"]);
    await button(desk, "このフォルダーで新しく始める").click();
    await heading(desk, "新しい協議会を作る");
    await desk.page.getByText(empty).waitFor();
    await desk.stop();
  });

  it("from an open council: leads back to it", async () => {
    const desk = await start();
    await desk.go("settings?tab=data");
    await desk.answer(join(place, "どこにもない"));
    await button(desk, "別の協議会を開く").click();
    await heading(desk, "協議会を開けませんでした");
    await button(desk, /に戻る$/).click();
    await heading(desk, /今日|設定/);
    await desk.stop();
  });
});
