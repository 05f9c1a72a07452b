// The import of a roster in the window: a file full of traps, its columns, every row
// with its state, what has to be decided, and the way back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { root, start } from "./harness.mjs";

const MESSY = readFileSync(`${root}tests/fixtures/rosters/messy.xlsx`);
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let desk;
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
});
after(() => desk.stop());
beforeEach(async () => {
  if (desk.page.url() !== "about:blank") await desk.page.reload();
  await desk.go("members/import");
});

const page = () => desk.page;
const give = (name, buffer, mimeType = "text/csv") => page().locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
const button = (name) => page().getByRole("button", { name, exact: true });
const rows = () => page().getByRole("table", { name: "取り込む行" });
const row = (number) => rows().getByRole("row").filter({ has: page().getByRole("button", { name: String(number), exact: true }) });
const summary = () => page().locator(".summary");

/** Gives the messy roster, for 全体会. */
async function messy() {
  await give("委員名簿.xlsx", MESSY, XLSX);
  await page().getByLabel("会議体").selectOption("zentaikai");
  await desk.settled();
}

/** Opens a row, and leaves it out. */
async function leaveOut(number) {
  await row(number).getByRole("button").first().click();
  await page().getByLabel("この行を取り込まない").check();
  await button("決める").click();
  await desk.settled();
}

test("the way to it starts at the members, and is fit for everybody", async () => {
  await desk.go("members");
  await button("名簿を取り込む").click();
  await page().getByRole("heading", { name: "名簿の取り込み" }).waitFor();
  await desk.axe();
});

test("a messy roster is shown by row and cell, decided, written and taken back", async () => {
  const people = await desk.call("list_people", {});
  await messy();
  assert.match(await summary().innerText(), /エラーが3行あります/);
  assert.match(await row(12).innerText(), /C12[\s\S]*6行目と同じ人です/);
  assert.match(await row(14).innerText(), /G14[\s\S]*「令和8年」を日付として読めません/);
  assert.match(await row(15).innerText(), /E15[\s\S]*#N\/A/);
  const text = await rows().innerText();
  for (const name of ["髙橋　一郎", "﨑山花子", "𠮷田 健", "渡邉\u{E0102}　さくら", "辻\u{E0100} 太郎"]) assert.ok(text.includes(name), name);
  assert.match(await page().getByRole("main").innerText(), /外字が使われています[\s\S]*C11「山\uE000　次郎」（U\+E000）/);
  assert.ok(await button("取り込む").isDisabled());
  await desk.axe();
  await page().getByLabel("表示する行").selectOption("error");
  assert.equal(await rows().locator("tbody tr").count(), 3);
  await row(14).getByRole("button").first().click();
  await desk.axe(["light"]);
  await page().keyboard.press("Escape");
  for (const number of [12, 14, 15]) {
    await page().getByLabel("表示する行").selectOption("");
    await leaveOut(number);
  }
  assert.match(await summary().innerText(), /新しい人6人、.*委嘱・選任6件/);
  assert.deepEqual(await desk.call("list_people", {}), people, "nothing is written yet");
  await button("取り込む").click();
  await page().getByText("取り込みました。").waitFor();
  assert.equal((await desk.call("list_people", {})).length, people.length + 6);
  await desk.axe();
  await button("すべて元に戻す").click();
  await page().getByText("取り込みを元に戻しました。").waitFor();
  assert.deepEqual(await desk.call("list_people", {}), people);
});

test("columns are what the user says", async () => {
  await give("名簿.csv", Buffer.from("\uFEFF氏名,ふりがな,よびな\r\n試験　花子,しけん　はなこ,先生\r\n"));
  await page().getByLabel("C列「よびな」の項目").selectOption("letter_title");
  await desk.settled();
  assert.match(await row(2).innerText(), /先生/);
  await button("取り込む").click();
  await page().getByText("取り込みました。").waitFor();
  await button("別の名簿を取り込む").click();
  await give("名簿.csv", Buffer.from("\uFEFF氏名,ふりがな,よびな\r\n試験　太郎,しけん　たろう,先生\r\n"));
  await page().getByText("前に同じ見出しの表を取り込んだときの選び方を使っています。").waitFor();
  await desk.call("undo", {});
});

test("namesakes are told apart by whoever knows them", async () => {
  for (const organization of ["試験第一会", "試験第二会"]) {
    const name = { family: "試験", given: "同名", family_kana: "しけん", given_kana: "どうめい" };
    await desk.call("add_person", { ...name, publication: "name", new_organization: organization });
  }
  await give("名簿.csv", Buffer.from("\uFEFF氏名,ふりがな\r\n試験　同名,しけん　どうめい\r\n"));
  await row(2).getByRole("button").first().click();
  await page().getByLabel(/試験第二会/).check();
  await button("決める").click();
  await desk.settled();
  assert.match(await row(2).innerText(), /同じ/);
  for (let n = 0; n < 2; n += 1) await desk.call("undo", {});
});

test("characters in doubt are shown both ways, and the user chooses", async () => {
  await give("名簿.csv", Buffer.from([...Buffer.from("name,"), 0xc2, 0xb2, 0x0a]));
  await page().getByText("文字コードを選んでください").waitFor();
  const text = await page().getByRole("table", { name: "文字コードによる見え方の違い" }).innerText();
  assert.ok(text.includes("²") && text.includes("ﾂｲ"), text);
  await desk.axe(["light"]);
  await button("Shift_JIS で読む").click();
  await page().getByText("名簿の見出し（氏名など）の行が見つかりません").waitFor();
});

test("what is no roster is refused in words", async () => {
  await give("web.xlsx", Buffer.from("<html><table></table></html>"), XLSX);
  await page().getByText(/中身はウェブページ（HTML）です/).waitFor();
  const drop = (size) =>
    page().evaluate((size) => {
      const file = new File(["x"], "大きい.csv");
      Object.defineProperty(file, "size", { value: size });
      const event = new DragEvent("drop", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { files: [file] } });
      document.querySelector(".zone").dispatchEvent(event);
    }, size);
  await drop(300_000_000);
  await page().getByText(/大きすぎます（300MB）。取り込めるのは50MBまでです/).waitFor();
});
