// A day at the office in the real window: a council is made, a member appointed,
// a meeting planned with its papers, the packet printed, a step taken back. What
// lies on the disk at the end is looked at by other programs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { computer, root } from "./harness.mjs";

const COUNCIL = "見本市障害者支援協議会";
const PLACE = "本庁舎 第２会議室";
const sample = (name) => join(root, "assets/sample/files", name);

let pc, page, folder, today, printed;

/** Each step needs the one before. */
let broken = false;
const step = (name, work) =>
  test(name, async (t) => {
    if (broken) return t.skip("a step before it failed");
    broken = true;
    await work();
    broken = false;
  });

before(async () => {
  pc = await computer();
  folder = join(pc.folder, "home", "協議会のデータ");
  mkdirSync(folder);
  page = await pc.window([]);
});

after(() => pc?.stop());

step("a first start asks what to begin with, and makes a council in a folder", async () => {
  await page.click("button", "新しく始める");
  await page.fill("協議会の名前", COUNCIL);
  await page.fill("市区町村", "見本市");
  await page.fill("使う人の名前", "髙橋");
  await page.click("button", "場所を選ぶ");
  await pc.choosePath("データを置くフォルダー", folder);
  await page.sees(folder);
  await page.click("button", "次へ");
  await page.click("button", "協議会を作る");
  await page.find("heading", "今日");
  const started = await page.ask("start");
  today = started.today;
  assert.equal(started.desk.name, COUNCIL);
  assert.equal(started.desk.folder, folder);
  assert.equal(started.actor, "髙橋");
  assert.ok(existsSync(join(folder, "council.entaku")));
});

step("somebody is registered, with a name that few fonts know", async () => {
  await page.click("link", "委員");
  await page.click("tab", "すべての人");
  await page.click("button", "人を登録する");
  for (const [label, words] of [
    ["姓", "渡邉󠄂"],
    ["名", "花子"],
    ["姓のふりがな", "わたなべ"],
    ["名のふりがな", "はなこ"],
  ]) {
    await page.fill(label, words);
  }
  await page.click("label", "氏名");
  await page.click("button", "登録する");
  await page.sees("渡邉󠄂");
  const [person] = await page.ask("list_people");
  assert.match(JSON.stringify(person), /渡邉󠄂/);
});

step("the term's end stands there with its reason before anything is saved", async () => {
  await page.click("button", "委嘱・選任する");
  await page.choose("会議体", "全体会");
  await page.fill("委嘱日", today);
  // Seats are offered once the day has been read.
  const seat = () => page.choose("席", "医療関係者").then(() => true, () => false);
  await page.until(seat, "a vacant seat can be chosen");
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  const end = `令和${year + 2 - 2018}年3月31日`;
  await page.sees(end);
  const said = await page.run(() => document.querySelector("[data-testid=term-end]").parentElement.innerText);
  assert.match(said, /翌年度/);
  await page.click("button", "委嘱する");
  await page.until(async () => !(await page.look("dialog", "委嘱・選任")), "the dialog closes");
  const members = JSON.stringify(await page.ask("member_table", { body: null, on: today }));
  assert.match(members, /渡邉󠄂/);
  assert.ok(members.includes(`${year + 2}-03-31`), members.slice(0, 400));
});

step("a meeting is planned", async () => {
  await page.click("link", "会議");
  await page.click("button", "会議を加える");
  await page.choose("会議体", "全体会");
  await page.fill("開催日", today);
  await page.fill("開始", "14:00");
  await page.fill("終了", "16:00");
  await page.fill("会場", PLACE);
  await page.click("button", "追加");
  await page.find("heading", "第1回 全体会");
});

step("papers come as files", async () => {
  await page.click("tab", "資料");
  for (const [n, name] of ["report-gaishutsu.pdf", "map-hinan.png"].entries()) {
    await (await page.find("file", "")).type(sample(name));
    await page.until(async () => (await papers()).length === n + 1, `${name} is a paper`);
  }
});

step("the packet is drawn in the window", async () => {
  await page.find("button", "PDFを開いて印刷");
  const seen = await page.until(() => page.run(inked), "ink on a page");
  assert.ok(seen > 100, `${seen} dark points`);
});

step("it is printed by the system's program, from a file that is whole", async () => {
  await page.tidy();
  await page.click("button", "PDFを開いて印刷");
  [printed] = await page.until(async () => (pc.opened().length > 0 ? pc.opened() : null), "the viewer is asked");
  assert.ok(existsSync(printed), printed);
  const info = execFileSync("pdfinfo", [printed], { encoding: "utf8" });
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
  assert.ok(pages >= 4, `${pages} pages`);
  const text = execFileSync("pdftotext", ["-layout", printed, "-"], { encoding: "utf8" });
  for (const words of [COUNCIL, "第1回", "全体会", PLACE, "資料1", "資料2", "渡邉󠄂"]) {
    assert.ok(text.replace(/\s/g, "").includes(words.replace(/\s/g, "")), `${words} in\n${text.slice(0, 1500)}`);
  }
});

step("a step is taken back by its name, by keyboard", async () => {
  const before = (await papers()).length;
  await page.click("heading", "第1回 全体会");
  await page.press("\uE009", "z");
  await page.until(async () => (await papers()).length === before - 1, "one paper less");
  await page.sees("元に戻しました");
});

step("the next start opens the same council; nothing is missing", async () => {
  await page.close();
  page = await pc.window([]);
  await page.find("heading", "今日");
  const started = await page.ask("start");
  assert.equal(started.desk.folder, folder);
  assert.equal((await papers()).length, 1);
  assert.deepEqual(pc.log(), []);
});

async function papers() {
  const year = String(Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0));
  const [meeting] = await page.ask("year_meetings", { year });
  return (await page.ask("list_papers", { meeting: meeting.id })).rows;
}

/** In the page: how many dark points the pages that are drawn have. */
function inked() {
  let dark = 0;
  for (const canvas of document.querySelectorAll("canvas")) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] + data[at + 1] + data[at + 2] < 300) dark += 1;
  }
  return dark > 100 ? dark : 0;
}
