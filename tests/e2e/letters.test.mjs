// Letters: chosen by keyboard, looked at, numbered once, saved as Word; the wording
// is edited beside the sheet that follows.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

let desk;
let folder;
before(async () => {
  desk = await start();
  folder = mkdtempSync(join(tmpdir(), "entaku-letters-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.stop();
});

const print = () => desk.page.getByRole("button", { name: "PDFを開いて印刷" });
const boxes = () => desk.page.getByRole("checkbox", { name: /を選ぶ$/ });

describe("letters for members", () => {
  it("are chosen by keyboard and shown beside the list", async () => {
    await desk.go("documents/letters?letter=commission");
    await boxes().first().waitFor();
    await desk.axe();
    await boxes().nth(0).focus();
    await desk.page.keyboard.press("Space");
    await boxes().nth(1).focus();
    await desk.page.keyboard.press("Space");
    await desk.page.getByText("2件を選択").waitFor();
    await print().waitFor({ timeout: 60_000 });
    await desk.axe();
  });

  it("are numbered as planned, and then once and for good", async () => {
    await desk.page.getByRole("radio", { name: "付ける", exact: true }).check();
    await desk.page.getByText(/（予定）/).first().waitFor();
    await desk.page.getByRole("button", { name: "番号を確定する" }).click();
    await desk.page.getByText(/で確定しました/).first().waitFor();
    const taken = await desk.call("letter_numbers");
    assert.equal(taken.length, 2);
    await print().waitFor({ timeout: 60_000 });
    const undo = await desk.call("undoable");
    assert.equal(undo.undo, null, "a number is not taken back");
  });

  it("are saved as Word where the user says", async () => {
    const path = join(folder, "委嘱状.docx");
    await desk.answer(path);
    await desk.page.getByRole("button", { name: "ほかの形式で保存" }).click();
    await desk.page.getByRole("button", { name: "Word（.docx）" }).click();
    await desk.page.getByText("保存しました").waitFor();
    assert.equal(readFileSync(path).subarray(0, 2).toString(), "PK");
    const [line] = await desk.call("list_issued", { year: null, kind: null, readers: null, text: null });
    assert.deepEqual([line.kind, line.way], ["letters", "saved"]);
  });

  it("go to organisations, one for all of their seats", async () => {
    await desk.page.getByLabel("文書", { exact: true }).selectOption({ label: "推薦依頼" });
    await boxes().first().waitFor();
    await desk.page.getByRole("textbox", { name: "任期の始まり" }).fill("R10.4.1");
    await boxes().first().check();
    await print().waitFor({ timeout: 60_000 });
    await desk.axe();
  });

  it("are reached from a person's page", async () => {
    const members = await desk.call("list_members", { body: "全体会", on: null });
    await desk.go(`members/${members.find((m) => m.person).person}`);
    await desk.page.getByRole("link", { name: /全体会の文書を作る/ }).first().click();
    await desk.page.getByText("1件を選択").waitFor();
  });
});

describe("the office's wording", () => {
  it("is edited with fields from a list while the sheet follows, and reset", async () => {
    await desk.go("settings?tab=letters&letter=commission");
    const body = desk.page.getByLabel("本文");
    await body.waitFor();
    await desk.page.locator("canvas").first().waitFor({ timeout: 60_000 });
    await desk.axe();
    await body.fill("あなたを委嘱します");
    await desk.page.getByRole("button", { name: "差し込み項目「委嘱する職」を入れる" }).click();
    assert.equal(await body.inputValue(), "あなたを委嘱します{委嘱する職}");
    await desk.page.getByRole("button", { name: "文例を保存" }).click();
    await desk.page.getByRole("button", { name: "元の文例に戻す" }).waitFor();
    await desk.page.getByRole("button", { name: "元の文例に戻す" }).click();
    await desk.page.getByRole("button", { name: "元の文例に戻す" }).waitFor({ state: "detached" });
    assert.match(await body.inputValue(), /を委嘱します$/);
  });

  it("says at its place what cannot be filled in", async () => {
    const body = desk.page.getByLabel("本文");
    await body.fill("一\n{名前}");
    await desk.page.getByText("2行目の「{名前}」という差し込み項目はありません").first().waitFor({ timeout: 60_000 });
    await desk.page.getByRole("button", { name: "文例を保存" }).click();
    await desk.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    assert.equal(await body.getAttribute("aria-invalid"), "true");
    await desk.axe();
  });
});
