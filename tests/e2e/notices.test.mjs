// A meeting's notice and what comes back: replies with one key each, letters that are
// marked as sent, needs, opinions, the public.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

let desk;
let folder;
let meeting;
before(async () => {
  desk = await start();
  folder = mkdtempSync(join(tmpdir(), "entaku-notices-"));
  const meetings = await desk.call("year_meetings", { body: "zentaikai", year: "R8" });
  meeting = meetings[1].id;
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.stop();
});

const place = (part, more = "") => `meetings/${meeting}?tab=notice&part=${part}${more}`;
const replies = () => desk.call("meeting_replies", { meeting });
const print = () => desk.page.getByRole("button", { name: "PDFを開いて印刷" });

describe("replies", () => {
  it("are recorded by one key for each member, and counted at once", async () => {
    await desk.go(place("replies"));
    const rows = (await replies()).rows;
    const open = rows.findIndex((row) => row.answer === null);
    const radio = desk.page.getByRole("radio", { name: `${rows[open].name}　出席` });
    await radio.waitFor();
    await desk.axe();
    const before = (await replies()).totals;
    await radio.focus();
    await desk.page.keyboard.press("s");
    await desk.page.keyboard.press("k");
    await desk.settled();
    const after = await replies();
    assert.equal(after.rows[open].answer, "attends");
    assert.equal(after.rows[open + 1].answer, "absent");
    assert.equal(after.totals.open, before.open - (rows[open + 1].answer === null ? 2 : 1));
  });

  it("name who stands in, and go back to nothing", async () => {
    const rows = (await replies()).rows;
    await desk.page.getByRole("radio", { name: `${rows[0].name}　出席` }).focus();
    await desk.page.keyboard.press("d");
    await desk.page.keyboard.type("代理　一郎");
    await desk.page.keyboard.press("Enter");
    await desk.settled();
    assert.equal((await replies()).rows[0].proxy, "代理　一郎");
    await desk.page.getByRole("radio", { name: `${rows[0].name}　代理` }).focus();
    await desk.page.keyboard.press("Delete");
    await desk.settled();
    assert.equal((await replies()).rows[0].answer, null);
  });

  it("hold what else was said", async () => {
    const [first] = (await replies()).rows;
    await desk.page.getByRole("button", { name: `${first.name}　回答をくわしく記録する` }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "オンライン" }).check();
    await dialog.getByRole("textbox", { name: "受付日" }).fill("R8.10.1");
    await dialog.getByLabel("この会議で必要な配慮").fill("字幕");
    await desk.axe();
    await dialog.getByRole("button", { name: "記録する" }).click();
    await dialog.waitFor({ state: "hidden" });
    const [row] = (await replies()).rows;
    assert.deepEqual([row.answer, row.needs, row.received_on], ["online", ["字幕"], "2026-10-01"]);
  });

  it("go into the attendance where it says nothing", async () => {
    await desk.page.getByRole("button", { name: /^出欠の記録に写す/ }).click();
    await desk.settled();
    assert.equal((await replies()).untaken, 0);
  });

  it("are printed as a list", async () => {
    await desk.page.getByRole("button", { name: "督促一覧" }).click();
    await print().waitFor({ timeout: 60_000 });
    await desk.page.keyboard.press("Escape");
  });
});

describe("letters of a meeting", () => {
  it("are for everybody until somebody is left out, and shown beside the list", async () => {
    await desk.go(place("letters"));
    const boxes = desk.page.getByRole("checkbox", { name: /を選ぶ$/ });
    await boxes.first().waitFor();
    const count = await boxes.count();
    await desk.page.getByText(`${count}人を選択`).waitFor();
    await boxes.first().uncheck();
    await desk.page.getByText(`${count - 1}人を選択`).waitFor();
    await print().waitFor({ timeout: 120_000 });
    await desk.axe();
  });

  it("are saved one by one", async () => {
    await desk.page.getByRole("button", { name: "選択を外す" }).click();
    await desk.page.getByRole("checkbox", { name: /を選ぶ$/ }).nth(0).check();
    await desk.page.getByRole("checkbox", { name: /を選ぶ$/ }).nth(1).check();
    await desk.answer(folder);
    await desk.page.getByRole("button", { name: "1人ずつのファイルにする" }).click();
    await desk.page.getByText(/2件のファイルを書き出しました/).waitFor({ timeout: 60_000 });
    assert.equal(readdirSync(folder).filter((name) => name.startsWith("開催通知_第2回_") && name.endsWith(".pdf")).length, 2);
  });

  it("are put off only to another day", async () => {
    await desk.go(place("letters", "&letter=postponed"));
    await desk.page.getByRole("textbox", { name: "変更後の開催日" }).fill("R8.10.28");
    await print().waitFor({ timeout: 120_000 });
    await desk.axe();
  });
});

describe("a meeting that was put off", () => {
  it("is told of by what was recorded", async () => {
    const { output: id } = await desk.call("add_meeting", { body: "全体会", date: "R9.3.2", start: "14:00", end: "16:00", place: "講堂", number: 8 });
    await desk.call("postpone_meeting", { meeting: id, to: "R9.3.16", start: "10:00", end: "12:00", place: "講堂", reason: "大雪のため" });
    await desk.go(`meetings/${id}?tab=notice&part=letters&letter=postponed`);
    await desk.page.getByText(/3月2日（火）から、.*3月16日（火）　10:00　講堂に延期/).waitFor();
    assert.equal(await desk.page.getByRole("textbox", { name: "変更後の開催日" }).count(), 0, "nothing is typed again");
    await desk.page.getByText("空けておくと、「大雪のため」になります").waitFor();
    await desk.page.getByText("空けておくと、3/9（火）になります").waitFor();
    await print().waitFor({ timeout: 120_000 });
    await desk.axe();
  });
});

describe("needs, opinions and the public", () => {
  it("arranges what is needed", async () => {
    await desk.go(place("needs"));
    await desk.page.getByRole("button", { name: "駐車場　手配した" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
    await desk.page.getByRole("dialog").waitFor({ state: "hidden" });
    const needs = await desk.call("meeting_needs", { meeting });
    assert.equal(needs.find((one) => one.need === "parking").state, "done");
    await desk.axe();
  });

  it("keeps a written opinion with its item", async () => {
    await desk.go(place("opinions"));
    await desk.page.getByRole("button", { name: "意見書を加える" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("委員").selectOption({ index: 1 });
    await dialog.getByLabel("議題").selectOption({ index: 1 });
    await dialog.getByLabel("意見", { exact: true }).fill("よい案だと思います。");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await desk.page.getByText("よい案だと思います。").waitFor();
    await desk.axe();
  });

  it("admits the public, and tells when they are forgotten", async () => {
    await desk.go(place("gallery"));
    await desk.page.getByRole("button", { name: "申込みを加える" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("氏名").fill("渡邉󠄂　傍聴");
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.waitFor({ state: "hidden" });
    await desk.page.getByRole("button", { name: "傍聴できる人を決める" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "傍聴できる人を決める" }).click();
    await desk.page.getByText(/傍聴できる人3人/).waitFor();
    await desk.axe();
  });
});


it("went well to the end", () => assert.deepEqual(desk.problems, []));
