// The reappointment round in the real window: twenty seats at the end of fiscal
// year 2027 (令和9年度), from the first request to letters on the disk, and back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { computer } from "./harness.mjs";

const END = "2028-03-31";
const MORE = [
  ["葛\u{E0100}城", "千早"],
  ["𠮷﨑", "太郎"],
  ["渡邉\u{E0102}", "花子"],
];

let pc, page;
before(async () => {
  pc = await computer();
  page = await pc.window(["--sample"]);
  for (const [family, given] of MORE) {
    const person = await output("add_person", { family, given, family_kana: "てすと", given_kana: "てすと", publication: "name" });
    const seat = await output("add_seat", { body: "zentaikai", category: 1, filler: "person", nominator: "円卓大学 福祉学部", from: "R8.4.1" });
    await page.ask("appoint_member", { body: "zentaikai", person, seat, category: 1, start: "R8.11.1" });
  }
});
after(() => pc?.stop());

const output = async (name, args) => (await page.ask(name, args)).output;
const list = () => page.ask("round_list", { on: END, bodies: [] });
const done = async (step) => (await list()).steps.find((s) => s.step === step).done;

/** Records the day of a step for the seats that are chosen. */
async function record(step, label, day) {
  await page.click("button", "手順の日を記録");
  await page.choose("手順", label);
  await page.fill("済んだ日", day);
  await page.click("button", "記録する");
  await page.until(async () => (await done(step)) >= 20, `${label} is recorded`);
  await page.until(async () => !(await page.look("dialog", "手順の日の記録")), "the dialog closes");
}

test("twenty seats are asked for, recommended, consented to and decided, many at once", async () => {
  await page.click("link", "委員");
  await page.click("button", "改選・推薦の手続き");
  await page.choose("いつの改選か", "令和10年3月31日");
  await page.sees("令和10年3月31日満了の席と手続き");
  await page.click("button", "表示中の席をすべて選ぶ");
  await record("ask", "推薦依頼", "R9.12.1");
  await page.click("button", "再任とする");
  await page.sees("20席を再任としました");
  await record("reply", "推薦書", "R10.1.20");
  await record("consent", "就任承諾", "R10.2.10");
  await record("decide", "決裁", "R10.3.10");
});

test("they are appointed in one go, with the rule's end", async () => {
  await page.click("button", "委嘱する");
  await page.click("button", "問題のない20席だけ委嘱する");
  await page.sees("20席の委嘱を記録しました。");
  const { rows } = await page.ask("member_table", { body: "zentaikai", on: "2028-04-01" });
  assert.equal(rows.filter((row) => row.name && row.end === "2030-03-31").length, 20);
});

test("their letters are printed, each with its name, and the day stands in the list", async () => {
  await page.click("button", "委嘱状を作る");
  await page.fill("文書の日付", "R10.4.1");
  await page.sees("20ページ");
  await page.click("button", "PDFを開いて印刷");
  const [printed] = await page.until(async () => (pc.opened().length > 0 ? pc.opened() : null), "the viewer is asked");
  const text = execFileSync("pdftotext", [printed, "-"], { encoding: "utf8" }).replace(/\s/g, "");
  assert.equal(text.match(/委嘱します/g).length, 20);
  for (const [family, given] of MORE) assert.ok(text.includes(family + given), family);
  await page.until(async () => (await done("letter")) === 20, "the letters' day is recorded");
  await page.press("\uE00C");
});

test("the day of the letters, then all appointments are taken back, by keyboard", async () => {
  const newTerms = async () => (await page.ask("member_table", { body: "zentaikai", on: "2028-04-01" })).rows.filter((row) => row.end === "2030-03-31");
  await page.until(async () => !(await page.look("dialog", "")), "no dialog is open");
  await page.click("heading", "改選");
  await page.press("\uE009", "z");
  await page.until(async () => (await done("letter")) === 0, "the letters' day is taken back");
  assert.equal((await newTerms()).length, 20);
  await page.press("\uE009", "z");
  await page.until(async () => (await newTerms()).length === 0, "the appointments are taken back");
  assert.ok((await done("decide")) >= 20, "what was recorded before stays");
  assert.deepEqual(pc.log(), []);
});
